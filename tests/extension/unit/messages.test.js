import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { translator } from "../../../extension/messages.js";
import { extension, texts } from "./page.js";

const [en, nl] = ["en", "nl"].map(texts);
/** @param {string} text */
const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

/** @param {URL} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const url = new URL(name, folder);
    if (statSync(url).isDirectory()) return sources(new URL(`${name}/`, folder));
    return /\.(js|json)$/.test(name) && !url.pathname.includes("_locales") ? [readFileSync(url, "utf8")] : [];
  });
}

test("both languages have the same texts with the same holes", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(nl).sort());
  for (const id of Object.keys(en)) assert.deepEqual(holes(nl[id].message), holes(en[id].message), id);
});

test("every text is used, and every used text is there", () => {
  const code = sources(extension).join("\n");
  const literal = new Set(code.match(/(?<=")[a-z]\w*(?=")|(?<=__MSG_)\w+(?=__)/gi));
  const stems = [...code.matchAll(/`([a-z_]+_)\$\{/g)].map((match) => match[1]);
  for (const id of Object.keys(en)) {
    const stem = id.replace(/_(one|other)$/, "");
    const used = literal.has(id) || literal.has(stem) || stems.some((each) => id.startsWith(each));
    assert.ok(used, `${id} is used nowhere`);
  }
  for (const [, id] of code.matchAll(/\bt\("(\w+)"/g)) assert.ok(id in en, `${id} has no text`);
  for (const [, id] of code.matchAll(/t\.count\("(\w+)"/g)) {
    assert.ok(`${id}_one` in en && `${id}_other` in en, `${id} has no plural`);
  }
});

test("fills in numbers in the language's own way", () => {
  const t = translator("nl", nl);
  assert.equal(t("count_followers", { n: 12345 }), "12.345 volgers");
  assert.equal(t.number(4.1, 1), "4,1");
  assert.equal(t.count("fixes_more", 1), "Nog één suggestie");
  assert.equal(t.count("fixes_more", 3), "Nog 3 suggesties");
});

test("a missing text is an error, not a gap", () => {
  assert.throws(() => translator("en", en)("no_such_text"), /no text for no_such_text/);
});
