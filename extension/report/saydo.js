/** The heart of it: per value what was declared, what the profile claims, and what it shows. A row opens its sentences. */
import { mark } from "../ui/bands.js";
import { fold, freshId, h } from "../ui/dom.js";
import { findings } from "./evidence.js";

/**
 * @typedef {import("../contract.js").Report} Report
 * @typedef {import("../contract.js").ValueRow} ValueRow
 * @typedef {import("../messages.js").Translate} Translate
 */

/** From here on a value counts as contradicted: .5 is the point of decision of every strength. */
const CONTRADICTED = 0.5;

/** @param {Translate} t @param {Report} report */
export function sayDo(t, report) {
  const declared = report.values.filter((value) => value.declared);
  const others = report.values.filter(
    (value) => !value.declared && Math.max(value.claimed, value.shown) >= CONTRADICTED,
  );
  return h(
    "section",
    { class: "say-do", "aria-labelledby": "say-do" },
    h("h2", { id: "say-do" }, t("saydo_title")),
    declared.length > 0 ? table(t, report, declared) : h("p", { class: "hint" }, t("saydo_none")),
    others.length > 0 && fold(t.count("saydo_others", others.length), {}, table(t, report, others)),
  );
}

/** @param {Translate} t @param {Report} report @param {ValueRow[]} values */
function table(t, report, values) {
  const heads = ["declared", "claimed", "shown"].map((id) => h("th", { scope: "col", class: id }, t(`saydo_${id}`)));
  return h(
    "table",
    {},
    h("caption", { class: "unseen" }, t("saydo_caption")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("saydo_value")), ...heads)),
    h("tbody", {}, ...values.flatMap((value) => rows(t, report, value))),
  );
}

/** @param {Translate} t @param {Report} report @param {ValueRow} value */
function rows(t, report, value) {
  const id = freshId("sentences");
  const evidence = findings(t, report, value.findings);
  const detail = h(
    "tr",
    { id, class: "detail", hidden: true },
    h("td", { colspan: 4 }, remarks(t, value), evidence ?? h("p", { class: "hint" }, t("saydo_nothing"))),
  );
  const toggle = h(
    "button",
    { type: "button", class: "value", "aria-expanded": "false", "aria-controls": id, onclick: flip },
    value.name,
  );

  function flip() {
    detail.hidden = !detail.hidden;
    toggle.setAttribute("aria-expanded", String(!detail.hidden));
  }

  const contradicted =
    value.contradicted >= CONTRADICTED && h("span", { class: "contradicted" }, `⚑ ${t("saydo_contradicted")}`);
  const row = h(
    "tr",
    {},
    h("th", { scope: "row" }, toggle, contradicted),
    h(
      "td",
      { class: "declared" },
      ...(value.declared ? figure("●", t.number(value.weight)) : figure("○", t("saydo_undeclared"))),
    ),
    h("td", { class: "claimed" }, ...strength(t, value.claimed)),
    h("td", { class: "shown" }, ...strength(t, value.shown)),
  );
  return [row, detail];
}

/** @param {Translate} t @param {ValueRow} value */
function remarks(t, value) {
  if (value.declared_in === "statement") return h("p", { class: "hint" }, t("saydo_from_statement"));
  return value.match === 0 && h("p", { class: "hint" }, t("saydo_own_words"));
}

/** @param {Translate} t @param {number} value */
const strength = (t, value) => figure(mark(value), t.number(value, 2));

/** @param {string} sign @param {string} number */
function figure(sign, number) {
  return [h("span", { class: "mark", "aria-hidden": "true" }, sign), h("span", { class: "number" }, number)];
}
