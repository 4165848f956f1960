// Comments on a diff: lines are chosen with the mouse or the keyboard, and the form appears below them. Without this
// script, each line number is a link to a page with the form there.

import "./copying.js";
import "./folds.js";
import "./rename.js";
import "./viewed.js";

const name = /^(d[0-9a-f]{8})([no])(\d+)$/;
const longest = 200;
const numbers = "table.lines td.num > a";
let first;
let last;
let isDragging = false;

/** The number cell of the line that contains an element; its id is the line's anchor. */
function lineOf(element) {
    const cell = element?.closest?.("table.lines td");
    if (!cell) return undefined;
    const own = cell.matches(".num") ? cell : cell.previousElementSibling;
    const line = own?.id ? own : cell.parentElement.querySelector("td.num[id]");
    return line && name.test(line.id) ? line : undefined;
}

function partsOf(line) {
    const [, , side, number] = line.id.match(name);
    return { side, number: Number(number) };
}

/** The lines of a table, from top to bottom. */
function linesOf(table) {
    return [...table.querySelectorAll("td.num[id]")];
}

function isBefore(one, other) {
    return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The chosen lines that are on the side of the first, as many as one comment may be about. */
function chosen() {
    const [start, end] = isBefore(last, first) ? [last, first] : [first, last];
    const { side } = partsOf(first);
    const lines = linesOf(first.closest("table"));
    const between = lines.slice(lines.indexOf(start), lines.indexOf(end) + 1)
        .filter((line) => partsOf(line).side === side);
    const from = partsOf(between[0]).number;
    return between.filter((line) => partsOf(line).number - from < longest);
}

function choose(line, isLonger) {
    last = line;
    if (!isLonger || !first || first.closest("table") !== line.closest("table")) first = line;
    for (const old of document.querySelectorAll("table.lines .marked")) old.classList.remove("marked");
    for (const each of chosen()) each.classList.add("marked");
}

/** The open form, or a blank one. */
function takeForm() {
    const open = document.querySelector("table.lines .comment-form, section .comment-form");
    if (!open) return document.getElementById("blank-form").content.firstElementChild.cloneNode(true);
    const place = open.parentElement;
    open.remove();
    if (place.childElementCount === 0) place.closest("tr")?.remove();
    if (place.matches("section")) place.remove();
    // The errors belong to the previous line.
    for (const error of open.querySelectorAll(".error")) error.remove();
    for (const field of open.querySelectorAll("[aria-invalid]")) {
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
    }
    return open;
}

function comment() {
    const lines = chosen();
    const [start, end] = [lines[0], lines[lines.length - 1]];
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
    const ended = end.closest("tr");
    cell.colSpan = [...ended.cells].reduce((count, each) => count + each.colSpan, 0);
    const remarks = document.createElement("div");
    remarks.className = "remarks";
    remarks.append(form);
    cell.append(remarks);
    ended.after(row);
    form.elements.body.focus();
}

function cancel() {
    takeForm();
    for (const old of document.querySelectorAll("table.lines .marked")) old.classList.remove("marked");
    last?.querySelector("a").focus();
}

/** The line for a comment started with a key: the focused one, the one under the mouse, or the first visible one. */
function currentLine() {
    return lineOf(document.activeElement) ?? lineOf(document.querySelector("table.lines td:hover"))
        ?? [...document.querySelectorAll("table.lines td.num[id]")]
            .find((line) => line.checkVisibility() && line.getBoundingClientRect().top >= 0);
}

document.addEventListener("mousedown", (event) => {
    const link = event.target.closest(numbers);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    isDragging = true;
    choose(lineOf(link), event.shiftKey);
});

document.addEventListener("mouseover", (event) => {
    const line = isDragging && lineOf(event.target);
    if (line && line.closest("table") === first.closest("table")) choose(line, true);
});

document.addEventListener("mouseup", () => {
    if (!isDragging) return;
    isDragging = false;
    comment();
});

document.addEventListener("click", (event) => {
    if (event.target.id === "comment-here") {
        const line = currentLine();
        if (!line) return;
        if (!line.classList.contains("marked")) choose(line);
        comment();
    } else if (event.target.closest("[data-cancel]")) {
        event.preventDefault();
        cancel();
    } else if (event.target.closest(numbers) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        // A mouse click has already opened the form.
        if (event.detail > 0) return;
        choose(lineOf(event.target), event.shiftKey);
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
    const line = lineOf(event.target);
    if (event.shiftKey && !line.classList.contains("marked")) choose(line);
    const lines = linesOf(line.closest("table"));
    const next = lines[lines.indexOf(line) + (isDown ? 1 : -1)];
    if (!next) return;
    choose(next, event.shiftKey);
    next.querySelector("a").focus();
});

// The Tab key moves between files, the arrow keys between lines.
for (const table of document.querySelectorAll("table.lines")) {
    for (const link of [...table.querySelectorAll("td.num > a")].slice(1)) link.tabIndex = -1;
}
