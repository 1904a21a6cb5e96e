// Sends what the forms of the page hold to this same service, and shows what comes back. The token stays in its field.
for (const form of document.querySelectorAll("form.try")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const out = form.querySelector("pre");
    const query = new URLSearchParams();
    let path = form.dataset.path;
    for (const input of form.querySelectorAll("input[data-in]")) {
      if (input.dataset.in === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
      else if (input.value) query.set(input.name, input.value);
    }
    const headers = new Headers();
    const token = document.getElementById("token").value.trim();
    if (token) headers.set("Authorization", `Bearer ${token}`);
    const body = form.querySelector("textarea")?.value;
    if (body !== undefined) headers.set("Content-Type", "application/json");
    out.hidden = false;
    out.textContent = "…";
    try {
      const answer = await fetch(query.size ? `${path}?${query}` : path, { method: form.dataset.method, headers, body });
      out.textContent = `${answer.status}\n${pretty(await answer.text())}`;
    } catch (error) {
      out.textContent = String(error);
    }
  });
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
