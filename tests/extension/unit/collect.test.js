import "./page.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../../extension/collect.js";

const { collect } = /** @type {any} */ (globalThis).waarmerk;

beforeEach(() => {
  document.documentElement.innerHTML = "<head><title>Ines</title></head><body></body>";
});

test("keeps what a reader sees, with its attributes", () => {
  document.body.innerHTML = `<main id="m" data-x="1 &quot; 2"><h1 class="p-name">Ines &amp; Co</h1><br></main>`;
  assert.match(collect().html, /<main id="m" data-x="1 &quot; 2"><h1 class="p-name">Ines &amp; Co<\/h1><br><\/main>/);
});

test("leaves out code, drawings, frames and what holds tokens", () => {
  document.head.innerHTML += `<style>p{}</style><script>SECRET</script><meta name="csrf-token" content="SECRET">
    <script id="initial-state" type="application/json">{"access_token":"SECRET"}</script>`;
  document.body.innerHTML = `<svg><text>SECRET</text></svg><iframe title="SECRET"></iframe>
    <input type="hidden" value="SECRET"><input type="password" value="SECRET"><noscript>SECRET</noscript>
    <code style="display: none">SECRET</code><p onclick="SECRET()" style="SECRET: 1">kept</p>`;
  const { html } = collect();
  assert.ok(html.includes("<p>kept</p>"), html);
  assert.ok(!html.includes("SECRET"), html);
});

test("keeps structured data and the state that sites render from", () => {
  document.head.innerHTML += `<script type="application/ld+json">{"@type":"Person","name":"A < B"}</script>
    <script id="__NEXT_DATA__" type="application/json">{"page":1}</script><link rel="me" href="/me">`;
  const { html } = collect();
  assert.ok(html.includes(`{"@type":"Person","name":"A < B"}`), html);
  assert.ok(html.includes(`{"page":1}`), html);
  assert.ok(html.includes(`<link rel="me" href="/me">`), html);
});

test("reads open shadow roots as they are shown, slots filled", () => {
  document.body.innerHTML = `<x-card><b slot="name">Ines</b><i>not shown</i></x-card>`;
  const host = /** @type {Element} */ (document.querySelector("x-card"));
  host.attachShadow({ mode: "open" }).innerHTML = `<p>Maker: <slot name="name">nobody</slot></p>`;
  const { html } = collect();
  assert.match(html, /<x-card><p>Maker: <slot name="name"><b slot="name">Ines<\/b><\/slot><\/p><\/x-card>/);
});

test("stops at its budget and stays well formed", () => {
  document.body.innerHTML = `<ul>${"<li>chair</li>".repeat(200)}</ul>`;
  const { html, truncated } = collect(1000);
  assert.equal(truncated, true);
  assert.ok(html.length < 1100, String(html.length));
  assert.ok(html.endsWith("</ul></body></html>"), html.slice(-60));
  assert.equal(collect().truncated, false);
});

test("counts the budget as the bytes that will travel", () => {
  document.body.textContent = "é".repeat(300);
  assert.equal(collect(500).truncated, true);
  document.body.textContent = "e".repeat(300);
  assert.equal(collect(500).truncated, false);
});

test("survives very deep pages", () => {
  let inner = document.body;
  for (let depth = 0; depth < 1100; depth++) inner = inner.appendChild(document.createElement("div"));
  inner.textContent = "at the bottom";
  assert.ok(collect().html.includes("at the bottom"));
});

test("changes nothing and tells the address without its fragment", () => {
  document.body.innerHTML = "<p>same</p>";
  const before = document.documentElement.outerHTML;
  assert.equal(collect().url, "https://profiles.example/ines");
  assert.equal(document.documentElement.outerHTML, before);
});
