/** The address of the service, and whether it answers and knows this panel. */
import { askHost, hasHost } from "../browser.js";
import { faultText, pairingForm } from "../panel/connecting.js";
import { connect } from "../service.js";
import { readAddress, saveSettings } from "../settings.js";
import { freshId, h } from "../ui/dom.js";

/**
 * @typedef {import("../messages.js").Translate} Translate
 * @typedef {import("../settings.js").Settings} Settings
 */

/** @param {Translate} t @param {Settings} settings @param {() => Promise<unknown>} redraw */
export function serviceFields(t, settings, redraw) {
  return h("div", {}, addressForm(t, settings, redraw), status(t, settings, redraw));
}

/** @param {Translate} t @param {Settings} settings @param {() => Promise<unknown>} redraw */
function addressForm(t, { server }, redraw) {
  const [id, hintId, faultId] = ["address", "address-hint", "address-fault"].map(freshId);
  const fault = h("p", { id: faultId, class: "fault", role: "alert" });
  const input = h("input", {
    id,
    type: "text",
    inputmode: "url",
    value: server,
    "aria-describedby": `${hintId} ${faultId}`,
  });

  async function submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const read = readAddress(input.value);
    if ("fault" in read) {
      fault.textContent = t(read.fault);
      return;
    }
    // Asked at once: the browser only asks within the click. What was allowed before is not asked again.
    if (!(await askHost(read.origin))) {
      fault.textContent = t("address_refused");
      return;
    }
    await saveSettings({ server: read.origin });
    await redraw();
  }

  return h(
    "form",
    { onsubmit: submit, class: "address" },
    h("label", { for: id }, t("address_label")),
    h("p", { id: hintId, class: "hint" }, t("address_hint")),
    h("div", { class: "row" }, input, h("button", { type: "submit" }, t("save"))),
    fault,
  );
}

/** What the service says now, and what can be done about it. @param {Translate} t @param {Settings} settings @param {() => Promise<unknown>} redraw */
function status(t, settings, redraw) {
  const place = h("div", { class: "status", role: "status" }, t("connecting"));
  look().then((children) => place.replaceChildren(...children));
  return place;

  /** @returns {Promise<(Node | string)[]>} */
  async function look() {
    const { server, token } = settings;
    const service = connect({ server, token, language: t.language });
    try {
      if (!(await hasHost(server))) return [hostButton()];
      await service.health();
      if (token) await service.values();
      return token ? [h("p", {}, t("status_paired")), unpairButton()] : [h("p", {}, t("status_unpaired")), pairing()];
    } catch (error) {
      return [h("p", {}, faultText(t, error)), ...(token ? [pairing()] : [])];
    }
  }

  function hostButton() {
    const { host } = new URL(settings.server);
    const ask = async () => (await askHost(settings.server)) && redraw();
    return h("button", { type: "button", onclick: ask }, t("host_allow", { host }));
  }

  function pairing() {
    return pairingForm(t, async (code) => {
      const token = await connect({ server: settings.server, token: "", language: t.language }).pair(code);
      await saveSettings({ token });
      await redraw();
    });
  }

  function unpairButton() {
    const unpair = () => saveSettings({ token: "" }).then(redraw);
    return h("button", { type: "button", onclick: unpair }, t("unpair"));
  }
}
