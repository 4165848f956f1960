// Groups consecutive calls into one line, like the server: see TranscriptEntry.swift.

function callOf(item) {
    return item.querySelector(":scope > details.tool[data-call]");
}

function isStep(item) {
    return callOf(item)?.dataset.state === "done";
}

/** All items, without their groups. */
function flat(list) {
    return [...list.children].flatMap((item) => (
        item.matches(".step-group") ? [...item.querySelector("ol").children] : [item]
    ));
}

/** Runs of items that belong in one group. */
function runs(items) {
    const found = [];
    let run = [];
    function end() {
        while (run.length > 0 && !isStep(run.at(-1))) run.pop();
        if (run.filter(isStep).length > 1) found.push(run);
        run = [];
    }
    for (const item of items) {
        const isSame = run.length === 0
            || run[0].classList.contains("sub-agent") === item.classList.contains("sub-agent");
        if (!isSame) end();
        if (isStep(item) || (run.length > 0 && item.matches(".folded"))) run.push(item);
        else end();
    }
    end();
    return found;
}

function makeGroup(isSubAgents) {
    const group = document.createElement("li");
    group.className = isSubAgents ? "item step-group sub-agent" : "item step-group";
    group.tabIndex = -1;
    group.dataset.step = "";
    group.innerHTML = `<details><summary><span class="row"><span class="tool-name"></span> `
        + `<span class="tool-note"></span></span></summary><ol></ol></details>`;
    return group;
}

function describe(group) {
    const steps = [...group.querySelector("ol").children].filter(isStep);
    const counts = new Map();
    for (const item of steps) {
        const { verb } = callOf(item).dataset;
        counts.set(verb, (counts.get(verb) ?? 0) + 1);
    }
    const [name, note] = group.querySelectorAll(":scope > details > summary :is(.tool-name, .tool-note)");
    name.textContent = `${steps.length} steps`;
    note.textContent = [...counts].map(([verb, count]) => `${verb} ${count}`).join(", ");
}

/** Groups finished calls, and takes failed ones out of their groups. */
export function groupSteps(list) {
    const items = flat(list);
    const wanted = new Map(runs(items).flatMap((run) => run.map((item) => [item, run])));
    for (const item of items) {
        const group = item.parentElement.closest(".step-group");
        if (!group || wanted.has(item)) continue;
        // It is no longer grouped, which also splits the group after it.
        const rest = [];
        for (let next = item; next; next = next.nextElementSibling) rest.push(next);
        group.after(...rest);
        if (group.querySelector("ol").childElementCount === 0) group.remove();
    }
    for (const run of new Set(wanted.values())) {
        const first = run[0].parentElement.closest(".step-group");
        const group = first ?? makeGroup(run[0].classList.contains("sub-agent"));
        if (!first) run[0].before(group);
        const place = group.querySelector("ol");
        if (run.every((item) => item.parentElement === place)) continue;
        const old = new Set(run.map((item) => item.parentElement.closest(".step-group")));
        place.append(...run);
        for (const other of old) if (other && other !== group && !other.querySelector("ol > li")) other.remove();
        describe(group);
    }
}
