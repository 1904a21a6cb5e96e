/**
 * The service, as the extension speaks to it: the public contract over fetch, with every failure named.
 *
 * @typedef {import("./contract.js").Report} Report
 * @typedef {import("./contract.js").Extraction} Extraction
 * @typedef {import("./contract.js").CatalogueValue} CatalogueValue
 * @typedef {"offline" | "timeout" | "unpaired" | "problem"} FaultKind
 */

const PATIENCE = 30_000;

/** `offline`: nobody answers. `unpaired`: no valid token. `problem`: the service said what is wrong, in words. */
export class ServiceError extends Error {
  /**
   * @param {FaultKind} kind
   * @param {{ title?: string, detail?: string, status?: number, errors?: { pointer: string, detail: string }[] }} [problem]
   */
  constructor(kind, problem = {}) {
    super(problem.detail ?? problem.title ?? kind);
    this.kind = kind;
    this.problem = problem;
  }
}

/**
 * @param {{ server: string, token: string, language: string, fetch?: typeof globalThis.fetch }} connection
 */
export function connect({ server, token, language, fetch = globalThis.fetch }) {
  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  async function call(path, body) {
    const headers = new Headers({ Accept: "application/json", "Accept-Language": language });
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const init = {
      method: body === undefined ? "GET" : "POST",
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
      credentials: /** @type {const} */ ("omit"),
      cache: /** @type {const} */ ("no-store"),
    };
    const response = await fetch(new URL(path, server), init).catch((error) => {
      throw new ServiceError(error?.name === "TimeoutError" ? "timeout" : "offline");
    });
    if (!response.ok) throw await refusal(response);
    return response.json().catch((error) => {
      throw new ServiceError(error?.name === "TimeoutError" ? "timeout" : "problem", { status: response.status });
    });
  }

  return {
    /** Whether anybody is there. */
    health: () => call("/healthz"),
    /** @param {string} code @returns {Promise<string>} the token */
    pair: async (code) => (await call("/api/v1/pairings", { code })).token,
    /** @returns {Promise<CatalogueValue[]>} */
    values: async () => (await call(`/api/v1/values?language=${language}`)).values,
    /** @param {{ url: string, html: string }} page @returns {Promise<Extraction>} */
    extract: ({ url, html }) => call("/api/v1/extractions", { url, html }),
    /** @param {object} request @returns {Promise<Report>} */
    audit: (request) => call("/api/v1/audits", request),
  };
}

/** @param {Response} response */
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  const told = { title: problem.title, detail: problem.detail, status: response.status, errors: problem.errors };
  // A token of another browser's panel: here, too, a new pairing mends it.
  const foreign = response.status === 403 && String(problem.type).endsWith("token-origin");
  return new ServiceError(response.status === 401 || foreign ? "unpaired" : "problem", told);
}
