// The script of every page: relative times, the keyboard, menus that close, and forms that are sent only once.

import "./drafts.js";
import "./list-address.js";
import "./palette.js";
import "./shortcuts.js";
import "./status.js";
import "./theme.js";
import { showTimes } from "./times.js";

showTimes();

// The first invalid field gets the focus, or the first field of a page that is nothing but a form.
(document.querySelector("[aria-invalid=true]") ?? document.querySelector(".narrow form input:not([type=hidden])"))?.focus();

const menus = "details.menu[open], details.confirm[open]";

document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(menus)) {
        if (!menu.contains(event.target)) menu.open = false;
    }
});

document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(menus)) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

// A form that was opened is typed into; a key there is no shortcut.
document.addEventListener("toggle", (event) => {
    const fold = event.target;
    if (!fold.matches("details[open]:has(> form)") || !fold.contains(document.activeElement)) return;
    const field = fold.querySelector("form :is(textarea, select, input:not([type=hidden], [type=checkbox], [type=radio]))");
    field?.focus();
    if (field?.matches("textarea")) field.selectionStart = field.value.length;
}, true);

// A choice that is sent as soon as it is made.
document.addEventListener("change", (event) => {
    if (event.target.closest("[data-send-on-change]")) event.target.form.requestSubmit();
});

// A second click must not send a form twice.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
});
