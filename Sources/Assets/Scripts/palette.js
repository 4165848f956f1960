// The palette: Ctrl K finds sessions, repositories, people and commands, and opens them.

const sessions = document.querySelector('.top nav a[href$="/sessions"]');
/** The delay after typing before the server is asked, in milliseconds. */
const rest = 120;
let dialog;
let input;
let results;
let latest = 0;
let timer;

function make(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
}

function build() {
    dialog = make("dialog", { class: "palette", "aria-label": "Command palette" });
    input = make("input", {
        type: "text", role: "combobox", "aria-label": "Find sessions, repositories, people and commands",
        "aria-controls": "palette-results", "aria-expanded": "true", "aria-autocomplete": "list", autocomplete: "off",
        placeholder: "Find sessions, repositories, people, commands…", maxlength: "200", dir: "auto",
    });
    results = make("div", { id: "palette-results", role: "listbox", "aria-label": "Results" });
    dialog.append(input, results);
    document.body.append(dialog);
    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(find, rest);
    });
    input.addEventListener("keydown", (event) => {
        const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (direction) choose(index() + direction);
        else if (event.key === "Enter" && !event.isComposing) options()[index()]?.click();
        else return;
        event.preventDefault();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

function options() {
    return [...results.querySelectorAll("[role=option]")];
}

function index() {
    return options().findIndex((option) => option.ariaSelected === "true");
}

/** Selects the result that Enter opens; after the last one comes the first. */
function choose(place) {
    const all = options();
    const chosen = all[(place + all.length) % all.length];
    for (const option of all) option.ariaSelected = String(option === chosen);
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
}

/** The actions of the open page that contain every typed word, as a group of options; nothing if there are none. */
function pageActions() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...document.querySelectorAll("[data-command]")]
        .filter((action) => words.every((word) => action.dataset.command.toLowerCase().includes(word)));
    if (found.length === 0) return [];
    const group = make("div", { role: "group", "aria-label": "This session" });
    const heading = make("p", { "aria-hidden": "true" });
    heading.textContent = "This session";
    group.append(heading);
    for (const [number, action] of found.entries()) {
        const option = make("a", {
            role: "option", id: `palette-action-${number}`, href: action.href ?? "#", tabindex: "-1", "aria-selected": "false",
        });
        const name = make("span", {});
        name.textContent = action.dataset.command;
        option.append(name);
        option.addEventListener("click", (event) => {
            event.preventDefault();
            // It would close the menu, as a click beside it.
            event.stopPropagation();
            dialog.close();
            // The page may have been renewed since.
            const current = document.querySelector(`[data-command="${CSS.escape(action.dataset.command)}"]`);
            const menu = current?.closest("details.menu");
            if (menu && current.matches("summary")) menu.open = true;
            current?.click();
        });
        group.append(option);
    }
    return [group];
}

async function find() {
    const request = ++latest;
    const address = new URL(sessions.href.replace(/\/sessions$/, "/palette"));
    if (input.value.trim()) address.searchParams.set("q", input.value);
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => undefined);
    if (request !== latest) return;
    if (answer?.redirected || answer?.status === 401) location.reload();
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (request !== latest) return;
    const actions = pageActions();
    if (actions.length > 0) page.querySelector("[role=status]")?.remove();
    results.replaceChildren(...actions, ...page.body.childNodes);
    choose(0);
}

document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (!sessions || document.querySelector("dialog[open]:not(.palette)")) return;
    event.preventDefault();
    if (!dialog) build();
    if (dialog.open) return dialog.close();
    input.value = "";
    results.replaceChildren();
    dialog.showModal();
    find();
});
