// Completes commands and skills after a slash at the beginning of a message. Without this script they are typed.

const known = new Map();

/** The command names from an address, fetched once. */
function names(address) {
    if (!known.has(address)) {
        known.set(address, fetch(address, { headers: { Accept: "application/json" } })
            .then((answer) => (answer.ok ? answer.json() : { commands: [] }))
            .then(({ commands }) => commands.map(({ name }) => name))
            .catch(() => {
                known.delete(address);
                return [];
            }));
    }
    return known.get(address);
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {() => string | undefined} address the address of the commands; undefined while it isn't known
 */
export function completeCommands(field, address) {
    const list = document.createElement("ul");
    list.id = `${field.id}-commands`;
    list.className = "commands";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Commands");
    list.hidden = true;
    field.after(list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);

    const current = () => list.querySelector("[aria-selected=true]");

    function close() {
        list.hidden = true;
        list.replaceChildren();
        field.removeAttribute("aria-activedescendant");
    }

    function select(option) {
        current()?.setAttribute("aria-selected", "false");
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        field.setAttribute("aria-activedescendant", option.id);
    }

    function take(option) {
        field.setRangeText(`/${option.dataset.name} `, 0, field.selectionStart, "end");
        close();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.focus();
    }

    async function offer() {
        const typed = /^\/(\S*)$/.exec(field.value.slice(0, field.selectionStart));
        const place = typed && address();
        if (!place) return close();
        const found = (await names(place)).filter((name) => name.toLowerCase().startsWith(typed[1].toLowerCase()));
        if (found.length === 0 || document.activeElement !== field) return close();
        list.replaceChildren(...found.map((name, number) => {
            const option = document.createElement("li");
            option.id = `${list.id}-${number}`;
            option.dataset.name = name;
            option.textContent = `/${name}`;
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            // Handled before the field loses the focus.
            option.addEventListener("pointerdown", (event) => {
                event.preventDefault();
                take(option);
            });
            return option;
        }));
        list.hidden = false;
        select(list.firstElementChild);
    }

    field.addEventListener("input", offer);
    field.addEventListener("blur", close);
    field.addEventListener("keydown", (event) => {
        if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        const option = current();
        if (event.key === "ArrowDown") select(option.nextElementSibling ?? list.firstElementChild);
        else if (event.key === "ArrowUp") select(option.previousElementSibling ?? list.lastElementChild);
        else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) take(option);
        else if (event.key === "Escape") close();
        else return;
        event.preventDefault();
        event.stopPropagation();
    });
}
