// Keeps the text of fields marked with `data-draft` in the tab until it was sent.

const prefix = "draft of ";
const session = document.getElementById("session");
// A session's page has a different address after a form on it was rejected. The form for a new session is filled in by its
// address.
const page = session?.dataset.path ?? location.pathname + (document.querySelector("form.new-session") ? location.search : "");
const isRefused = document.querySelector("[aria-invalid], [role=alert], .problem") || !document.querySelector("header nav");

/** The name under which the tab stores a field: a page has one message field, and may have choices beside it. */
function key(field) {
    return prefix + page + (field.localName === "textarea" ? "" : ` ${field.name}`);
}

/** Fills a field in with its draft. */
function restore(field, draft) {
    if (field.localName === "textarea") {
        // A rejected form has the text that was sent.
        if (!session) field.value = (isRefused && field.value) || draft;
        // Added to the text of a message that was taken back.
        else if (!field.value.includes(draft)) field.value = [field.value, draft].filter(Boolean).join("\n\n");
    } else if (!location.search) {
        field.value = draft;
        // The stored option no longer exists.
        if (field.selectedIndex === -1) field.value = field.querySelector("[selected]")?.value ?? field.options[0].value;
    }
}

for (const field of document.querySelectorAll("[data-draft]")) {
    const draft = sessionStorage.getItem(key(field));
    if (draft) restore(field, draft);
    const isMessage = field.localName === "textarea";
    if (isMessage && field.value && (session || isRefused)) sessionStorage.setItem(key(field), field.value);
    field.addEventListener(isMessage ? "input" : "change", () => sessionStorage.setItem(key(field), field.value));
}

for (const form of new Set([...document.querySelectorAll("[data-draft]")].map((field) => field.form))) {
    form.addEventListener("submit", () => {
        sessionStorage.setItem("sent", JSON.stringify([...form.querySelectorAll("[data-draft]")].map(key)));
    });
}

/** Deletes the draft after it was sent. */
export function forgetDraft() {
    for (const sent of JSON.parse(sessionStorage.getItem("sent") ?? "[]")) sessionStorage.removeItem(sent);
    sessionStorage.removeItem("sent");
}

// The next person in this tab doesn't get to see them.
document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => sessionStorage.clear());

// People who were signed out in the meantime are told that their text is kept.
const notice = document.querySelector("[data-kept]");
if (notice && Object.keys(sessionStorage).some((name) => name.startsWith(prefix))) notice.append(notice.dataset.kept);

// If a different page replaces the form, it was sent, unless that page is the form again, a problem or the sign-in
// page. After going back or reloading, no such page was shown.
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
