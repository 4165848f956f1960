// Shows the title for a message while it is typed.

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

/** The typed or chosen repository. */
function repository() {
    const chosen = form.elements.repoUrl?.value ?? "other";
    return chosen === "other" ? form.elements.otherRepository.value.trim() : chosen;
}

completeCommands(message, () => {
    const address = repository();
    return address.startsWith("https://") && `${message.dataset.commands}&repoUrl=${encodeURIComponent(address)}`;
});

const branches = form.elements.baseBranch;
const list = Object.assign(document.createElement("datalist"), { id: "branches" });
branches.after(list);
branches.setAttribute("list", list.id);
let listed;

/** Fetches the repository's branches and offers them. */
async function offerBranches() {
    const address = repository();
    if (address === listed) return;
    listed = address;
    list.replaceChildren();
    if (!address) return;
    const answer = await fetch(`${form.dataset.branches}?repository=${encodeURIComponent(address)}`).catch(() => undefined);
    if (!answer?.ok || address !== listed) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...page.querySelectorAll("option"));
    branches.placeholder = list.options[0]?.value ?? "Default branch";
}

form.addEventListener("change", (event) => {
    // A branch of one repository rarely exists in another.
    if (/^(repoUrl|otherRepository)$/.test(event.target.name)) branches.value = "";
    offerBranches();
});
branches.addEventListener("focus", offerBranches);
offerBranches();
