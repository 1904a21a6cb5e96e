/** What was read, how the score adds up, and by which engine: enough to rebuild it. */
import { version } from "../browser.js";
import { copyButton } from "../ui/copy.js";
import { fold, h } from "../ui/dom.js";
import { reading } from "./reading.js";

/** @typedef {import("../contract.js").Report} Report */
/** @typedef {import("../messages.js").Translate} Translate */

/** @param {Translate} t @param {Report} report */
export function receipt(t, report) {
  return h(
    "section",
    { class: "receipt", "aria-label": t("receipt_title") },
    fold(t("read_title"), {}, ...report.profiles.map((profile) => reading(t, profile))),
    fold(t("sum_title"), {}, sum(t, report)),
    fold(t("receipt_title"), {}, stamp(t, report)),
  );
}

/** @param {Translate} t @param {Report} report */
function sum(t, { overall, contributions, signals }) {
  const titles = new Map(signals.map(({ id, title }) => [id, title]));
  const rows = contributions.filter(({ points }) => Math.abs(points) >= 0.05).sort((a, b) => b.points - a.points);
  const line = (/** @type {string} */ label, /** @type {string} */ figure) =>
    h("tr", {}, h("th", { scope: "row" }, label), h("td", { class: "number" }, figure));
  return h(
    "table",
    { class: "sum" },
    h(
      "tbody",
      {},
      overall.base !== undefined && line(t("sum_base"), t.number(overall.base, 1)),
      ...rows.map(({ signal, points }) =>
        line(titles.get(signal) ?? signal, `${points > 0 ? "+" : "−"}${t.number(Math.abs(points), 1)}`),
      ),
      overall.score !== null && line(t("sum_total"), t.number(overall.score, 1)),
    ),
  );
}

/** @param {Translate} t @param {Report} report */
function stamp(t, { engine, created_at }) {
  const when = new Date(created_at).toLocaleString(t.language, { dateStyle: "long", timeStyle: "short" });
  const line = (/** @type {string} */ id, /** @type {(Node | string)[]} */ ...value) => [
    h("dt", {}, t(id)),
    h("dd", {}, ...value),
  ];
  return h(
    "dl",
    {},
    ...line("receipt_when", when),
    ...line("receipt_engine", engine.version),
    ...line("receipt_rules", h("code", {}, engine.rules.slice(0, 16))),
    ...line("receipt_input", h("code", {}, engine.input.slice(0, 16)), copyButton(t, engine.input)),
    ...line("receipt_panel", version()),
    h("dd", { class: "hint" }, t("receipt_kept")),
  );
}
