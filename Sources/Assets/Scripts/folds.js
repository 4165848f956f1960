// Buttons that open all folds of a part of the page, or close them where most are open. `data-fold-all` says which folds.

let isNaming = false;

function foldsOf(button) {
    return [...document.querySelectorAll(button.dataset.foldAll)];
}

function areMostOpen(folds) {
    return folds.filter((fold) => fold.open).length * 2 >= folds.length;
}

/** Says on each button what it does next; where there is nothing to fold, there is no button. */
function nameButtons() {
    isNaming = false;
    for (const button of document.querySelectorAll("[data-fold-all]")) {
        const folds = foldsOf(button);
        button.hidden = folds.length === 0;
        button.textContent = areMostOpen(folds) ? "Collapse all" : "Expand all";
    }
}

document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fold-all]");
    if (!button) return;
    const folds = foldsOf(button);
    const isOpen = areMostOpen(folds);
    for (const fold of folds) fold.open = !isOpen;
});

// Also when the menu opens in which a button is.
document.addEventListener("toggle", () => {
    if (isNaming) return;
    isNaming = true;
    requestAnimationFrame(nameButtons);
}, true);
nameButtons();
