// The line under the page's header for a short message, which screen readers read out.

const line = document.getElementById("page-status");
let timer;

/**
 * Shows a message.
 *
 * @param {string} text an empty one takes the message away
 * @param {number} seconds for how long; without it until the next message
 */
export function showStatus(text, seconds) {
    clearTimeout(timer);
    line.textContent = text;
    if (seconds) timer = setTimeout(() => { line.textContent = ""; }, seconds * 1000);
}
