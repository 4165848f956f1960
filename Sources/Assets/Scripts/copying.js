// Buttons that copy a text of their own, an element's text, the code beside them, or an address.

import { copyText } from "./clipboard.js";

function textFor(button) {
    const { copyText: text, copyFrom, copyLink } = button.dataset;
    if (text !== undefined) return text;
    if (copyLink !== undefined) return new URL(copyLink, location.href).href;
    if (copyFrom !== undefined) return document.getElementById(copyFrom).querySelector(".said").innerText;
    return button.parentElement.querySelector("pre").innerText;
}

async function copy(button) {
    const words = button.textContent;
    if (button.dataset.isSaying) return;
    button.dataset.isSaying = "yes";
    button.textContent = await copyText(textFor(button)) ? "Copied" : "Couldn't copy";
    setTimeout(() => {
        button.textContent = words;
        delete button.dataset.isSaying;
    }, 1500);
}

document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy-text], [data-copy-from], [data-copy-link], [data-copy-code]");
    if (button) copy(button);
});

/** Gives each block of code a button. */
export function addCopyButtons(root) {
    for (const code of root.querySelectorAll(":is(.markdown, .tool-body, .tool-output) pre:not(.diff)")) {
        if (code.parentElement.matches(".code-block")) continue;
        const block = document.createElement("div");
        block.className = "code-block";
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.dataset.copyCode = "";
        button.setAttribute("aria-label", "Copy code");
        button.textContent = "Copy";
        code.replaceWith(block);
        block.append(code, button);
    }
}
