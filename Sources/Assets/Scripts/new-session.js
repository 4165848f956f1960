// Shows the title that a message will get, while it is typed.

import "./attachments.js";
import { completeCommands } from "./commands.js";

const form = document.querySelector("form[data-send]");
const message = form.elements.initialMessage;
const preview = document.getElementById("title-preview");
let timer;
let request;

async function showTitle() {
    request?.abort();
    request = new AbortController();
    if (!message.value.trim()) {
        preview.textContent = "";
        return;
    }
    const answer = await fetch(preview.dataset.address, {
        method: "POST", body: new URLSearchParams({ initialMessage: message.value }), signal: request.signal,
    }).catch(() => undefined);
    if (answer?.ok) preview.textContent = `Title: ${await answer.text()}`;
}

message.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(showTitle, 200);
});
showTitle();

completeCommands(message, () => {
    const repository = form.elements.repoUrl.value.trim();
    return repository && `${message.dataset.commands}&repoUrl=${encodeURIComponent(repository)}`;
});
