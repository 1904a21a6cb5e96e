import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRequest } from "../../../extension/panel/request.js";
import { DEFAULTS } from "../../../extension/settings.js";

test("a page goes as html under its address, with what the user declared", () => {
  const page = { html: "<p>", url: "https://a.example/", title: "A", truncated: false };
  const extraction = { site: "web", language: "en", fields: {}, warnings: [], owner: {} };
  const settings = {
    ...DEFAULTS,
    values: [{ name: "care", weight: 2 }],
    statement: " because ",
    audience: " ",
    sensitive: true,
  };
  assert.deepEqual(auditRequest({ kind: "page", page, extraction }, settings, "nl"), {
    profiles: [{ url: "https://a.example/", html: "<p>" }],
    brand: { values: [{ name: "care", weight: 2 }], statement: "because" },
    options: { report_language: "nl", sensitive: true },
  });
});

test("a pasted text goes as text, and nothing declared is nothing sent", () => {
  assert.deepEqual(auditRequest({ kind: "text", text: "I mend chairs." }, DEFAULTS, "en"), {
    profiles: [{ text: "I mend chairs." }],
    options: { report_language: "en", sensitive: false },
  });
});
