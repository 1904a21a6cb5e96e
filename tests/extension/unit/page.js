/**
 * A page and a browser for unit tests: happy-dom's document as the globals, and the few extension APIs the seam uses.
 * Node loads it before any test (`--import`), so that it stands when the extension is imported.
 */
import { readFileSync } from "node:fs";
import { Window } from "happy-dom";

export const window = new Window({ url: "https://profiles.example/ines#about" });
export const extension = new URL("../../../extension/", import.meta.url);

/** @type {any} */
const scope = globalThis;
for (const name of ["document", "location", "Event", "KeyboardEvent", "Node", "HTMLElement"]) {
  Object.defineProperty(scope, name, { value: /** @type {any} */ (window)[name], configurable: true, writable: true });
}

/** What `storage.local` holds; tests may look and change. @type {Record<string, unknown>} */
export const stored = {};
/** What was copied last. @type {string[]} */
export const copied = [];
const clipboard = { writeText: async (/** @type {string} */ text) => void copied.push(text) };
Object.defineProperty(scope, "navigator", { value: { clipboard }, configurable: true });

scope.chrome = {
  i18n: { getUILanguage: () => "nl-BE" },
  runtime: {
    getURL: (/** @type {string} */ path) => new URL(path, extension).href,
    getManifest: () => JSON.parse(readFileSync(new URL("manifest.json", extension), "utf8")),
  },
  storage: {
    local: {
      get: async (/** @type {object} */ defaults) => ({ ...defaults, ...stored }),
      set: async (/** @type {object} */ values) => void Object.assign(stored, values),
    },
  },
};

/** @param {string} language @returns {Record<string, { message: string }>} */
export function texts(language) {
  return JSON.parse(readFileSync(new URL(`_locales/${language}/messages.json`, extension), "utf8"));
}

/** Puts elements on the page. @template {Node} T @param {T} node @returns {T} */
export function place(node) {
  document.body.replaceChildren(node);
  return node;
}
