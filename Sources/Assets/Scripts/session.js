// Keeps a session's page up to date: the server sends the changing parts after each change.

import "./attachments.js";
import "./composer.js";
import "./copying.js";
import "./folds.js";
import "./rename.js";
import { coalesce } from "./coalesce.js";
import { showIcon } from "./icon.js";
import { completeCommands } from "./commands.js";
import { added, follow } from "./follow-end.js";
import { sendQuietly } from "./quiet-forms.js";
import { loadNear } from "./load-near.js";
import { showConnection } from "./connection.js";
import { listen } from "./stream.js";
import { showTimes } from "./times.js";
import { append, last, prepend, reachesEnd } from "./transcript.js";

const session = document.getElementById("session");
const unsent = document.getElementById("unsent");
const field = document.querySelector(".composer textarea");
const menus = "details:not(#side)";
/** A page that is further behind is loaded again, at the end. */
const mostParts = 20;
let unseen = 0;

async function fetchPart(query) {
    const answer = await fetch(`${session.dataset.path}/transcript?${query}`, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(`status ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function isInUse(part) {
    const menu = part.querySelector("details[open]");
    if (!menu) return false;
    return menu.contains(document.activeElement)
        || [...menu.querySelectorAll("input")].some((input) => input.value !== input.defaultValue)
        || [...menu.querySelectorAll("option")].some((option) => option.selected !== option.defaultSelected);
}

/** Updates the session's state, except fields that are being edited. */
function showState(page) {
    const head = page.querySelector("[data-live=head]").dataset;
    session.dataset.status = head.status;
    field.placeholder = head.placeholder;
    for (const part of page.querySelectorAll("[data-live]")) {
        const old = session.querySelector(`[data-live="${part.dataset.live}"]`);
        if (part.dataset.live === "requests") {
            showRequests(old, part);
            continue;
        }
        if (isInUse(old)) {
            for (const [index, summary] of part.querySelectorAll("summary").entries()) {
                old.querySelectorAll("summary")[index]?.replaceChildren(...summary.childNodes);
            }
            continue;
        }
        showTimes(part);
        for (const fold of old.querySelectorAll("details[id][open]")) {
            const same = part.querySelector(`#${CSS.escape(fold.id)}`);
            if (same) same.open = true;
        }
        if (old.innerHTML === part.innerHTML) continue;
        const focused = old.contains(document.activeElement) ? document.activeElement.textContent : undefined;
        old.replaceWith(part);
        if (focused) [...part.querySelectorAll("a, button, summary")].find((it) => it.textContent === focused)?.focus();
    }
    showTitle();
}

/** Adds new requests and removes closed ones; an answer that is being typed is kept. */
function showRequests(old, page) {
    const ids = new Set([...page.children].map((card) => card.id));
    for (const card of [...old.children]) if (!ids.has(card.id)) card.remove();
    showTimes(page);
    for (const card of [...page.children]) if (!document.getElementById(card.id)) old.append(card);
    markAsked();
}

/** Marks the calls that requests ask about, which the style sheet hides. */
function markAsked() {
    const cards = [...session.querySelectorAll("[data-asked-call]")];
    const asked = new Set(cards.map((card) => card.dataset.askedCall));
    for (const call of session.querySelectorAll("[data-call][data-state=open]:not([data-asking])")) {
        call.toggleAttribute("data-asked", asked.has(call.dataset.call));
    }
}

function showTitle() {
    const title = `${session.querySelector("[data-live=head]").dataset.title} · Lodestone`;
    document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
    showIcon(session.querySelector("[data-live=head]").dataset.icon);
}

let work = Promise.resolve();

/** Runs one change of the page after the other: a part is read for the state that the one before leaves. */
function inTurn(change) {
    work = work.then(change, change);
    return work;
}

const refresh = coalesce(async () => {
    try {
        await inTurn(showNew);
        showConnection("refreshed");
    } catch (error) {
        console.error(error);
        showConnection("stale");
        setTimeout(refresh, 2000);
    }
});

/** Fetches and shows what is new. */
async function showNew() {
    const after = last();
    await show(await fetchPart(`after=${after}`), after);
}

/** Shows the changed parts; the page's part of the transcript begins after the message `after`. */
async function show(page, after) {
    showState(page);
    if (!reachesEnd()) return;
    // Between two parts is more than one holds, or the script has fetched more meanwhile.
    addToEnd(after === last() ? page : await fetchPart(`after=${last()}`));
    for (let parts = 1; !reachesEnd(); parts += 1) {
        if (parts === mostParts) {
            location.reload();
            return;
        }
        addToEnd(await fetchPart(`after=${last()}`));
    }
}

/**
 * Appends what a reader scrolled to. What came meanwhile was passed over, since the page didn't reach the end; from then
 * on the stream has messages too.
 */
async function appendNewer(page) {
    await inTurn(() => append(page));
    if (!reachesEnd()) return;
    renewStream();
    refresh();
}

function addToEnd(page) {
    const count = append(page);
    markAsked();
    added(count);
    if (document.hidden && count > 0) {
        unseen += count;
        showTitle();
    }
}

sendQuietly(async (form) => {
    // The side itself stays open: the action may be one of several there.
    const first = "sendOnChange" in form.dataset ? null : form.closest(menus);
    for (let fold = first; fold; fold = fold.parentElement.closest(menus)) fold.open = false;
    unsent.hidden = true;
    if (form.classList.contains("follow-up")) {
        if (!reachesEnd()) return location.assign(`${session.dataset.path}#end`);
        follow();
    }
    await refresh();
}, (text) => {
    unsent.textContent = text;
    unsent.hidden = false;
});

document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-dialog]");
    const dialog = link && document.getElementById(link.dataset.dialog);
    if (!dialog || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dialog.showModal();
});

completeCommands(field, () => field.dataset.commands);

navigator.serviceWorker?.addEventListener("message", (event) => {
    if (event.data !== "notification-clicked") return;
    if (reachesEnd()) follow();
    else location.assign(`${session.dataset.path}#end`);
});

document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    showTitle();
});

// A runner that comes or goes changes why a session waits, without an event of the session.
setInterval(() => {
    if (!document.hidden && session.querySelector(".session-head [data-state=queued]")) refresh();
}, 30_000);

// There is enough room beside the transcript.
document.getElementById("side").open = matchMedia("(min-width: 60rem)").matches;

const outcome = document.getElementById("outcome");
if (reachesEnd() && !location.hash && outcome) outcome.scrollIntoView({ behavior: "instant" });
else if (reachesEnd() && (!location.hash || location.hash === "#end")) follow();
// Done only now, because the beginning of the page was visible for a moment.
requestAnimationFrame(() => requestAnimationFrame(() => {
    loadNear(document.getElementById("older"), fetchPart, prepend);
    loadNear(document.getElementById("newer"), fetchPart, appendNewer);
}));

function address() {
    return reachesEnd() ? `${session.dataset.events}?shown=${last()}` : session.dataset.events;
}

const renewStream = listen(address, session.dataset.position, {
    "page.updated": async ({ after, html }) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        await inTurn(() => show(page, after)).then(() => showConnection("refreshed"), refresh);
    },
    "message.withdrawn": ({ sequence }) => inTurn(() => document.getElementById(`m${sequence}`)?.remove()),
    "session.deleted": () => location.reload(),
}, (isOpen) => showConnection(isOpen ? "open" : "closed"));
