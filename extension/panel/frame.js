/** What stays while the views change: the head, the line that says what is going on, the place of the view. */
import { openOptions } from "../browser.js";
import { h, s } from "../ui/dom.js";

/** @typedef {import("../messages.js").Translate} Translate */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Translate} t */
export function head(t) {
  document.documentElement.lang = t.language;
  part("head").replaceChildren(
    h("h1", {}, hallmark(), "Waarmerk"),
    h("button", { type: "button", class: "quiet", onclick: () => openOptions() }, t("settings")),
  );
}

/** The mark as in icons/mark.svg, in the colour of the theme. */
function hallmark() {
  return s(
    "svg",
    { class: "hallmark", viewBox: "0 0 64 64", "aria-hidden": "true" },
    s("circle", { cx: 32, cy: 32, r: 27 }),
    s("path", { d: "M15 31 L23.5 43 L32 29 L39 43 L55 13" }),
  );
}

/** Whether the user was working in the view before it was put out of reach. */
let wasWorking = false;

const works = () => part("view").contains(document.activeElement);

/** Puts views on the screen, in place of what was there, and leads a screen reader to them. @param {...Node} views */
export function show(...views) {
  const lead = wasWorking || works();
  wasWorking = false;
  delete document.body.dataset.moved;
  part("view").replaceChildren(...views);
  scrollTo(0, 0);
  const heading = /** @type {HTMLElement | null} */ (part("view").querySelector("h2"));
  if (!lead || !heading) return;
  heading.tabIndex = -1;
  part("view").inert = false;
  heading.focus();
}

/** @param {string} text empty when nothing is going on */
export function progress(text) {
  wasWorking ||= text !== "" && works();
  part("progress").textContent = text;
  part("view").toggleAttribute("inert", text !== "");
  document.body.toggleAttribute("aria-busy", text !== "");
}
