/**
 * The one seam to the browser: the only file that names `chrome` or `browser`.
 *
 * Both browsers offer promises under the same names; where they differ (side panel or sidebar) this file decides.
 *
 * @typedef {{ tabId: number, windowId: number, title: string, url: string, at: number }} Click
 * @typedef {{ html: string, url: string, title: string, truncated: boolean }} CollectedPage
 */

/** @type {any} */
const scope = globalThis;
/** @type {typeof chrome} */
const api = scope.browser ?? scope.chrome;

/** @param {(click: Click) => void} handler */
export function onToolbarClick(handler) {
  api.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    handler({ tabId: tab.id, windowId: tab.windowId, title: tab.title ?? "", url: tab.url ?? "", at: Date.now() });
  });
}

/**
 * Opens the panel; must run inside the click itself. Firefox: `open`, not `toggle`, so that a click on a second page
 * reads that page instead of closing the panel.
 * @param {number} windowId
 */
export function openPanel(windowId) {
  const { sidebarAction } = /** @type {any} */ (api);
  return sidebarAction ? sidebarAction.open() : api.sidePanel.open({ windowId });
}

/** Kept in memory by the browser, never on disk. @param {Click} click */
export function rememberClick(click) {
  return api.storage.session.set({ click });
}

/** The last toolbar click in this window, if any. @returns {Promise<Click | undefined>} */
export async function lastClick() {
  const { click } = /** @type {{ click?: Click }} */ (await api.storage.session.get("click"));
  return click && click.windowId === (await windowId()) ? click : undefined;
}

/** @param {(click: Click) => void} handler */
export function onClick(handler) {
  api.storage.session.onChanged.addListener(async (changes) => {
    const click = /** @type {Click | undefined} */ (changes.click?.newValue);
    if (click && click.windowId === (await windowId())) handler(click);
  });
}

async function windowId() {
  return (await api.windows.getCurrent()).id;
}

/** Told when another tab comes to the front, or the tab goes to another page. @param {(tabId: number) => void} handler */
export function onPageChange(handler) {
  api.tabs.onActivated.addListener(async (info) => {
    if (info.windowId === (await windowId())) handler(info.tabId);
  });
  api.tabs.onUpdated.addListener(async (_tabId, change, tab) => {
    if (change.status === "loading" && tab.active && tab.windowId === (await windowId())) handler(-1);
  });
}

/**
 * Reads the page of a tab the user clicked on. Throws where the browser does not let extensions read.
 * @param {number} tabId
 * @returns {Promise<CollectedPage>}
 */
export async function collectPage(tabId) {
  const target = { tabId };
  // From the root: Firefox takes a relative path from the calling page.
  await api.scripting.executeScript({ target, files: ["/collect.js"] });
  const [first] = await api.scripting.executeScript({
    target,
    func: () => /** @type {any} */ (globalThis).waarmerk.collect(),
  });
  if (!first?.result) throw new Error("nothing was read");
  return first.result;
}

/** @param {string} origin */
export function hasHost(origin) {
  return api.permissions.contains({ origins: [hostPattern(origin)] });
}

/** Asks the user; must run inside a click. @param {string} origin */
export function askHost(origin) {
  return api.permissions.request({ origins: [hostPattern(origin)] });
}

/** Firefox refuses a port in a pattern. @param {string} origin */
function hostPattern(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** @template {object} T @param {T} defaults @returns {Promise<T>} */
export async function readStored(defaults) {
  return /** @type {T} */ (await api.storage.local.get(/** @type {any} */ (defaults)));
}

/** @param {Record<string, unknown>} values */
export function writeStored(values) {
  return api.storage.local.set(values);
}

export function forgetStored() {
  return Promise.all([api.storage.local.clear(), api.storage.session.clear()]);
}

/** @param {() => void} handler */
export function onStored(handler) {
  api.storage.local.onChanged.addListener(handler);
}

export function openOptions() {
  return api.runtime.openOptionsPage();
}

export function browserLanguage() {
  return api.i18n.getUILanguage();
}

/** @param {string} path inside the extension */
export function fileUrl(path) {
  return api.runtime.getURL(path);
}

export function version() {
  return api.runtime.getManifest().version;
}
