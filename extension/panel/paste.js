/** The paste box: a text instead of the page, always offered beside it. */
import { freshId, h } from "../ui/dom.js";

/** @typedef {(text: string) => void} UseText */

/** @param {import("../messages.js").Translate} t @param {UseText} useText */
export function pasteBox(t, useText) {
  const id = freshId("paste");
  const area = h("textarea", { id, rows: 6, maxlength: 200_000, required: true });

  function submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    if (area.value.trim()) useText(area.value);
  }

  const form = h(
    "form",
    { onsubmit: submit },
    h("label", { for: id }, t("paste_label")),
    area,
    h("button", { type: "submit" }, t("paste_use")),
  );
  return h("details", { class: "paste" }, h("summary", {}, t("paste_title")), form);
}
