/** What to change, with the change written out and what it was measured to give. */
import { copyButton } from "../ui/copy.js";
import { diff } from "../ui/diff.js";
import { fold, h } from "../ui/dom.js";
import { fieldName } from "./evidence.js";

/**
 * @typedef {import("../contract.js").Report} Report
 * @typedef {import("../contract.js").Suggestion} Suggestion
 * @typedef {import("../messages.js").Translate} Translate
 */

const FIRST = 3;

/** @param {Translate} t @param {Report} report */
export function fixes(t, { suggestions }) {
  const rest = suggestions.slice(FIRST);
  return h(
    "section",
    { class: "fixes", "aria-labelledby": "fixes" },
    h("h2", { id: "fixes" }, t("fixes_title")),
    suggestions.length === 0
      ? h("p", { class: "hint" }, t("fixes_none"))
      : h("ol", {}, ...suggestions.slice(0, FIRST).map((each) => fix(t, each))),
    rest.length > 0 &&
      fold(t.count("fixes_more", rest.length), {}, h("ol", { start: FIRST + 1 }, ...rest.map((each) => fix(t, each)))),
  );
}

/** @param {Translate} t @param {Suggestion} suggestion */
function fix(t, suggestion) {
  const { title, detail, kind, field, after } = suggestion;
  return h(
    "li",
    { class: `fix ${kind}` },
    h("h3", {}, title),
    gain(t, suggestion),
    h("p", {}, detail),
    kind === "edit" ? change(t, suggestion) : after && h("blockquote", { class: "diff" }, after),
    h(
      "p",
      { class: "acts" },
      h("span", { class: "where" }, fieldName(t, field)),
      after.trim() && copyButton(t, after, t(kind === "edit" ? "copy_new" : "copy_pattern")),
    ),
  );
}

/** The detail of a question says what an answer may bring. @param {Translate} t @param {Suggestion} suggestion */
function gain(t, { gain, verified, kind }) {
  if (kind === "ask") return h("p", { class: "question" }, t("fix_question"));
  const points = `+${t.number(gain, 1)}`;
  return h("p", { class: "gain" }, t(verified ? "gain_verified" : "gain_estimate", { points }));
}

const TAGS = /** @type {const} */ ({ same: "span", gone: "del", new: "ins" });

/** @param {Translate} t @param {Suggestion} suggestion */
function change(t, { before, after }) {
  const spoken = { same: "", gone: t("diff_gone"), new: t("diff_new") };
  const pieces = diff(before, after).map(({ kind, text }) =>
    h(TAGS[kind], {}, kind !== "same" && h("span", { class: "unseen" }, `${spoken[kind]}: `), text),
  );
  return h("blockquote", { class: "diff" }, ...pieces);
}
