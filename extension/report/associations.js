/** The brands and institutions the profile leans on, as a table: how it is tied to them, and how firmly. */
import { fold, h } from "../ui/dom.js";

/** @typedef {import("../contract.js").Report} Report */
/** @typedef {import("../contract.js").Association} Association */
/** @typedef {import("../messages.js").Translate} Translate */

/** @param {Translate} t @param {Report} report */
export function associations(t, report) {
  const all = report.associations ?? [];
  if (all.length === 0) return null;
  return h(
    "section",
    { class: "associations", "aria-label": t("associations_title") },
    fold(
      t.count("associations", all.length),
      {},
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ...["name", "relation", "attachment", "fit"].map((id) => h("th", { scope: "col" }, t(`association_${id}`))),
          ),
        ),
        h("tbody", {}, ...all.map((each) => row(t, each))),
      ),
    ),
  );
}

/** @param {Translate} t @param {Association} association */
function row(t, { name, kind, relation, attachment, fit }) {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name, h("span", { class: "hint" }, ` ${word(t, `kind_${kind}`, kind)}`)),
    h("td", {}, word(t, `relation_${relation}`, relation)),
    h("td", {}, word(t, `attachment_${attachment}`, attachment)),
    h("td", { class: "number" }, fit === null || fit === undefined ? "–" : t.number(fit, 1)),
  );
}

/** The contract's word in the reader's language; a word of a newer service is shown as it is. @param {Translate} t @param {string} id @param {string} plain */
const word = (t, id, plain) => (t.has(id) ? t(id) : plain);
