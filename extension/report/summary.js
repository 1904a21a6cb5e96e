/** The hallmark and the verdict: always on the text, never on the person. */
import { band } from "../ui/bands.js";
import { h } from "../ui/dom.js";
import { ring } from "../ui/ring.js";

/** @typedef {import("../contract.js").Report} Report */
/** @typedef {import("../messages.js").Translate} Translate */

/** @param {Translate} t @param {Report} report */
export function summary(t, { overall }) {
  const { score, low, high } = overall;
  return h(
    "section",
    { class: "summary", "aria-labelledby": "verdict" },
    ring(t, overall),
    h(
      "div",
      { class: "verdict" },
      h("h2", { id: "verdict", tabindex: "-1" }, score === null ? t("too_little_text") : t(`band_${band(score)}`)),
      h("p", {}, overall.verdict),
      score !== null &&
        low !== null &&
        high !== null &&
        h("p", { class: "hint" }, t("interval", { low: Math.round(low), high: Math.round(high) })),
    ),
  );
}
