import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { translator } from "../../../extension/messages.js";
import { reportView } from "../../../extension/report/report.js";
import { band, mark } from "../../../extension/ui/bands.js";
import { arc } from "../../../extension/ui/ring.js";
import { copied, place, texts } from "./page.js";
import { report } from "./sample.js";

const t = translator("en", texts("en"));

/** @param {string} selector */
const text = (selector) => document.querySelector(selector)?.textContent ?? "";
/** @param {string} selector */
const all = (selector) => [...document.querySelectorAll(selector)];

beforeEach(() => {
  place(reportView(t, report));
});

test("opens with the score, its interval and the verdict", () => {
  assert.equal(text(".ring .figure"), "63");
  assert.equal(text("#verdict"), "Mostly carried");
  assert.match(text(".verdict"), /honesty it says, but does not show yet.*between 57 and 69/);
  assert.match(text(".ring desc"), /63 of 100; it lies between 57 and 69/);
});

test("too little text is a result of its own", () => {
  place(reportView(t, { ...report, overall: { score: null, low: null, high: null, verdict: "A few words only." } }));
  assert.equal(text("#verdict"), "Too little text to tell");
  assert.equal(document.querySelectorAll(".ring path").length, 0);
});

test("the say-do table has a row a declared value, with marks and figures", () => {
  const rows = all(".say-do > table tbody > tr:not(.detail)").map((row) => row.textContent?.replace(/\s+/g, " "));
  assert.deepEqual(rows, [
    "craftsmanship●2◐0.40●0.71",
    "honesty⚑ contradicted●1●0.70○0.10",
    "plain speaking●1○0.00○0.00",
  ]);
  assert.match(text(".say-do details"), /sustainability/);
});

test("a row opens its sentences", () => {
  const button = /** @type {HTMLButtonElement} */ (document.querySelector("button.value"));
  const detail = /** @type {HTMLElement} */ (document.getElementById(button.getAttribute("aria-controls") ?? ""));
  assert.equal(detail.hidden, true);
  button.click();
  assert.equal(detail.hidden, false);
  assert.equal(button.getAttribute("aria-expanded"), "true");
  assert.match(detail.textContent ?? "", /Since 2014 I have mended 340 chairs/);
});

test("quotes begin and end at whole words", () => {
  const first = { ...report.findings[0], prefix: "aftswoman, who says: ", suffix: ", and each goes ho" };
  place(reportView(t, { ...report, findings: [first] }));
  assert.equal(text("blockquote .around"), "…who says: ");
  assert.equal(text("blockquote .around:last-child"), ", and each goes…");
});

test("a value of the user's own is said to be one", () => {
  assert.match(text(".say-do > table .detail:last-child"), /own words only.*No sentence/);
});

test("three fixes first, with the change, the gain and a copy button; a question has a pattern to fill in", async () => {
  assert.equal(all(".fixes > ol > .fix").length, 3);
  const [first, , ask] = all(".fixes > ol > .fix");
  assert.match(first.querySelector(".gain")?.textContent ?? "", /^\+4\.1 points, tried/);
  assert.equal(
    first.querySelector("del")?.textContent,
    "taken out: Passionate furniture maker, helping homes reach the next level",
  );
  first.querySelector("button")?.click();
  await new Promise((done) => setTimeout(done));
  assert.equal(copied.at(-1), "Furniture maker: I mend chairs");
  assert.equal(first.querySelector("[role=status]")?.textContent, "Copied");
  assert.match(ask.textContent ?? "", /A question for you.*In \[year\] I told \[whom\].*Copy to fill in/);
  assert.equal(ask.querySelector("ins"), null);
  assert.match(text(".fixes details"), /Put your belief first/);
});

test("categories are folded, each with its range; what could not be told says so", () => {
  assert.deepEqual(
    all(".category > summary .number").map((each) => each.textContent),
    ["58 (47–66)", "41 (33–52)", "not told"],
  );
  assert.match(text(".signal.not_applicable"), /It needs at least five posts\./);
  assert.match(text(".signal.error"), /could not be measured/);
});

test("few findings first, the others on request", () => {
  const signal = all(".signal")[1];
  assert.equal(signal.querySelectorAll(".finding").length, 4);
  /** @type {HTMLElement} */ (signal.querySelector("button")).click();
  assert.equal(signal.querySelectorAll(".finding").length, 5);
});

test("the receipt lets a reader rebuild the score", () => {
  const rows = all(".sum tr").map((row) => row.textContent);
  assert.deepEqual(rows, ["Base50.0", "Say and do+16.2", "Container words−3.2", "Score63.0"]);
  assert.match(text(".receipt"), /0f1e2d3c4b5a6978/);
});

test("what a profile or a service says never becomes markup", () => {
  const hostile = `<img src=x onerror="alert(1)">`;
  const poisoned = JSON.parse(JSON.stringify(report), (_, value) =>
    typeof value === "string" && value.includes(" ") ? hostile : value,
  );
  place(reportView(t, poisoned));
  assert.equal(document.querySelectorAll("img").length, 0);
  assert.ok(document.body.textContent?.includes(hostile));
});

test("words and marks follow the bands", () => {
  assert.deepEqual([75, 74, 55, 54, 35, 34].map(band), ["carried", "mostly", "mostly", "thin", "thin", "not_yet"]);
  assert.deepEqual([0, 0.2, 0.59, 0.6, 1].map(mark), ["○", "◐", "◐", "●", "●"]);
});

test("an arc runs clockwise from the top and closes nearly", () => {
  assert.equal(arc(0, 25), "M 64.00 12.00 A 52 52 0 0 1 116.00 64.00");
  assert.match(arc(0, 100), / 1 1 63\.\d+ 12\.00$/);
});
