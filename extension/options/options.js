/** The settings: where the service is and whether it knows this panel, the language, what the user stands for. */
import { forgetStored } from "../browser.js";
import { loadMessages } from "../messages.js";
import { declaration } from "../panel/declaration.js";
import { loadSettings, saveSettings, spokenLanguage } from "../settings.js";
import { h } from "../ui/dom.js";
import { languageField } from "./language.js";
import { serviceFields } from "./server.js";

/** Draws the page as the settings are now; gives the texts it was drawn with. */
async function draw() {
  const settings = await loadSettings();
  const t = await loadMessages(spokenLanguage(settings.language));
  document.documentElement.lang = t.language;
  document.title = `${t("options_title")} · Waarmerk`;
  const declared = declaration(t, settings, saveSettings);
  document
    .getElementById("options")
    ?.replaceChildren(
      h("h1", {}, t("options_title")),
      section(t("options_service"), serviceFields(t, settings, draw)),
      section(t("declare_title"), declared.element),
      section(t("options_language"), languageField(t, settings, draw)),
      section(t("options_forget"), h("p", {}, t("forget_text")), forgetButton(t)),
    );
  return t;
}

/** @param {string} title @param {...Node} children */
function section(title, ...children) {
  return h("section", {}, h("h2", {}, title), ...children);
}

/** @param {import("../messages.js").Translate} t */
function forgetButton(t) {
  return h("button", { type: "button", class: "forget", onclick: forget }, t("forget"));

  async function forget() {
    await forgetStored();
    const spoken = await draw();
    document.querySelector(".forget")?.after(h("span", { role: "status", class: "said" }, spoken("forgotten")));
  }
}

draw();
