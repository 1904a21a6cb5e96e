import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { translator } from "../../../extension/messages.js";
import { chips } from "../../../extension/ui/chips.js";
import { place, texts } from "./page.js";

const t = translator("en", texts("en"));
/** @type {import("../../../extension/settings.js").DeclaredValue[]} */
let values;
/** @type {ReturnType<typeof chips>} */
let made;

beforeEach(() => {
  values = [{ name: "honesty", weight: 1 }];
  made = chips(t, values, (next) => {
    values = next;
  });
  place(made.field);
});

/** @param {string} text @param {string} [key] */
function type(text, key) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector("input"));
  input.value = text;
  if (key) input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

/** @param {string} label */
const press = (label) => /** @type {HTMLElement} */ (document.querySelector(`[aria-label="${label}"]`)).click();

test("Enter and comma add words, once each", () => {
  type("plain speaking", "Enter");
  type("Honesty", ",");
  type("care, care,  , craft", "Enter");
  assert.deepEqual(
    values.map(({ name }) => name),
    ["honesty", "plain speaking", "care", "craft"],
  );
});

test("a value can weigh double, and single again", () => {
  press("honesty counts double");
  assert.deepEqual(values, [{ name: "honesty", weight: 2 }]);
  assert.equal(document.querySelector(".weigh")?.getAttribute("aria-pressed"), "true");
  press("honesty counts double");
  assert.equal(values[0].weight, 1);
});

test("a value can be taken away", () => {
  press("Remove honesty");
  assert.deepEqual(values, []);
  assert.equal(document.querySelectorAll(".chip").length, 0);
});

test("what is typed but not added is taken up before an audit", () => {
  type("courage");
  assert.deepEqual(made.settle().at(-1), { name: "courage", weight: 1 });
});

test("the catalogue suggests", () => {
  made.suggest(["care", "joy"]);
  assert.deepEqual(
    [...document.querySelectorAll("option")].map(({ value }) => value),
    ["care", "joy"],
  );
});
