// Keeps the list of sessions live: the news says that something changed, the server says how it looks now.

import { coalesce } from "./coalesce.js";
import { listen } from "./stream.js";
import { showTimes } from "./times.js";

const list = document.getElementById("sessions");
const more = document.getElementById("more");
const filters = document.querySelector("form.filters");
const live = document.getElementById("live");
const title = document.title;
const maximum = 200;
let unseen = 0;

/** The page as the server makes it now, with as many sessions as are shown. */
async function fetchPage(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(`status ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function currentAddress() {
    const address = new URL(location.href);
    address.searchParams.set("limit", Math.min(maximum, Math.max(50, list.children.length)));
    return address;
}

/** Puts the sessions of another page in the place of these, touching only those that differ. */
function show(page) {
    const fresh = [...page.getElementById("sessions").children];
    const ids = new Set(fresh.map((card) => card.id));
    const known = new Set([...list.children].map((card) => card.id));
    const last = fresh.at(-1)?.id;
    const end = [...list.children].findIndex((card) => card.id === last);
    [...list.children].forEach((card, index) => {
        if (!ids.has(card.id) && (end < 0 || index <= end)) card.remove();
    });
    fresh.forEach((card, index) => {
        const old = document.getElementById(card.id);
        showTimes(card);
        if (old && withoutTimes(old) === withoutTimes(card)) return;
        const hasFocus = old?.contains(document.activeElement);
        if (old) old.replaceWith(card);
        else list.insertBefore(card, list.children[index] ?? null);
        if (hasFocus) card.querySelector("[data-step]").focus();
        if (!known.has(card.id) && document.hidden) unseen += 1;
    });
    if (unseen > 0) document.title = `(${unseen}) ${title}`;
    for (const part of page.querySelectorAll("[data-live]")) replacePart(part);
    const none = page.getElementById("none");
    document.getElementById("none")?.remove();
    if (none) list.before(none);
}

function withoutTimes(card) {
    const copy = card.cloneNode(true);
    for (const time of copy.querySelectorAll("time")) time.replaceWith(time.dateTime);
    return copy.innerHTML;
}

function replacePart(part) {
    const old = document.querySelector(`[data-live="${part.dataset.live}"]`);
    const wasOpen = old.querySelector("details")?.open;
    if (old.innerHTML === part.innerHTML) return;
    old.replaceWith(part);
    if (wasOpen) part.querySelector("details").open = true;
}

const refresh = coalesce(async () => {
    try {
        show(await fetchPage(currentAddress()));
        live.textContent = "";
    } catch {
        live.textContent = "The list could not be brought up to date.";
    }
});

more.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    try {
        const page = await fetchPage(link.href);
        const cards = [...page.getElementById("sessions").children].filter((card) => !document.getElementById(card.id));
        for (const card of cards) showTimes(card);
        list.append(...cards);
        more.replaceChildren(...page.getElementById("more").childNodes);
        cards[0]?.querySelector("[data-step]").focus();
    } catch {
        location.assign(link.href);
    }
});

for (const select of filters.querySelectorAll("select")) {
    select.addEventListener("change", () => filters.requestSubmit());
}

document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    document.title = title;
});

const news = ["session.created", "session.updated", "session.deleted", "stats.changed"];
if (list.dataset.events && !new URL(location.href).searchParams.has("cursor")) {
    listen(list.dataset.events, list.dataset.position, Object.fromEntries(news.map((type) => [type, refresh])), (isOpen) => {
        live.textContent = isOpen ? "" : "Not live at the moment; trying again.";
    });
    // The numbers also change as time passes.
    setInterval(() => { if (!document.hidden) refresh(); }, 60_000);
}
