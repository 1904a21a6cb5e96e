/**
 * From what the user looks at and stands for to the one request of the public contract.
 *
 * @typedef {{ kind: "page", page: import("../browser.js").CollectedPage, extraction: import("../contract.js").Extraction }} PageSubject
 * @typedef {{ kind: "text", text: string }} TextSubject
 * @typedef {PageSubject | TextSubject} Subject
 */

/**
 * @param {Subject} subject
 * @param {import("../settings.js").Settings} settings
 * @param {string} language the report's
 */
export function auditRequest(subject, { values, statement, audience, sensitive }, language) {
  const profile = subject.kind === "page" ? { url: subject.page.url, html: subject.page.html } : { text: subject.text };
  const brand = {
    ...(values.length > 0 && { values: values.map(({ name, weight }) => ({ name, weight })) }),
    ...(statement.trim() && { statement: statement.trim() }),
    ...(audience.trim() && { audience: audience.trim() }),
  };
  return {
    profiles: [profile],
    ...(Object.keys(brand).length > 0 && { brand }),
    options: { report_language: language, sensitive },
  };
}
