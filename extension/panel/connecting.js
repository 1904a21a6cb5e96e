/** What may stand between the panel and the service, each with what to do about it. */
import { copyButton } from "../ui/copy.js";
import { freshId, h } from "../ui/dom.js";
import { pasteBox } from "./paste.js";

/**
 * @typedef {import("../messages.js").Translate} Translate
 * @typedef {import("../service.js").ServiceError} ServiceError
 * @typedef {import("../settings.js").Settings} Settings
 */

const START = "waarmerk serve";

/** Firefox lets the user withhold hosts; a server elsewhere is always asked for. @param {Translate} t @param {string} server @param {() => void} allow */
export function hostView(t, server, allow) {
  const { host } = new URL(server);
  return notice(
    "host",
    t("host_title"),
    h("p", {}, t("host_text", { host })),
    h("button", { type: "button", class: "primary", onclick: allow }, t("host_allow", { host })),
  );
}

/**
 * @param {Translate} t
 * @param {string} server
 * @param {(code: string) => Promise<void>} pair
 * @param {ServiceError} [refused] when a token was sent and not taken
 */
export function unpairedView(t, server, pair, refused) {
  return notice(
    "unpaired",
    t("unpaired_title"),
    h("p", {}, t(refused ? "unpaired_again" : "unpaired_text")),
    h("p", { class: "hint" }, t("unpaired_where", { server })),
    pairingForm(t, pair),
  );
}

/** @param {Translate} t @param {(code: string) => Promise<void>} pair */
export function pairingForm(t, pair) {
  const [id, faultId] = [freshId("code"), freshId("code-fault")];
  const fault = h("p", { id: faultId, class: "fault", role: "alert" });
  const input = h("input", {
    id,
    type: "text",
    autocomplete: "one-time-code",
    spellcheck: "false",
    required: true,
    maxlength: 40,
    "aria-describedby": faultId,
  });
  const button = h("button", { type: "submit", class: "primary" }, t("pair"));

  async function submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    button.disabled = true;
    fault.textContent = "";
    try {
      await pair(input.value.trim());
    } catch (error) {
      fault.textContent = faultText(t, error);
      input.focus();
    } finally {
      button.disabled = false;
    }
  }

  return h(
    "form",
    { class: "pairing", onsubmit: submit },
    h("label", { for: id }, t("pair_code")),
    h("div", { class: "row" }, input, button),
    fault,
  );
}

/** @param {Translate} t @param {unknown} error */
export function faultText(t, error) {
  const { kind, problem } = /** @type {ServiceError} */ (error);
  if (kind === "offline" || kind === "timeout") return t(`${kind}_title`);
  if (kind !== "problem" && kind !== "unpaired") throw error;
  return [problem.title, problem.detail].filter(Boolean).join(": ") || t("problem_title");
}

/**
 * @param {Translate} t
 * @param {Settings} settings
 * @param {ServiceError} error
 * @param {() => void} again
 * @param {import("./paste.js").UseText} useText
 */
export function problemView(t, settings, { kind, problem }, again, useText) {
  const retry = h("button", { type: "button", class: "primary", onclick: again }, t("try_again"));
  if (kind === "offline") {
    const command = h("p", { class: "command" }, h("code", {}, START), copyButton(t, START));
    return notice(
      "offline",
      t("offline_title"),
      h("p", {}, t("offline_text", { server: settings.server })),
      command,
      retry,
    );
  }
  if (kind === "timeout") return notice("timeout", t("timeout_title"), h("p", {}, t("timeout_text")), retry);
  return notice(
    "problem",
    problem.title ?? t("problem_title"),
    h("p", {}, problem.detail ?? t("problem_text", { status: problem.status ?? 0 })),
    faults(problem.errors),
    retry,
    problem.status === 422 && pasteBox(t, useText),
  );
}

/** @param {{ pointer: string, detail: string }[]} [errors] */
function faults(errors = []) {
  return (
    errors.length > 0 &&
    h("ul", {}, ...errors.map(({ pointer, detail }) => h("li", {}, h("code", {}, pointer), ` ${detail}`)))
  );
}

/** @param {string} id @param {string} title @param {...import("../ui/dom.js").Child} children */
export function notice(id, title, ...children) {
  return h(
    "section",
    { class: `notice ${id}`, "aria-labelledby": "notice" },
    h("h2", { id: "notice" }, title),
    ...children,
  );
}
