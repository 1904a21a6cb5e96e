/** Which page this is, what was read on it, and what the user stands for; then the audit. */
import { reading } from "../report/reading.js";
import { isOnThisMachine } from "../settings.js";
import { h } from "../ui/dom.js";
import { notice } from "./connecting.js";
import { declaration } from "./declaration.js";
import { pasteBox } from "./paste.js";

/**
 * @typedef {import("../messages.js").Translate} Translate
 * @typedef {import("../settings.js").Settings} Settings
 * @typedef {import("./paste.js").UseText} UseText
 * @typedef {import("./request.js").Subject} Subject
 */

/** The panel was opened without a click on the button. @param {Translate} t @param {UseText} useText */
export function askForClickView(t, useText) {
  return notice(
    "ask",
    t("click_title"),
    h("p", {}, t("click_text")),
    h("p", { class: "hint" }, t("click_hint")),
    pasteBox(t, useText),
  );
}

/** Pages of the browser itself, its shop, a file of another kind. @param {Translate} t @param {UseText} useText */
export function unreadableView(t, useText) {
  return notice("unreadable", t("unreadable_title"), h("p", {}, t("unreadable_text")), pasteBox(t, useText));
}

/** A server elsewhere: nothing leaves this machine before the user says so. @param {Translate} t @param {string} server @param {import("../browser.js").Click} click @param {() => void} read */
export function confirmView(t, server, click, read) {
  const { host } = new URL(server);
  return h(
    "section",
    { class: "confirm", "aria-labelledby": "confirm" },
    h("h2", { id: "confirm" }, t("confirm_title")),
    pageLine(click),
    h("p", {}, t("confirm_text", { host })),
    h("button", { type: "button", class: "primary", onclick: read }, t("confirm_send", { host })),
  );
}

/**
 * @param {Translate} t
 * @param {Settings} settings
 * @param {Subject} subject
 * @param {{ remember: import("./declaration.js").Remember, audit: () => void, useText: UseText }} actions
 */
export function subjectView(t, settings, subject, actions) {
  const declared = declaration(t, settings, actions.remember);

  function submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    declared.settle();
    actions.audit();
  }

  const form = h(
    "form",
    { class: "declare", "aria-labelledby": "declare", onsubmit: submit },
    h("h2", { id: "declare" }, t("declare_title")),
    declared.element,
    h("button", { type: "submit", class: "primary audit" }, t("audit")),
    h("p", { class: "hint" }, whereItGoes(t, settings.server)),
  );
  const element = h("div", { class: "subject" }, moved(t), read(t, subject), form, pasteBox(t, actions.useText));
  return { element, suggest: declared.suggest };
}

/** @param {Translate} t @param {string} server */
function whereItGoes(t, server) {
  return isOnThisMachine(server) ? t("audit_here") : t("audit_there", { host: new URL(server).host });
}

/** @param {Translate} t @param {Subject} subject */
function read(t, subject) {
  if (subject.kind === "text") {
    return section(t("read_text_title"), reading(t, { fields: { about: subject.text }, warnings: [] }));
  }
  const { page, extraction } = subject;
  const owner = extraction.owner.name ?? extraction.owner.handle ?? "";
  const { name, ...others } = extraction.fields;
  return section(
    t("preview_title"),
    pageLine({ ...page, title: owner || page.title }, languageName(t, extraction.language)),
    page.truncated ? h("p", { class: "warning" }, t("preview_truncated")) : null,
    // The owner stands above already.
    reading(t, { ...extraction, fields: name === owner ? others : extraction.fields }),
    h("p", { class: "hint" }, t("preview_hint")),
  );
}

/** @param {string} title @param {...import("../ui/dom.js").Child} children */
function section(title, ...children) {
  return h(
    "section",
    { class: "preview", "aria-labelledby": "preview" },
    h("h2", { id: "preview" }, title),
    ...children,
  );
}

/** Whose page, on which host. @param {{ title: string, url: string }} page @param {string} [note] */
function pageLine({ title, url }, note = "") {
  const host = URL.canParse(url) ? new URL(url).host : "";
  return h(
    "p",
    { class: "page" },
    h("strong", {}, title || host),
    h("span", { class: "host" }, [host, note].filter(Boolean).join(" · ")),
  );
}

/** @param {Translate} t @param {string | null} language */
function languageName(t, language) {
  return t.has(`language_${language}`) ? t(`language_${language}`) : t("language_uncertain");
}

/** Shown when the tab has gone on to another page. @param {Translate} t */
function moved(t) {
  return h("p", { class: "moved" }, t("moved"));
}

/** Above a report: what it was measured against, and the way back. @param {Translate} t @param {Settings} settings @param {() => void} back */
export function reportBar(t, { values }, back) {
  const names = values.map(({ name }) => name).join(" · ");
  return h(
    "div",
    { class: "report-bar" },
    moved(t),
    h("p", {}, names ? t("against", { names }) : t("against_nothing")),
    h("button", { type: "button", class: "quiet", onclick: back }, t("change")),
  );
}
