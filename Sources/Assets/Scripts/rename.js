// Replaces the title by a text field with the cursor in it; Escape cancels.

document.addEventListener("toggle", (event) => {
    if (!event.target.matches("details.rename[open]")) return;
    const input = event.target.querySelector("input[name=title]");
    input.focus();
    input.select();
}, true);

document.addEventListener("keydown", (event) => {
    const rename = event.key === "Escape" && event.target.closest?.("details.rename[open]");
    if (!rename) return;
    rename.querySelector("form").reset();
    rename.open = false;
    rename.querySelector("summary").focus();
});
