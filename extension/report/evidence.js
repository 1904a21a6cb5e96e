/** The words in the profile that a judgement rests on: quoted, with what stands around them, and a note. */
import { h } from "../ui/dom.js";

/**
 * @typedef {import("../contract.js").Finding} Finding
 * @typedef {import("../contract.js").Report} Report
 * @typedef {import("../messages.js").Translate} Translate
 */

const FIRST = 4;

/** @param {Translate} t @param {Finding} finding */
export function quote(t, { quote, prefix, suffix, start, note, polarity, field }) {
  const words = [
    h("strong", {}, `${t(`polarity_${polarity}`)}.`),
    ` ${note} `,
    h("span", { class: "where" }, fieldName(t, field)),
  ];
  return h(
    "li",
    { class: `finding ${polarity}` },
    h("blockquote", {}, around(before(prefix, start)), h("mark", {}, quote), around(after(suffix))),
    h("p", { class: "note" }, ...words),
  );
}

/** @param {string} text */
const around = (text) => text && h("span", { class: "around" }, text);

/** What stands before, from its first whole word on. @param {string} prefix @param {number} start of the quote, in code points */
function before(prefix, start) {
  const whole = start <= [...prefix].length;
  return whole ? prefix : `…${prefix.replace(/^\S*\s+(?=\S)/, "")}`;
}

/** What stands after, to its last whole word. @param {string} suffix */
function after(suffix) {
  return /^\s*$|[.!?]\s*$/.test(suffix) ? suffix : `${suffix.replace(/(?<=\S)\s+\S*$/, "")}…`;
}

/** A field path of the report in words: `experience[0].text` is the first entry of experience. @param {Translate} t @param {string} path */
export function fieldName(t, path) {
  const [, name, index] = /^([a-z]+)(?:\[(\d+)\])?/.exec(path) ?? [];
  const known = name && t.has(`field_${name}`) ? t(`field_${name}`) : path;
  return index === undefined ? known : `${known} ${Number(index) + 1}`;
}

/** The findings of some ids as a list; the later ones on request. @param {Translate} t @param {Report} report @param {string[]} ids */
export function findings(t, report, ids) {
  const wanted = new Set(ids);
  const found = report.findings.filter(({ id }) => wanted.has(id));
  if (found.length === 0) return null;
  const list = h("ul", { class: "findings" }, ...found.slice(0, FIRST).map((each) => quote(t, each)));
  const rest = found.slice(FIRST);
  if (rest.length === 0) return list;
  const more = h(
    "button",
    { type: "button", class: "quiet", onclick: showRest },
    t.count("findings_more", rest.length),
  );

  function showRest() {
    const items = rest.map((each) => quote(t, each));
    list.append(...items);
    more.remove();
    items[0].tabIndex = -1;
    items[0].focus();
  }

  return h("div", {}, list, more);
}
