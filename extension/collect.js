/**
 * Reads the page as a reader sees it, shadow roots included, and changes nothing in it. A classic file: it is run in
 * the extension's own world by a toolbar click and leaves one object there, which the page cannot see.
 *
 * Left out: scripts, styles, drawings, frames, hidden and password fields (they hold tokens, not text). Kept of the
 * scripts: structured data, and the state JSON that some sites render from. Mastodon's `initial-state` is not among
 * them, because it carries the reader's access token.
 */
(() => {
  const DROPPED = new Set(
    "script style svg noscript template iframe object embed canvas video audio map link".split(" "),
  );
  const KEPT_LINKS = new Set(["canonical", "me", "author", "alternate"]);
  const STATE = new Set(["__NEXT_DATA__", "__UNIVERSAL_DATA_FOR_REHYDRATION__"]);
  const VOID = new Set("area base br col hr img input link meta source track wbr".split(" "));
  const DEEPEST = 1000;

  /** @param {Element} element @param {string} name */
  function isKept(element, name) {
    if (name === "script") {
      return element.getAttribute("type") === "application/ld+json" || STATE.has(element.id);
    }
    if (name === "link") return (element.getAttribute("rel") ?? "").split(" ").some((rel) => KEPT_LINKS.has(rel));
    if (name === "input") return !["hidden", "password"].includes(element.getAttribute("type") ?? "");
    // State parked in the page by some sites: JSON that no reader sees.
    if (name === "code") return /** @type {HTMLElement} */ (element).style.display !== "none";
    if (name === "meta") return !/token|csrf|nonce/i.test(element.getAttribute("name") ?? "");
    return !DROPPED.has(name);
  }

  /** @param {string} text */
  const escapeText = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  /** @param {Element} element @param {string} name */
  function openTag(element, name) {
    const attributes = [...element.attributes]
      .filter(({ name }) => name !== "style" && name !== "nonce" && !name.startsWith("on"))
      .map(
        ({ name, value }) => ` ${name}="${value.startsWith("data:") ? "" : escapeText(value).replace(/"/g, "&quot;")}"`,
      );
    return `<${name}${attributes.join("")}>`;
  }

  /** What stands inside an element on the screen: its shadow tree where it has one, what a slot was given. @param {Element} element */
  function shownChildren(element) {
    if (element.shadowRoot) return element.shadowRoot.childNodes;
    if (element.localName === "slot") {
      const given = /** @type {HTMLSlotElement} */ (element).assignedNodes({ flatten: true });
      if (given.length > 0) return given;
    }
    return element.childNodes;
  }

  /** Collects pieces until the budget (bytes of the JSON they will travel in) is spent. */
  class Writer {
    /** @param {number} budget */
    constructor(budget) {
      this.left = budget;
      this.truncated = false;
      /** @type {string[]} */
      this.pieces = [];
      this.encoder = new TextEncoder();
    }

    /** @param {string} piece */
    fits(piece) {
      this.left -= this.encoder.encode(JSON.stringify(piece)).length - 2;
      if (this.left < 0) this.truncated = true;
      return !this.truncated;
    }

    /** @param {string} piece */
    write(piece) {
      if (this.truncated || !this.fits(piece)) return false;
      this.pieces.push(piece);
      return true;
    }

    /** An opened element is always closed, so both tags are paid for at once. @param {Element} element @param {string} name */
    open(element, name) {
      const tag = openTag(element, name);
      if (this.truncated || !this.fits(`${tag}</${name}>`)) return false;
      this.pieces.push(tag);
      return true;
    }

    /** @param {Node} node @param {number} depth */
    node(node, depth) {
      if (node.nodeType === 3) this.write(escapeText(node.nodeValue ?? ""));
      else if (node.nodeType === 1) this.element(/** @type {Element} */ (node), depth);
    }

    /** @param {Element} element @param {number} depth */
    element(element, depth) {
      const name = element.localName;
      if (!isKept(element, name) || !this.open(element, name) || VOID.has(name)) return;
      if (name === "script") this.write((element.textContent ?? "").replace(/<\/script/gi, "<\\/script"));
      else if (depth > DEEPEST) this.write(escapeText(element.textContent ?? ""));
      else for (const child of shownChildren(element)) this.node(child, depth + 1);
      this.pieces.push(`</${name}>`);
    }
  }

  /**
   * The service takes 5 MB a request; the rest of the request and the closing tags need some of it.
   * @param {number} [budget] bytes
   */
  function collect(budget = 4_500_000) {
    const writer = new Writer(budget);
    writer.element(document.documentElement, 0);
    const url = new URL(location.href);
    url.hash = "";
    return {
      html: `<!doctype html>${writer.pieces.join("")}`,
      url: url.href,
      title: document.title,
      truncated: writer.truncated,
    };
  }

  /** @type {any} */
  const scope = globalThis;
  scope.waarmerk = { ...scope.waarmerk, collect };
})();
