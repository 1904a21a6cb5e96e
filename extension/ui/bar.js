/** A score from 0 to 100 on a line, its interval lighter around it. Decoration: the figures stand beside it in words. */
import { s } from "./dom.js";

/** @typedef {import("../contract.js").Score} Score */

/** @param {Score} score */
export function bar({ score, low, high }) {
  const [from, to] = [low ?? score ?? 0, high ?? score ?? 0];
  return s(
    "svg",
    { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("rect", { class: "track", x: 0, y: 3, width: 100, height: 2 }),
    score !== null && s("rect", { class: "reach", x: 0, y: 3, width: score, height: 2 }),
    score !== null && s("rect", { class: "interval", x: from, y: 1, width: Math.max(to - from, 1), height: 6 }),
    score !== null && s("rect", { class: "point", x: Math.min(Math.max(score - 1, 0), 98), y: 0, width: 2, height: 8 }),
  );
}
