// Opens everything that is folded in a part of the page, or closes it again.

/** Opens all folds; closes them where all are open. */
export function openAll(root) {
    const folds = [...root.querySelectorAll("details")];
    const isAllOpen = folds.every((fold) => fold.open);
    for (const fold of folds) fold.open = !isAllOpen;
}
