/** The categories, folded: each a bar with its interval; inside, its signals with why they matter and their evidence. */
import { bar } from "../ui/bar.js";
import { h } from "../ui/dom.js";
import { findings } from "./evidence.js";

/**
 * @typedef {import("../contract.js").Report} Report
 * @typedef {import("../contract.js").Category} Category
 * @typedef {import("../contract.js").Signal} Signal
 * @typedef {import("../messages.js").Translate} Translate
 */

/** @param {Translate} t @param {Report} report */
export function categories(t, report) {
  return h(
    "section",
    { class: "categories", "aria-labelledby": "categories" },
    h("h2", { id: "categories" }, t("categories_title")),
    ...report.categories.map((each) => category(t, report, each)),
  );
}

/** @param {Translate} t @param {Report} report @param {Category} category */
function category(t, report, { title, signals, ...score }) {
  const wanted = new Set(signals);
  const inside = report.signals.filter(({ id }) => wanted.has(id));
  return h(
    "details",
    { class: "category" },
    h("summary", {}, h("span", { class: "title" }, title), h("span", { class: "number" }, range(t, score)), bar(score)),
    ...inside.map((each) => signal(t, report, each)),
  );
}

/** @param {Translate} t @param {import("../contract.js").Score} score */
function range(t, { score, low, high }) {
  if (score === null) return t("not_told");
  const whole = t.number(score);
  return low === null || high === null
    ? whole
    : t("score_range", { score: Math.round(score), low: Math.round(low), high: Math.round(high) });
}

/** @param {Translate} t @param {Report} report @param {Signal} signal */
function signal(t, report, { title, status, score, summary, why, findings: ids, reason }) {
  return h(
    "article",
    { class: `signal ${status}` },
    h(
      "h3",
      {},
      h("span", { class: "title" }, title),
      h("span", { class: "number" }, score === null ? "–" : t.number(score)),
    ),
    status === "ok" ? h("p", {}, summary) : h("p", { class: "hint" }, reason ?? t("signal_error")),
    status === "ok" && h("p", { class: "hint" }, why),
    findings(t, report, ids),
  );
}
