/** What the user stands for: values as chips, and folded behind them the why, the audience and a word on privacy. */
import { chips } from "../ui/chips.js";
import { freshId, h } from "../ui/dom.js";

/**
 * @typedef {import("../settings.js").Settings} Settings
 * @typedef {import("../messages.js").Translate} Translate
 * @typedef {(patch: Partial<Settings>) => void} Remember
 */

/** @param {Translate} t @param {Settings} settings @param {Remember} remember */
export function declaration(t, settings, remember) {
  const values = chips(t, settings.values, (next) => remember({ values: next }));
  const element = h(
    "div",
    { class: "declaration" },
    values.field,
    h(
      "details",
      { open: Boolean(settings.statement || settings.audience || settings.sensitive) },
      h("summary", {}, t("more_title")),
      textField(t("statement_label"), settings.statement, (statement) => remember({ statement })),
      textField(t("audience_label"), settings.audience, (audience) => remember({ audience })),
      sensitiveBox(t, settings, remember),
    ),
  );
  return { element, settle: values.settle, suggest: values.suggest };
}

/** @param {string} label @param {string} value @param {(value: string) => void} onchange */
function textField(label, value, onchange) {
  const id = freshId("field");
  const area = h("textarea", { id, rows: 3, maxlength: 5000, onchange: () => onchange(area.value) }, value);
  return h("div", {}, h("label", { for: id }, label), area);
}

/** @param {Translate} t @param {Settings} settings @param {Remember} remember */
function sensitiveBox(t, { sensitive }, remember) {
  const [id, hintId] = [freshId("sensitive"), freshId("sensitive-hint")];
  const box = h("input", {
    id,
    type: "checkbox",
    "aria-describedby": hintId,
    checked: sensitive,
    onchange: () => remember({ sensitive: box.checked }),
  });
  return h(
    "div",
    { class: "check" },
    box,
    h("label", { for: id }, t("sensitive_label")),
    h("p", { id: hintId, class: "hint" }, t("sensitive_hint")),
  );
}
