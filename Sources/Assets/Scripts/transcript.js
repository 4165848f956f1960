// The transcript's list: adds items that the server rendered at its ends, and joins results with their calls.

import { groupSteps } from "./steps.js";
import { addCopyButtons } from "./copying.js";
import { showTimes } from "./times.js";

const list = document.getElementById("transcript");

/** The number of the last message that is shown. */
export function last() {
    return Number(list.dataset.last);
}

/** Whether the list reaches the end of the transcript. */
export function reachesEnd() {
    return !document.querySelector("#newer a");
}

/** Appends newer items; returns their number. */
export function append(page) {
    const end = Number(page.getElementById("transcript").dataset.last);
    // It was fetched before what is shown already.
    if (end < last()) return 0;
    const items = take(page);
    if (page.getElementById("outcome")) document.getElementById("outcome")?.remove();
    list.append(...items);
    list.dataset.last = end;
    adoptLink(page, "newer");
    attachResults();
    if (items.length > 0) document.getElementById("none")?.remove();
    return items.length;
}

/** Prepends older items, without moving the visible ones. */
export function prepend(page) {
    const items = take(page);
    // A result without its call is joined with the call when that is loaded.
    const staying = [...list.querySelectorAll("li.item")]
        .filter((item) => !item.matches(".step-group") && !item.querySelector("[data-result]"));
    const anchor = staying.find((item) => item.getBoundingClientRect().bottom > 0);
    const top = anchor?.getBoundingClientRect().top;
    measure(items);
    list.prepend(...items);
    list.dataset.first = page.getElementById("transcript").dataset.first;
    adoptLink(page, "older");
    attachResults();
    if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
}

/** Makes the browser measure items before it skips those that are out of view. */
function measure(items) {
    for (const item of items) item.classList.add("measured");
    requestAnimationFrame(() => requestAnimationFrame(() => {
        for (const item of items) item.classList.remove("measured");
    }));
}

/** The new items of a part, without their groups. */
function take(page) {
    const all = [...page.getElementById("transcript").children];
    const items = all.flatMap((item) => (item.matches(".step-group") ? [...item.querySelectorAll("li.item")] : [item]))
        .filter((item) => !item.id || !document.getElementById(item.id));
    for (const item of items) {
        showTimes(item);
        addCopyButtons(item);
    }
    return items;
}

function adoptLink(page, id) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
}

/** Joins results with their calls that were loaded later. */
function attachResults() {
    for (const result of list.querySelectorAll("details[data-result]")) {
        const call = list.querySelector(`details[data-call="${CSS.escape(result.dataset.result)}"]`);
        if (!call) continue;
        if (call.dataset.state === "open") {
            call.dataset.state = result.dataset.state;
            call.querySelector(".tool-state").textContent = result.dataset.state;
            call.querySelector("summary").append(...result.querySelectorAll("summary .tool-error"));
            call.querySelector(".tool-body").append(...result.querySelectorAll(".tool-output"));
        }
        result.closest("li").remove();
    }
    groupSteps(list);
}

attachResults();
addCopyButtons(list);
