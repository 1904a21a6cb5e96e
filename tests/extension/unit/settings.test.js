import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { loadSettings, readAddress, saveSettings, spokenLanguage } from "../../../extension/settings.js";
import { stored } from "./page.js";

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key];
});

test("an address becomes an origin", () => {
  assert.deepEqual(readAddress(" 127.0.0.1:9000/ "), { origin: "http://127.0.0.1:9000" });
  assert.deepEqual(readAddress("http://localhost:8765/a?b"), { origin: "http://localhost:8765" });
  assert.deepEqual(readAddress("https://waarmerk.example/x"), { origin: "https://waarmerk.example" });
});

test("an address that cannot be used says why", () => {
  for (const typed of ["", "::", "ftp://a.example", "http://"]) {
    assert.deepEqual(readAddress(typed), { fault: "address_invalid" }, typed);
  }
  assert.deepEqual(readAddress("http://waarmerk.example"), { fault: "address_not_https" });
});

test("a token stays with the server that gave it", async () => {
  await saveSettings({ token: "tok" });
  await saveSettings({ server: "http://127.0.0.1:8765", language: "en" });
  assert.equal((await loadSettings()).token, "tok");
  await saveSettings({ server: "https://other.example" });
  assert.equal((await loadSettings()).token, "");
});

test("speaks the browser's language unless told otherwise, and English where it has no other", () => {
  assert.equal(spokenLanguage("auto"), "nl");
  assert.equal(spokenLanguage("en"), "en");
  assert.equal(spokenLanguage(/** @type {any} */ ("fy")), "en");
});
