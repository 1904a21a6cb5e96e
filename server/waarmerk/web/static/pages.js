// Enhances pages that work without it: drop a file, tell that the audit runs, copy, and light up text and notes together.
"use strict";

for (const form of document.querySelectorAll("form.give")) {
  const file = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const told = form.querySelector(".file-told");
  const send = form.querySelector("button.main");

  const tell = () => {
    const chosen = file.files[0];
    const large = chosen !== undefined && chosen.size > Number(form.dataset.largest);
    told.classList.toggle("wrong", large);
    told.textContent = chosen === undefined ? "" : large ? form.dataset.tooLarge : chosen.name;
    file.setCustomValidity(large ? form.dataset.tooLarge : "");
  };
  file.addEventListener("change", tell);
  tell();

  const carriesFile = (event) => [...event.dataTransfer.types].includes("Files");
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) drop.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    file.files = event.dataTransfer.files;
    tell();
  });

  form.addEventListener("submit", (event) => {
    if (send.getAttribute("aria-disabled") === "true") {
      event.preventDefault(); // sent already
      return;
    }
    send.setAttribute("aria-disabled", "true");
    form.querySelector(".send [role=status]").textContent = send.dataset.busy;
  });
  // Coming back by the browser's own button must find the form ready again.
  window.addEventListener("pageshow", () => send.removeAttribute("aria-disabled"));
}

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  const name = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return; // the browser did not allow it; the text can be selected by hand
    }
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = name;
    }, 2000);
  });
}

const notes = (id) => document.querySelectorAll(`[data-finding="${id}"]`);
const marks = (id) => document.querySelectorAll(`[data-findings~="${id}"]`);

function light(ids, on) {
  for (const id of ids) for (const thing of [...notes(id), ...marks(id)]) thing.classList.toggle("lit", on);
}

for (const thing of document.querySelectorAll("[data-finding], [data-findings]")) {
  const ids = (thing.dataset.finding ?? thing.dataset.findings).split(" ");
  for (const kind of ["mouseenter", "focusin"]) thing.addEventListener(kind, () => light(ids, true));
  for (const kind of ["mouseleave", "focusout"]) thing.addEventListener(kind, () => light(ids, false));
}

/** Notes stand in folded parts: unfold what holds the place an address points at (older browsers do not). */
function unfold() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = place?.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  place?.scrollIntoView({ block: "nearest" });
}
window.addEventListener("hashchange", unfold);
if (location.hash) unfold();
