// Keyboard shortcuts. Single keys work only outside text fields.

const help = document.getElementById("shortcuts");

function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Moves the focus to the next or previous of the elements marked with `data-step`. */
function step(direction) {
    const places = [...document.querySelectorAll("[data-step]")].filter((place) => place.checkVisibility());
    const current = places.findIndex((place) => place === document.activeElement || place.contains(document.activeElement));
    const next = current < 0 ? (direction > 0 ? 0 : places.length - 1) : current + direction;
    places[next]?.focus();
}

const actions = {
    j: () => step(1),
    k: () => step(-1),
    "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        const form = event.target.closest?.("form[data-send]");
        if (form) {
            event.preventDefault();
            form.requestSubmit();
        }
        return;
    }
    // The single keys work again.
    if (event.key === "Escape" && !event.defaultPrevented && event.target.matches("textarea")) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) {
        return;
    }
    const marked = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (marked) {
        event.preventDefault();
        if (isTyping(marked)) marked.focus();
        else marked.click();
    } else if (actions[event.key]) {
        event.preventDefault();
        actions[event.key]();
    }
});
