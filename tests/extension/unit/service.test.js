import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, ServiceError } from "../../../extension/service.js";

/** @param {(request: Request) => Response | Promise<Response>} answer */
function service(answer) {
  /** @type {Request[]} */
  const asked = [];
  /** @type {any} */
  const fetch = async (/** @type {URL} */ url, /** @type {RequestInit} */ init) => {
    asked.push(new Request(url, init));
    return answer(asked[0]);
  };
  return { asked, api: connect({ server: "http://127.0.0.1:8765", token: "tok", language: "nl", fetch }) };
}

/** @param {number} status @param {object} body */
const problem = (status, body) => () => Response.json({ status, ...body }, { status });

/** @param {ServiceError["kind"]} kind @param {object} [told] */
function fault(kind, told = {}) {
  return (/** @type {unknown} */ error) => {
    assert.ok(error instanceof ServiceError, String(error));
    assert.equal(error.kind, kind);
    for (const [key, value] of Object.entries(told)) assert.deepEqual(/** @type {any} */ (error.problem)[key], value);
    return true;
  };
}

test("sends the page with the token, in the user's language, without cookies", async () => {
  const { api, asked } = service(() => Response.json({ site: "web" }));
  await api.extract(
    /** @type {any} */ ({ url: "https://a.example/", html: "<p>", title: "not sent", truncated: false }),
  );
  assert.equal(asked[0].url, "http://127.0.0.1:8765/api/v1/extractions");
  assert.equal(asked[0].headers.get("authorization"), "Bearer tok");
  assert.equal(asked[0].headers.get("accept-language"), "nl");
  assert.equal(asked[0].credentials, "omit");
  assert.deepEqual(await asked[0].json(), { url: "https://a.example/", html: "<p>" });
});

test("pairs", async () => {
  const { api, asked } = service(() => Response.json({ token: "new" }));
  assert.equal(await api.pair("K7QF-2MZT"), "new");
  assert.deepEqual(await asked[0].json(), { code: "K7QF-2MZT" });
});

test("says when nobody answers", async () => {
  const { api } = service(() => Promise.reject(new TypeError("Failed to fetch")));
  await assert.rejects(api.health(), fault("offline"));
});

test("says when it takes too long", async () => {
  const { api } = service(() => Promise.reject(new DOMException("slow", "TimeoutError")));
  await assert.rejects(api.health(), fault("timeout"));
});

test("says when the token is not known", async () => {
  const { api } = service(problem(401, { title: "No valid token" }));
  await assert.rejects(api.values(), fault("unpaired"));
});

test("passes on what the service says is wrong", async () => {
  const errors = [{ pointer: "/profiles/0/html", detail: "No owner." }];
  const { api } = service(problem(422, { title: "Nobody to audit", detail: "No owner on this page.", errors }));
  await assert.rejects(
    api.audit({}),
    fault("problem", { title: "Nobody to audit", detail: "No owner on this page.", errors }),
  );
});

test("survives an answer that is not JSON", async () => {
  const { api } = service(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await assert.rejects(api.audit({}), fault("problem", { status: 502, title: undefined }));
});

test("a success that is not JSON is another program on that port, not a crash", async () => {
  const { api } = service(() => new Response("<h1>Hello</h1>"));
  await assert.rejects(api.health(), fault("problem"));
});
