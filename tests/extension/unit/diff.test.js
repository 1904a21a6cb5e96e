import assert from "node:assert/strict";
import { test } from "node:test";
import { diff } from "../../../extension/ui/diff.js";

/** @param {import("../../../extension/ui/diff.js").Piece[]} pieces @param {string} kind */
const without = (pieces, kind) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join("");

test("old and new can be read back, whatever the texts", () => {
  const words = ["chair", "a", "mended", ", ", " ", "!", "é", "1974", "\n"];
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647);
  const text = () => Array.from({ length: next() % 12 }, () => words[next() % words.length]).join("");
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()];
    const pieces = diff(before, after);
    assert.equal(without(pieces, "new"), before);
    assert.equal(without(pieces, "gone"), after);
  }
});

test("what stays is left alone", () => {
  assert.deepEqual(
    diff("an honest, results-driven maker of chairs", "an honest maker of chairs").map((p) => p.kind),
    ["same", "gone", "same", "gone", "same"],
  );
});

test("a whole rewrite is shown as old and new, not as scraps", () => {
  const pieces = diff("Passionate maker helping homes to reach the next level", "I mend the chairs of Deventer");
  assert.deepEqual(
    pieces.map((piece) => piece.kind),
    ["gone", "new"],
  );
});

test("very long texts are shown whole", () => {
  assert.equal(diff("a ".repeat(5000), "b ".repeat(5000)).length, 2);
});
