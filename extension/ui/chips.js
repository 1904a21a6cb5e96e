/**
 * The declared values: free words as chips, each of which may weigh double. Enter or a comma adds; the catalogue only
 * suggests. Calls back with the whole list after every change.
 *
 * @typedef {import("../settings.js").DeclaredValue} DeclaredValue
 * @typedef {import("../messages.js").Translate} Translate
 */
import { freshId, h } from "./dom.js";

/**
 * @param {Translate} t
 * @param {DeclaredValue[]} values
 * @param {(values: DeclaredValue[]) => void} onchange
 */
export function chips(t, values, onchange) {
  const [inputId, hintId, listId] = ["values", "values-hint", "values-known"].map(freshId);
  const list = h("ul", { class: "chips", "aria-label": t("values_chosen") });
  const known = h("datalist", { id: listId });
  const input = h("input", {
    id: inputId,
    type: "text",
    list: listId,
    maxlength: 80,
    autocomplete: "off",
    "aria-describedby": hintId,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== ",") return;
      event.preventDefault();
      addTyped();
    },
  });
  let chosen = [...values];

  function addTyped() {
    const names = input.value.split(",").map((name) => name.trim());
    const fresh = names.filter((name) => name && !chosen.some((value) => same(value.name, name)));
    input.value = "";
    if (fresh.length > 0) change([...chosen, ...[...new Set(fresh)].map((name) => ({ name, weight: 1 }))]);
  }

  /** @param {DeclaredValue[]} next */
  function change(next) {
    chosen = next;
    draw();
    onchange(chosen);
  }

  /** @param {DeclaredValue} value */
  function chip(value) {
    const double = value.weight > 1;
    const weigh = () => {
      change(chosen.map((each) => (each === value ? { ...each, weight: double ? 1 : 2 } : each)));
      [...list.children]
        .at(chosen.findIndex((each) => each.name === value.name))
        ?.querySelector("button")
        ?.focus();
    };
    const remove = () => {
      change(chosen.filter((each) => each !== value));
      input.focus();
    };
    return h(
      "li",
      { class: "chip" },
      h("span", {}, value.name),
      h(
        "button",
        {
          type: "button",
          class: "weigh",
          "aria-pressed": String(double),
          "aria-label": t("value_double", { name: value.name }),
          title: t("value_double_title"),
          onclick: weigh,
        },
        "×2",
      ),
      h(
        "button",
        { type: "button", class: "remove", "aria-label": t("value_remove", { name: value.name }), onclick: remove },
        "✕",
      ),
    );
  }

  function draw() {
    list.replaceChildren(...chosen.map(chip));
    list.hidden = chosen.length === 0;
  }

  draw();
  const field = h(
    "div",
    { class: "values-field" },
    h("label", { for: inputId }, t("values_label")),
    h("p", { id: hintId, class: "hint" }, t("values_hint")),
    list,
    h("div", { class: "row" }, input, h("button", { type: "button", class: "add", onclick: addTyped }, t("add"))),
    known,
  );
  return {
    field,
    /** Takes up what is typed but not yet added. */
    settle: () => {
      addTyped();
      return chosen;
    },
    /** @param {string[]} names */
    suggest: (names) => known.replaceChildren(...names.map((value) => h("option", { value }))),
  };
}

/** @param {string} a @param {string} b */
const same = (a, b) => a.toLocaleLowerCase() === b.toLocaleLowerCase();
