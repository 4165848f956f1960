// Buttons that copy the text of another element.

import { copyText } from "./clipboard.js";

for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
        const isCopied = await copyText(source.textContent, source);
        status.textContent = isCopied ? "Copied." : "Selected. Copy it with the keyboard.";
    });
}
