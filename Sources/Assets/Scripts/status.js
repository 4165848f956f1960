// Lines for short messages, which screen readers read out.

/**
 * Makes a function that shows a message in an element.
 *
 * Its parameters: the text, where an empty one hides the message, and the seconds to show it, by default until the next.
 */
export function messageLine(element) {
    let timer;
    return (text, seconds) => {
        clearTimeout(timer);
        element.textContent = text;
        if (seconds) timer = setTimeout(() => { element.textContent = ""; }, seconds * 1000);
    };
}

const show = messageLine(document.getElementById("page-status"));

/** Shows a message in the line under the page's header, as `messageLine` says. */
export function showStatus(text, seconds) {
    show(text, seconds);
}
