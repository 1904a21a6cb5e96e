/** Rules of the house that a reader of the code cannot see at a glance. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { extension } from "./page.js";

/** @param {URL} folder @returns {[string, string][]} */
function scripts(folder) {
  return readdirSync(folder).flatMap((name) => {
    const url = new URL(name, folder);
    if (statSync(url).isDirectory()) return scripts(new URL(`${name}/`, folder));
    return name.endsWith(".js") ? [[url.pathname.slice(extension.pathname.length), readFileSync(url, "utf8")]] : [];
  });
}

const code = scripts(extension).map(([name, text]) => [name, text.replace(/\/\*[\s\S]*?\*\/|\/\/ .*$|"[^"]*"/gm, "")]);

test("only browser.js names the browser's own objects", () => {
  for (const [name, text] of code) {
    if (name !== "browser.js") assert.doesNotMatch(text, /\b(chrome|browser)\s*[.?[]/, name);
  }
});

test("no markup is made from text, and no code from strings", () => {
  for (const [name, text] of code) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
  }
});

test("the manifest asks for no more than it should", () => {
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", extension), "utf8"));
  assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "sidePanel"]);
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*"]);
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
});
