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
  const rows = [
    ...["name", "headline", "about", "location", "pronouns"].map((id) =>
      row(t, id, text(t, /** @type {any} */ (fields)[id])),
    ),
    row(t, "experience", entries(t, (fields.experience ?? []).map(position))),
    row(t, "education", entries(t, (fields.education ?? []).map(position))),
    row(t, "skills", text(t, fields.skills?.join(" · "))),
    row(t, "links", entries(t, fields.links ?? [])),
    row(t, "featured", entries(t, fields.featured ?? [])),
    row(
      t,
      "recommendations",
      entries(
        t,
        (fields.recommendations ?? []).map((each) => each.text),
        "reading_recommendations",
      ),
    ),
    row(
      t,
      "posts",
      entries(
        t,
        (fields.posts ?? []).map((post) => post.text),
      ),
    ),
    row(t, "counts", counts(t, fields.counts)),
  ];
  return h(
    "div",
    { class: "reading" },
    ...warnings.map((warning) => h("p", { class: "warning" }, warning)),
    h("dl", {}, ...rows.flat()),
  );
}

/** @param {Translate} t @param {string} id @param {Node | null} shown */
function row(t, id, shown) {
  return shown ? [h("dt", {}, t(`field_${id}`)), h("dd", {}, shown)] : [];
}

/** A text; the rest of a long one on request. @param {Translate} t @param {string | null | undefined} value */
function text(t, value) {
  if (!value) return null;
  if (value.length <= LONG) return h("p", { class: "profile-text" }, value);
  const head = value.slice(0, LONG).replace(/\s+\S*$/, "");
  const shown = h("p", { class: "profile-text" }, `${head}…`);
  const more = h("button", { type: "button", class: "quiet", onclick: whole }, t("show_all"));

  function whole() {
    shown.textContent = value ?? "";
    more.remove();
  }

  return h("div", {}, shown, more);
}

/** @param {Position} position */
function position({ title, organisation, from, to, text }) {
  const dates = [from, to].filter(Boolean).join("–");
  return [[title, organisation].filter(Boolean).join(" · "), dates, text].filter(Boolean).join(" — ");
}

/** A folded list. @param {Translate} t @param {string[]} items @param {string} [note] */
function entries(t, items, note) {
  if (items.length === 0) return null;
  const list = h("ul", {}, ...items.map((item) => h("li", { class: "profile-text" }, item)));
  return h(
    "details",
    {},
    h("summary", {}, t.count("entries", items.length)),
    note ? h("p", { class: "hint" }, t(note)) : null,
    list,
  );
}

/** @param {Translate} t @param {Record<string, number> | undefined} counts */
function counts(t, counts) {
  const known = Object.entries(counts ?? {}).filter(([id]) => t.has(`count_${id}`));
  if (known.length === 0) return null;
  return h("p", {}, known.map(([id, n]) => t(`count_${id}`, { n })).join(" · "));
}
