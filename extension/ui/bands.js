/** Scores and strengths in words and marks; the bands are those of the web report. */

/** @typedef {"carried" | "mostly" | "thin" | "not_yet"} Band */

/** @param {number} score 0..100 @returns {Band} */
export function band(score) {
  if (score >= 75) return "carried";
  if (score >= 55) return "mostly";
  return score >= 35 ? "thin" : "not_yet";
}

/** A mark for a strength from 0 to 1; .5 is the point of decision. @param {number} strength @returns {"○" | "◐" | "●"} */
export function mark(strength) {
  if (strength < 0.2) return "○";
  return strength < 0.6 ? "◐" : "●";
}
