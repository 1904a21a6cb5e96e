/** The language of panel and report; the browser's own unless the user says otherwise. */
import { LANGUAGES, saveSettings } from "../settings.js";
import { freshId, h } from "../ui/dom.js";

/**
 * @param {import("../messages.js").Translate} t
 * @param {import("../settings.js").Settings} settings
 * @param {() => Promise<unknown>} redraw
 */
export function languageField(t, { language }, redraw) {
  const id = freshId("language");
  const names = LANGUAGES.map((code) => [code, t(`language_name_${code}`)]);
  const options = [["auto", t("language_auto")], ...names].map(([value, name]) =>
    h("option", { value, selected: value === language }, name),
  );
  const select = h("select", { id, onchange: change }, ...options);

  async function change() {
    await saveSettings({ language: /** @type {"auto" | "en" | "nl"} */ (select.value) });
    await redraw();
    document.querySelector("select")?.focus();
  }

  return h("div", {}, h("label", { for: id }, t("language_label")), select);
}
