/**
 * What the extension remembers on this machine, and nothing else: where the service is, how to speak, what the user
 * stands for. No page and no report is ever kept.
 *
 * @typedef {{ name: string, weight: number }} DeclaredValue
 * @typedef {object} Settings
 * @property {string} server origin of the service
 * @property {string} token what pairing gave; good for `server` only
 * @property {"auto" | "en" | "nl"} language
 * @property {DeclaredValue[]} values
 * @property {string} statement why the user does what they do
 * @property {string} audience
 * @property {boolean} sensitive the user said it is their own profile and wants special categories looked at
 */
import { browserLanguage, readStored, writeStored } from "./browser.js";

/** @type {Settings} */
export const DEFAULTS = {
  server: "http://127.0.0.1:8765",
  token: "",
  language: "auto",
  values: [],
  statement: "",
  audience: "",
  sensitive: false,
};

export const LANGUAGES = /** @type {const} */ (["en", "nl"]);

/** @returns {Promise<Settings>} */
export function loadSettings() {
  return readStored(DEFAULTS);
}

/** A token is bound to the server that gave it: another server starts unpaired. @param {Partial<Settings>} patch */
export async function saveSettings(patch) {
  const { server } = await loadSettings();
  const moved = patch.server !== undefined && patch.server !== server;
  await writeStored({ ...patch, ...(moved ? { token: "" } : {}) });
}

/** @param {Settings["language"]} language @returns {"en" | "nl"} */
export function spokenLanguage(language) {
  const wanted = language === "auto" ? browserLanguage() : language;
  return LANGUAGES.find((code) => wanted.toLowerCase().startsWith(code)) ?? "en";
}

/** @param {string} server */
export function isOnThisMachine(server) {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(server).hostname);
}

/**
 * The origin of a typed address, or what is wrong with it. A server elsewhere must be https: the profile and the token
 * travel to it.
 * @param {string} typed
 * @returns {{ origin: string } | { fault: "address_invalid" | "address_not_https" }}
 */
export function readAddress(typed) {
  const text = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(withScheme)) return { fault: "address_invalid" };
  const url = new URL(withScheme);
  if (url.protocol !== "http:" && url.protocol !== "https:") return { fault: "address_invalid" };
  if (url.protocol === "http:" && !isOnThisMachine(url.origin)) return { fault: "address_not_https" };
  return { origin: url.origin };
}
