// What somebody types into fields marked with `data-draft` outlives the page until it was sent.

const prefix = "draft of ";
// A session's page has other addresses after a form on it.
const page = document.getElementById("session")?.dataset.path ?? location.pathname;

/** Under which name the tab keeps a field: a page has one message, and beside it choices. */
function key(field) {
    return prefix + page + (field.localName === "textarea" ? "" : ` ${field.name}`);
}

/** Fills a field in with its draft. */
function restore(field, draft) {
    if (field.localName === "textarea") {
        // Beside what was taken back to be written anew.
        if (!field.value.includes(draft)) field.value = [field.value, draft].filter(Boolean).join("\n\n");
    } else if (!location.search) {
        field.value = draft;
        // A choice that isn't there any more.
        if (field.selectedIndex === -1) field.value = field.querySelector("[selected]")?.value ?? field.options[0].value;
    }
}

for (const field of document.querySelectorAll("[data-draft]")) {
    const draft = sessionStorage.getItem(key(field));
    if (draft) restore(field, draft);
    const isMessage = field.localName === "textarea";
    if (isMessage && field.value) sessionStorage.setItem(key(field), field.value);
    field.addEventListener(isMessage ? "input" : "change", () => sessionStorage.setItem(key(field), field.value));
}

for (const form of new Set([...document.querySelectorAll("[data-draft]")].map((field) => field.form))) {
    form.addEventListener("submit", () => {
        sessionStorage.setItem("sent", JSON.stringify([...form.querySelectorAll("[data-draft]")].map(key)));
    });
}

/** Forgets what was sent, now that it has arrived. */
export function forgetDraft() {
    for (const sent of JSON.parse(sessionStorage.getItem("sent") ?? "[]")) sessionStorage.removeItem(sent);
    sessionStorage.removeItem("sent");
}

// Somebody who was signed out meanwhile is told that nothing is lost.
const notice = document.querySelector("[data-kept]");
if (notice && Object.keys(sessionStorage).some((name) => name.startsWith(prefix))) notice.append(notice.dataset.kept);

// A page that takes the form's place, other than the form again, a problem or the question who one is, means success.
// Whoever came back to it or reloaded it has seen no such page.
const isRefused = document.querySelector("[aria-invalid], [role=alert], .problem") || !document.querySelector("header nav");
const isNext = performance.getEntriesByType("navigation")[0]?.type === "navigate";
if (sessionStorage.getItem("sent")) {
    if (isRefused || !isNext) {
        sessionStorage.removeItem("sent");
    } else {
        forgetDraft();
        for (const field of document.querySelectorAll("textarea[data-draft]")) {
            if (!sessionStorage.getItem(key(field))) field.value = field.defaultValue;
        }
    }
}
