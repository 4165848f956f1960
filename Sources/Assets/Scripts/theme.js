// Changes the page's colors without reloading it.

import { showStatus } from "./status.js";

const form = document.querySelector("form.theme");

form?.addEventListener("submit", async (event) => {
    const chosen = event.submitter;
    if (!chosen) return;
    event.preventDefault();
    const answer = await fetch(form.action, {
        method: "POST", body: new URLSearchParams({ theme: chosen.value }), redirect: "manual",
    }).catch(() => undefined);
    if (answer?.type !== "opaqueredirect") return showStatus("Couldn't save your choice. Try again.", 5);
    if (chosen.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen.value;
    for (const button of form.querySelectorAll("button")) button.ariaPressed = String(button === chosen);
    showStatus(`Colors: ${chosen.textContent.trim()}`, 2);
});
