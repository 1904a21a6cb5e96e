/**
 * The difference of two short texts, word by word: the longest common row of words stays.
 *
 * @typedef {{ kind: "same" | "gone" | "new", text: string }} Piece
 */

/** Beyond this many words on a side the table is not worth its size; old and new are then shown whole. */
const LONGEST = 400;

/** @param {string} before @param {string} after @returns {Piece[]} */
export function diff(before, after) {
  const [a, b] = [words(before), words(after)];
  if (a.length > LONGEST || b.length > LONGEST) {
    return joined([...a.map((text) => piece("gone", text)), ...b.map((text) => piece("new", text))]);
  }
  return joined(walk(a, b, common(a, b)));
}

/** Words with the space that follows them. @param {string} text */
function words(text) {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** @param {Piece["kind"]} kind @param {string} text @returns {Piece} */
const piece = (kind, text) => ({ kind, text });

/** @param {string} x @param {string} y */
const alike = (x, y) => x.trim() === y.trim();

/** Lengths of the longest common row from each pair of positions on. @param {string[]} a @param {string[]} b */
function common(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = alike(a[i], b[j]) ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/** @param {string[]} a @param {string[]} b @param {Uint16Array[]} table */
function walk(a, b, table) {
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && alike(a[i], b[j])) {
      pieces.push(piece("same", b[j]));
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) {
      pieces.push(piece("gone", a[i++]));
    } else {
      pieces.push(piece("new", b[j++]));
    }
  }
  return pieces;
}

/** Neighbours of one kind become one piece. @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const rows = [];
  for (const { kind, text } of pieces) {
    const last = rows.at(-1);
    if (last?.kind === kind) last.text += text;
    else rows.push({ kind, text });
  }
  return rows;
}
