/** What a reader found on a page, field by field, so that the user sees what is judged. */
import { h } from "../ui/dom.js";

/**
 * @typedef {import("../contract.js").Fields} Fields
 * @typedef {import("../contract.js").Position} Position
 * @typedef {import("../messages.js").Translate} Translate
 */

const LONG = 320;

/** @param {Translate} t @param {{ fields: Fields, warnings: string[] }} profile */
export function reading(t, { fields, warnings }) {
  const texts = [
    ...row(t, "name", fields.name),
    ...row(t, "headline", fields.headline),
    ...row(t, "about", fields.about),
    ...row(t, "location", fields.location),
    ...row(t, "pronouns", fields.pronouns),
    ...row(t, "skills", fields.skills?.join(" · ")),
    ...row(t, "counts", counts(t, fields.counts)),
  ];
  return h(
    "div",
    { class: "reading" },
    ...warnings.map((warning) => h("p", { class: "warning" }, warning)),
    h("dl", {}, ...texts),
    entries(t, "experience", (fields.experience ?? []).map(position)),
    entries(t, "education", (fields.education ?? []).map(position)),
    entries(t, "featured", fields.featured),
    entries(t, "links", fields.links),
    entries(
      t,
      "recommendations",
      fields.recommendations?.map(({ text }) => text),
      t("reading_recommendations"),
    ),
    entries(
      t,
      "posts",
      fields.posts?.map(({ text }) => text),
    ),
  );
}

/** A text; the rest of a long one on request. @param {Translate} t @param {string} id @param {string | null | undefined} value */
function row(t, id, value) {
  if (!value) return [];
  const label = h("dt", {}, t(`field_${id}`));
  if (value.length <= LONG) return [label, h("dd", { class: "profile-text" }, value)];
  const text = h("span", {}, `${value.slice(0, LONG).replace(/\s+\S*$/, "")}… `);
  const more = h("button", { type: "button", class: "quiet", onclick: whole }, t("show_all"));

  function whole() {
    text.textContent = value ?? "";
    more.remove();
  }

  return [label, h("dd", { class: "profile-text" }, text, more)];
}

/** @param {Position} position */
function position({ title, organisation, from, to, text }) {
  const dates = [from, to].filter(Boolean).join("–");
  return [[title, organisation].filter(Boolean).join(" · "), dates, text].filter(Boolean).join(" — ");
}

/** A folded list. @param {Translate} t @param {string} id @param {string[]} [items] @param {string} [note] */
function entries(t, id, items = [], note = "") {
  if (items.length === 0) return null;
  return h(
    "details",
    {},
    h("summary", {}, t(`field_${id}`), " ", h("span", { class: "hint" }, t.count("entries", items.length))),
    note && h("p", { class: "hint" }, note),
    h("ul", {}, ...items.map((item) => h("li", { class: "profile-text" }, item))),
  );
}

/** @param {Translate} t @param {Record<string, number> | undefined} counts */
function counts(t, counts) {
  const known = Object.entries(counts ?? {}).filter(([id]) => t.has(`count_${id}`));
  return known.map(([id, n]) => t(`count_${id}`, { n })).join(" · ");
}
