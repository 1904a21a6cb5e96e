/** The hallmark: a ring filled as far as the score, its interval as a lighter arc, the figure in the middle. */
import { freshId, s } from "./dom.js";

/** @typedef {import("../contract.js").Score} Score */
/** @typedef {import("../messages.js").Translate} Translate */

const RADIUS = 52;

/** @param {Translate} t @param {Score} score */
export function ring(t, score) {
  const [title, description] = [freshId("ring-title"), freshId("ring-description")];
  return s(
    "svg",
    { class: "ring", viewBox: "0 0 128 128", role: "img", "aria-labelledby": `${title} ${description}` },
    s("title", { id: title }, t("ring_title")),
    s("desc", { id: description }, describe(t, score)),
    s("circle", { class: "track", cx: 64, cy: 64, r: RADIUS }),
    ...arcs(score),
    s(
      "text",
      { class: "figure", x: 64, y: 75, "text-anchor": "middle" },
      score.score === null ? "–" : t.number(score.score),
    ),
  );
}

/** @param {Translate} t @param {Score} score */
function describe(t, { score, low, high }) {
  if (score === null) return t("too_little_text");
  return t("ring_description", {
    score: Math.round(score),
    low: Math.round(low ?? score),
    high: Math.round(high ?? score),
  });
}

/** @param {Score} score */
function arcs({ score, low, high }) {
  if (score === null) return [];
  return [
    s("path", { class: "reach", d: arc(0, score) }),
    s("path", { class: "interval", d: arc(low ?? score, Math.max(high ?? score, (low ?? score) + 0.5)) }),
    s("path", { class: "point", d: arc(Math.max(score - 0.4, 0), Math.min(score + 0.4, 100)) }),
  ];
}

/** An arc of the ring between two scores, clockwise from the top. @param {number} from @param {number} to */
export function arc(from, to) {
  const end = Math.min(to, 99.99);
  const large = end - from > 50 ? 1 : 0;
  return `M ${point(from)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${point(end)}`;
}

/** @param {number} score */
function point(score) {
  const angle = (score / 100) * 2 * Math.PI;
  return `${(64 + RADIUS * Math.sin(angle)).toFixed(2)} ${(64 - RADIUS * Math.cos(angle)).toFixed(2)}`;
}
