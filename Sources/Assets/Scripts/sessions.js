// Keeps the list of sessions up to date: events say that something changed, and the server renders the list.

import { coalesce } from "./coalesce.js";
import { showIcon } from "./icon.js";
import { listen } from "./stream.js";
import { showTimes } from "./times.js";

const list = document.getElementById("sessions");
const more = document.getElementById("more");
const filters = document.querySelector("form.filters");
const live = document.getElementById("live");
/** The maximum numbers of sessions that are kept up to date, and that the Back button restores. */
const maximum = { live: 200, restored: 500 };
/** The minimum time between two requests for the list, in milliseconds. */
const pause = 1000;
let title = document.title;
let unseen = 0;
let fetchedAt = 0;

/** Fetches a page. */
async function fetchPage(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(`status ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** The address of the list with as many sessions as are shown. */
function currentAddress(limit) {
    const address = new URL(location.href);
    const shown = Math.min(limit, list.children.length);
    if (shown > 50) address.searchParams.set("limit", shown);
    else address.searchParams.delete("limit");
    return address;
}

function showTitle() {
    document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
}

/** Replaces the sessions by those of a newer page, changing only the elements that differ. */
function show(page) {
    const fresh = [...page.getElementById("sessions").children];
    const ids = new Set(fresh.map((row) => row.id));
    const known = new Set([...list.children].map((row) => row.id));
    const last = fresh.at(-1)?.id;
    const end = [...list.children].findIndex((row) => row.id === last);
    [...list.children].forEach((row, index) => {
        if (!ids.has(row.id) && (end < 0 || index <= end)) row.remove();
    });
    fresh.forEach((row, index) => {
        const old = document.getElementById(row.id);
        showTimes(row);
        const isMoved = old !== list.children[index];
        if (old && !isMoved && withoutTimes(old) === withoutTimes(row)) return;
        const hasFocus = old?.contains(document.activeElement);
        old?.remove();
        list.insertBefore(row, list.children[index] ?? null);
        if (hasFocus) row.querySelector("[data-step]").focus();
        if (!known.has(row.id) && document.hidden) unseen += 1;
    });
    title = page.title;
    showIcon(page.querySelector("link[rel=icon]").getAttribute("href"));
    showTitle();
    for (const part of page.querySelectorAll("[data-live]")) replacePart(part);
    const none = page.getElementById("none");
    const old = document.getElementById("none");
    // Text that is being typed is kept.
    if (old && none && old.contains(document.activeElement)) return;
    old?.remove();
    if (none) list.before(none);
}

function withoutTimes(row) {
    const copy = row.cloneNode(true);
    for (const time of copy.querySelectorAll("time")) time.replaceWith(time.dataset.since ?? time.dateTime);
    return copy.outerHTML;
}

function replacePart(part) {
    const old = document.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!old || old.innerHTML === part.innerHTML || old.contains(document.activeElement)) return;
    old.replaceWith(part);
}

const refresh = coalesce(async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, fetchedAt + pause - Date.now())));
    fetchedAt = Date.now();
    try {
        show(await fetchPage(currentAddress(maximum.live)));
        live.textContent = "";
    } catch {
        live.textContent = "Couldn't refresh. Retrying…";
        setTimeout(refresh, 2000);
    }
});

more.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    try {
        const page = await fetchPage(link.href);
        const rows = [...page.getElementById("sessions").children].filter((row) => !document.getElementById(row.id));
        for (const row of rows) showTimes(row);
        list.append(...rows);
        more.replaceChildren(...page.getElementById("more").childNodes);
        // The Back button returns to a list of this length, and the browser to the same position in it.
        if (isFromTheStart) history.replaceState(history.state, "", currentAddress(maximum.restored));
        rows[0]?.querySelector("[data-step]").focus();
    } catch {
        location.assign(link.href);
    }
});

document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    showTitle();
});

const isFromTheStart = !new URL(location.href).searchParams.has("cursor");
const news = ["session.created", "session.updated", "session.deleted", "run.updated"];
if (list.dataset.events && isFromTheStart) {
    listen(() => list.dataset.events, list.dataset.position, Object.fromEntries(news.map((type) => [type, refresh])), (isOpen) => {
        live.textContent = isOpen ? "" : "Disconnected. Reconnecting…";
    });
}
