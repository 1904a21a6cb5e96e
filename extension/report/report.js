/** The whole report, in the order every rendering of it keeps. */
import { h } from "../ui/dom.js";
import { associations } from "./associations.js";
import { categories } from "./categories.js";
import { fixes } from "./fixes.js";
import { receipt } from "./receipt.js";
import { sayDo } from "./saydo.js";
import { summary } from "./summary.js";

/** @typedef {import("../contract.js").Report} Report */
/** @typedef {import("../messages.js").Translate} Translate */

/** @param {Translate} t @param {Report} report */
export function reportView(t, report) {
  return h(
    "div",
    { class: "report" },
    ...[summary, sayDo, fixes, categories, associations, receipt].map((part) => part(t, report)),
  );
}
