/**
 * The extension's texts in the language the user chose, which need not be the browser's: read from the same
 * `_locales` files the browser uses. `{name}` in a text is filled in; `id_one` / `id_other` are chosen by number.
 *
 * @typedef {((id: string, params?: Record<string, string | number>) => string) & {
 *   language: string,
 *   count: (id: string, n: number) => string,
 *   number: (value: number, digits?: number) => string,
 *   has: (id: string) => boolean,
 * }} Translate
 */
import { fileUrl } from "./browser.js";

/** @param {string} language @returns {Promise<Translate>} */
export async function loadMessages(language) {
  const response = await fetch(fileUrl(`_locales/${language}/messages.json`));
  return translator(language, await response.json());
}

/**
 * @param {string} language
 * @param {Record<string, { message: string }>} texts
 * @returns {Translate}
 */
export function translator(language, texts) {
  const rules = new Intl.PluralRules(language);
  /** @param {number} value @param {number} [digits] */
  const number = (value, digits = 0) =>
    value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

  /** @param {string} id @param {Record<string, string | number>} [params] */
  function translate(id, params = {}) {
    const text = texts[id]?.message;
    if (text === undefined) throw new Error(`no text for ${id} in ${language}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = params[name];
      return typeof value === "number" ? number(value) : String(value ?? "");
    });
  }

  return Object.assign(translate, {
    language,
    number,
    count: (/** @type {string} */ id, /** @type {number} */ n) => translate(`${id}_${rules.select(n)}`, { n }),
    has: (/** @type {string} */ id) => id in texts,
  });
}
