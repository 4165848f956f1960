// Unfolds or folds everything in a part of the page.

/** Unfolds everything, or folds everything if nothing is folded. */
export function openAll(root) {
    const folds = [...root.querySelectorAll("details")];
    const isAllOpen = folds.every((fold) => fold.open);
    for (const fold of folds) fold.open = !isAllOpen;
}
