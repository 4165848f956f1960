// Lines for short messages, which screen readers read out.

/**
 * Makes a function that shows a message in an element.
 *
 * Its parameters: the text or nodes, an empty text takes the message away; for how many seconds, without them until the
 * next message. What somebody points at, or has the focus in, stays.
 */
export function messageLine(element) {
    let timer;
    function clear() {
        if (element.matches(":hover, :focus-within")) timer = setTimeout(clear, 1000);
        else element.replaceChildren();
    }
    return (content, seconds) => {
        clearTimeout(timer);
        element.replaceChildren(...[content].flat().filter(Boolean));
        if (seconds) timer = setTimeout(clear, seconds * 1000);
    };
}

const line = document.getElementById("page-status");
const show = messageLine(line);

/** Shows a message in the line under the page's header, as `messageLine` says. */
export function showStatus(text, seconds) {
    show(text, seconds);
}

/** Shows what a page says was done, with the button that undoes it. */
export function showDone(page) {
    const nodes = [...page.getElementById("page-status").childNodes];
    if (nodes.length > 0) show(nodes, 15);
}

// Screen readers read out only what changes.
requestAnimationFrame(() => showDone(document));
