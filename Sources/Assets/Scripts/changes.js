// Comments on a diff: lines are chosen with the mouse or the keyboard, and the form comes to them. Without this script
// each line's number is a link to a page that has the form there.

const name = /^(d[0-9a-f]{8})([no])(\d+)$/;
const longest = 200;
const numbers = "table.lines td:first-child > a";
let first;
let last;
let isDragging = false;

/** The row of a line that an element is in. */
function rowOf(element) {
    const row = element?.closest?.("table.lines tr[id]");
    return row && name.test(row.id) ? row : undefined;
}

function partsOf(row) {
    const [, , side, number] = row.id.match(name);
    return { side, number: Number(number) };
}

function isBefore(one, other) {
    return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The chosen rows that are on the side of the first, as many as one comment may be about. */
function chosen() {
    const [start, end] = isBefore(last, first) ? [last, first] : [first, last];
    const { side } = partsOf(first);
    const rows = [];
    for (let row = start; row; row = row.nextElementSibling) {
        if (name.test(row.id) && partsOf(row).side === side) rows.push(row);
        if (row === end) break;
    }
    const from = partsOf(rows[0]).number;
    return rows.filter((row) => partsOf(row).number - from < longest);
}

function choose(row, isLonger) {
    last = row;
    if (!isLonger || !first || first.closest("table") !== row.closest("table")) first = row;
    for (const old of document.querySelectorAll("table.lines .chosen")) old.classList.remove("chosen");
    for (const each of chosen()) each.classList.add("chosen");
}

/** Takes the form from where it is, or a blank one. */
function takeForm() {
    const open = document.querySelector("table.lines .comment-form, section .comment-form");
    if (!open) return document.getElementById("blank-form").content.firstElementChild.cloneNode(true);
    const place = open.parentElement;
    open.remove();
    if (place.childElementCount === 0) place.closest("tr")?.remove();
    if (place.matches("section")) place.remove();
    // What was wrong with it was so at another line.
    for (const error of open.querySelectorAll(".error")) error.remove();
    for (const field of open.querySelectorAll("[aria-invalid]")) {
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
    }
    return open;
}

function comment() {
    const rows = chosen();
    const [start, end] = [rows[0], rows[rows.length - 1]];
    const form = takeForm();
    const { side, number } = partsOf(start);
    form.elements.path.value = start.closest("table").dataset.path;
    form.elements.side.value = side === "o" ? "old" : "new";
    form.elements.line.value = number;
    form.elements.endLine.value = partsOf(end).number;
    form.querySelector("[data-line]").textContent = number;
    const row = document.createElement("tr");
    row.className = "said";
    const cell = row.insertCell();
    cell.colSpan = 2;
    cell.append(form);
    end.after(row);
    form.elements.body.focus();
}

function cancel() {
    takeForm();
    for (const old of document.querySelectorAll("table.lines .chosen")) old.classList.remove("chosen");
    last?.querySelector("a").focus();
}

/** Where a comment goes that is begun with a key: the line in focus, else the one under the mouse, else the first in sight. */
function currentRow() {
    return rowOf(document.activeElement) ?? rowOf(document.querySelector("table.lines tr:hover"))
        ?? [...document.querySelectorAll("table.lines tr[id]")].find((row) => row.getBoundingClientRect().top >= 0);
}

document.addEventListener("mousedown", (event) => {
    const link = event.target.closest(numbers);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    isDragging = true;
    choose(rowOf(link), event.shiftKey);
});

document.addEventListener("mouseover", (event) => {
    const row = isDragging && rowOf(event.target);
    if (row && row.closest("table") === first.closest("table")) choose(row, true);
});

document.addEventListener("mouseup", () => {
    if (!isDragging) return;
    isDragging = false;
    comment();
});

document.addEventListener("click", (event) => {
    if (event.target.id === "comment-here") {
        const row = currentRow();
        if (!row) return;
        if (!row.classList.contains("chosen")) choose(row);
        comment();
    } else if (event.target.closest("[data-cancel]")) {
        event.preventDefault();
        cancel();
    } else if (event.target.closest(numbers) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        // A click of the mouse has opened the form already.
        if (event.detail > 0) return;
        choose(rowOf(event.target), event.shiftKey);
        comment();
    }
});

document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.form?.matches(".comment-form") && !event.target.form.elements.body.value) {
        cancel();
    }
    const isDown = event.key === "ArrowDown";
    if (!event.target.matches(numbers) || !(isDown || event.key === "ArrowUp")) return;
    event.preventDefault();
    let row = rowOf(event.target);
    if (event.shiftKey && !row.classList.contains("chosen")) choose(row);
    do row = isDown ? row.nextElementSibling : row.previousElementSibling; while (row && !name.test(row.id));
    if (!row) return;
    choose(row, event.shiftKey);
    row.querySelector("a").focus();
});

// The Tab key goes from file to file, and the arrows from line to line.
for (const table of document.querySelectorAll("table.lines")) {
    for (const link of [...table.querySelectorAll("td:first-child > a")].slice(1)) link.tabIndex = -1;
}
