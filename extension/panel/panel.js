/**
 * The panel: which page, what was read, what the user stands for, the report. One page per click; nothing is sent
 * before a click, and to a server elsewhere not before a second one.
 */
import { askHost, collectPage, hasHost, lastClick, onClick, onPageChange, onStored } from "../browser.js";
import { loadMessages } from "../messages.js";
import { reportView } from "../report/report.js";
import { connect, ServiceError } from "../service.js";
import { isOnThisMachine, loadSettings, saveSettings, spokenLanguage } from "../settings.js";
import { hostView, problemView, unpairedView } from "./connecting.js";
import { head, progress, show } from "./frame.js";
import { auditRequest } from "./request.js";
import { askForClickView, confirmView, reportBar, subjectView, unreadableView } from "./subject.js";

/** @typedef {import("../browser.js").Click} Click */
/** @typedef {import("./request.js").Subject} Subject */

/** @type {import("../settings.js").Settings} */
let settings;
/** @type {import("../messages.js").Translate} */
let t;
/** @type {Click | undefined} */
let click;
/** Counts what the user set going; what comes in for an earlier turn is dropped. */
let turn = 0;

const service = () => connect({ server: settings.server, token: settings.token, language: t.language });

/** A click or a change of settings while this is under way starts it anew; only the last one goes on. */
async function boot() {
  const mine = ++turn;
  const stored = await loadSettings();
  const texts = await loadMessages(spokenLanguage(stored.language));
  const last = await lastClick();
  if (mine !== turn) return;
  [settings, t, click] = [stored, texts, last];
  head(t);
  await arrive();
}

/** From a click to the preview, or to what stands in the way. */
async function arrive() {
  const mine = ++turn;
  await attempt(mine, async () => {
    if (!(await hasHost(settings.server))) return show(hostView(t, settings.server, allowHost));
    progress(t("connecting"));
    await service().health();
    if (!settings.token) return show(unpairedView(t, settings.server, pair));
    if (!click) return show(askForClickView(t, useText));
    if (!isOnThisMachine(settings.server)) return show(confirmView(t, settings.server, click, () => read(mine)));
    return read(mine);
  });
}

/** @param {number} mine */
async function read(mine) {
  const { tabId } = /** @type {Click} */ (click);
  await attempt(mine, async () => {
    progress(t("reading"));
    const page = await collectPage(tabId).catch(() => null);
    if (mine !== turn) return;
    if (!page) return show(unreadableView(t, useText));
    const extraction = await service().extract(page);
    if (mine === turn) offer({ kind: "page", page, extraction });
  });
}

/** @param {Subject} subject */
function offer(subject) {
  const view = subjectView(t, settings, subject, { remember, useText, audit: () => audit(subject) });
  show(view.element);
  service()
    .values()
    .then((known) => view.suggest(known.map(({ name }) => name)))
    .catch(() => {}); // without the catalogue the field still takes any word
}

/** @param {Subject} subject */
async function audit(subject) {
  const mine = ++turn;
  await attempt(
    mine,
    async () => {
      progress(t("auditing"));
      const report = await service().audit(auditRequest(subject, settings, t.language));
      if (mine === turn)
        show(
          reportBar(t, settings, () => offer(subject)),
          reportView(t, report),
        );
    },
    () => audit(subject),
  );
}

/** @param {Partial<typeof settings>} patch */
function remember(patch) {
  settings = { ...settings, ...patch };
  saveSettings(patch);
}

/** @param {string} text */
const useText = (text) => offer({ kind: "text", text });

/**
 * Does a step of a turn; an expected failure becomes a screen that says what to do.
 * @param {number} mine
 * @param {() => unknown} step
 * @param {() => void} [again]
 */
async function attempt(mine, step, again = arrive) {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (mine !== turn) return;
    if (error.kind === "unpaired") show(unpairedView(t, settings.server, pair, error));
    else show(problemView(t, settings, error, again, useText));
  } finally {
    if (mine === turn) progress("");
  }
}

async function allowHost() {
  if (await askHost(settings.server)) await arrive();
}

/** @param {string} code */
async function pair(code) {
  const token = await service().pair(code);
  settings = { ...settings, token };
  await saveSettings({ token });
  await arrive();
}

onClick((next) => {
  if (!t) return boot();
  click = next;
  return arrive();
});
onPageChange((tabId) => {
  if (click && tabId !== click.tabId) document.body.dataset.moved = "";
});
onStored(async () => {
  const next = await loadSettings();
  const moved =
    !settings ||
    next.server !== settings.server ||
    next.token !== settings.token ||
    next.language !== settings.language;
  if (moved) await boot();
});
boot();
