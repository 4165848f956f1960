// Remembers in this browser which changed files were viewed, and folds or unfolds all files.

const key = `viewed ${location.pathname}`;
const viewed = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
const folds = [...document.querySelectorAll("details.file-fold")];
const button = document.querySelector("[data-fold-all]");

function foldOf(box) {
    return box.closest(".file-diff").querySelector("details.file-fold");
}

for (const box of document.querySelectorAll("input[data-viewed]")) {
    box.checked = viewed.has(box.dataset.viewed);
    const fold = foldOf(box);
    if (box.checked && !fold.querySelector(".remarks")) fold.open = false;
    box.addEventListener("change", () => {
        if (box.checked) viewed.add(box.dataset.viewed);
        else viewed.delete(box.dataset.viewed);
        if (viewed.size > 0) localStorage.setItem(key, JSON.stringify([...viewed]));
        else localStorage.removeItem(key);
        fold.open = !box.checked;
    });
}

function nameButton() {
    button.textContent = folds.some((fold) => fold.open) ? "Collapse all" : "Expand all";
}

button.addEventListener("click", () => {
    const isOpen = folds.some((fold) => fold.open);
    for (const fold of folds) fold.open = !isOpen;
});
for (const fold of folds) fold.addEventListener("toggle", nameButton);
nameButton();
