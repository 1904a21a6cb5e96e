/** A button that copies a text and says so, on screen and to a screen reader. */
import { h } from "./dom.js";

/** @typedef {import("../messages.js").Translate} Translate */

const SAID = 2000;

/** @param {Translate} t @param {string} text @param {string} [label] */
export function copyButton(t, text, label = t("copy")) {
  const said = h("span", { role: "status", class: "said" });
  const button = h("button", { type: "button", class: "quiet copy", onclick: copy }, label);

  async function copy() {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.textContent = t(done ? "copied" : "copy_failed");
    setTimeout(() => {
      said.textContent = "";
    }, SAID);
  }

  return h("span", { class: "copying" }, button, said);
}
