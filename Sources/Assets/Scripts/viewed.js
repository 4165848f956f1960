// Which files of the changes somebody has seen, kept in this browser.

const key = `viewed ${location.pathname}`;
const viewed = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));

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
