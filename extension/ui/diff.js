/**
 * The difference of two short texts, word by word: the longest common row of words stays. Where little is common, old
 * and new are shown whole, one after the other: scraps of both through each other cannot be read.
 *
 * @typedef {{ kind: "same" | "gone" | "new", text: string }} Piece
 */

/** Beyond this many tokens on a side the table is not worth its size. */
const LONGEST = 800;
/** Below this share of kept words the texts count as two. */
const KEPT = 0.5;

/** @param {string} before @param {string} after @returns {Piece[]} */
export function diff(before, after) {
  const [a, b] = [tokens(before), tokens(after)];
  if (a.length > LONGEST || b.length > LONGEST) return whole(before, after);
  const pieces = walk(a, b, common(a, b));
  const kept = pieces.filter(({ kind, text }) => kind === "same" && isWord(text)).length;
  return kept < KEPT * Math.min(a.filter(isWord).length, b.filter(isWord).length)
    ? whole(before, after)
    : joined(pieces);
}

/** @param {string} before @param {string} after */
function whole(before, after) {
  return [piece("gone", before), piece("new", after)].filter(({ text }) => text !== "");
}

/** Words, spaces and marks, each by itself. @param {string} text */
function tokens(text) {
  return text.match(/\s+|[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}'’-]/gu) ?? [];
}

/** @param {string} token */
const isWord = (token) => /[\p{L}\p{N}]/u.test(token);

/** @param {Piece["kind"]} kind @param {string} text @returns {Piece} */
const piece = (kind, text) => ({ kind, text });

/** Lengths of the longest common row from each pair of positions on. @param {string[]} a @param {string[]} b */
function common(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/** @param {string[]} a @param {string[]} b @param {Uint16Array[]} table */
function walk(a, b, table) {
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
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
