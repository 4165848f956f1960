// Sends forms marked with `data-quiet` without leaving the page. Without this script they are plain forms. For one marked
// with `data-says`, the page that comes next is fetched, and what it says was done is shown here.

import { forgetDraft } from "./drafts.js";
import { showDone } from "./status.js";

/**
 * @param {(form: HTMLFormElement) => Promise<void>} onSent called after a form was accepted
 * @param {(text: string) => void} onProblem called if it couldn't be sent; its text is kept
 */
export function sendQuietly(onSent, onProblem) {
    document.addEventListener("submit", async (event) => {
        const form = event.target.closest("form[data-quiet]");
        if (!form) return;
        event.preventDefault();
        if (form.dataset.sending) {
            if ("sendOnChange" in form.dataset) form.dataset.sending = "outdated";
            return;
        }
        form.dataset.sending = "yes";
        form.ariaBusy = "true";
        const answer = await fetch(form.action, {
            method: "POST", body: new URLSearchParams(new FormData(form)),
            redirect: "says" in form.dataset ? "follow" : "manual",
            headers: { Accept: "text/html" },
        }).catch(() => undefined);
        const isOutdated = form.dataset.sending === "outdated";
        delete form.dataset.sending;
        form.ariaBusy = null;
        if (answer?.type === "opaqueredirect" || (answer?.ok && answer.redirected)) {
            if (answer.ok) showDone(new DOMParser().parseFromString(await answer.text(), "text/html"));
            if ("sendOnChange" in form.dataset) keepChoices(form);
            else form.reset();
            // The initial text, such as that of a message that was taken back, was sent too.
            for (const field of form.querySelectorAll("[data-draft]")) field.value = "";
            forgetDraft();
            if (isOutdated) form.requestSubmit();
            else await onSent(form);
        } else if (answer?.status >= 400 && answer.status < 500) {
            // The server shows the errors on a page.
            form.submit();
        } else {
            sessionStorage.removeItem("sent");
            onProblem("Not sent. Your text is still here.");
        }
    }, true);
}

/** Makes what was sent the form's initial state. */
function keepChoices(form) {
    for (const option of form.querySelectorAll("option")) option.defaultSelected = option.selected;
}
