// Buttons that copy what stands in another element.

for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(source.textContent);
            status.textContent = "Copied.";
        } catch {
            getSelection().selectAllChildren(source);
            status.textContent = "Selected: copy it with the keyboard.";
        }
    });
}
