// What somebody types into a field marked with `data-draft` outlives the page until it was sent.

const prefix = "draft of ";
// A session's page has other addresses after a form on it.
const page = document.getElementById("session")?.dataset.path ?? location.pathname;

for (const field of document.querySelectorAll("[data-draft]")) {
    const key = prefix + page;
    const draft = sessionStorage.getItem(key);
    // Beside what was taken back to be written anew.
    if (draft && !field.value.includes(draft)) field.value = [field.value, draft].filter(Boolean).join("\n\n");
    if (field.value) sessionStorage.setItem(key, field.value);
    field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
    field.form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
}

/** Forgets what was sent, now that it has arrived. */
export function forgetDraft() {
    const key = sessionStorage.getItem("sent");
    if (key) sessionStorage.removeItem(key);
    sessionStorage.removeItem("sent");
}

// A page that takes the form's place, other than the form again, a problem or the question who one is, means success.
// Whoever came back to it or reloaded it has seen no such page.
const isRefused = document.querySelector("[aria-invalid], [role=alert], .problem") || !document.querySelector("header nav");
const isNext = performance.getEntriesByType("navigation")[0]?.type === "navigate";
if (sessionStorage.getItem("sent")) {
    if (isRefused || !isNext) {
        sessionStorage.removeItem("sent");
    } else {
        forgetDraft();
        for (const field of document.querySelectorAll("[data-draft]")) {
            if (!sessionStorage.getItem(prefix + page)) field.value = field.defaultValue;
        }
    }
}
