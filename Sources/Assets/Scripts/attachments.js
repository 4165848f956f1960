// Uploads files as soon as they are chosen, pasted or dropped, and shows how far they are. Without this script the browser
// sends them with the form.

const field = document.querySelector("[data-attachments]");
const input = field.querySelector("input[type=file]");
const list = field.querySelector(".chosen");
const form = field.closest("form");
const uploads = new Map();
let place = 1000;
let submitter;
let last = Promise.resolve();

// What is sent with the form are the ids.
input.removeAttribute("name");
form.enctype = "application/x-www-form-urlencoded";
field.querySelector(".hint").append(" You can also paste or drop files anywhere in this form.");

function address(path, query) {
    const parameters = new URLSearchParams({ organizationId: field.dataset.organization, ...query });
    return `${field.dataset.attachments}${path}?${parameters}`;
}

function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

function add(file) {
    const progress = element("progress", { max: 1, value: 0, ariaLabel: `Upload of ${file.name}` });
    const remove = element("button", { type: "button", className: "button", textContent: "Remove" });
    remove.setAttribute("aria-label", `Remove ${file.name}`);
    const state = element("span", { className: "state" }, progress);
    state.setAttribute("role", "status");
    const item = element("li", {}, element("span", { dir: "auto", textContent: file.name }), " ", state, " ", remove);
    list.append(item);
    const request = new XMLHttpRequest();
    uploads.set(item, request);
    remove.addEventListener("click", () => discard(item));
    // One after the other, so that the server takes them in the order in which they are shown.
    last = last.then(() => send(file, request, item, state, progress));
}

function send(file, request, item, state, progress) {
    return new Promise((resolve) => {
        if (!item.isConnected) return resolve();
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) progress.value = event.loaded / event.total;
        });
        request.addEventListener("loadend", () => {
            uploads.delete(item);
            if (item.isConnected) finish(request, item, state);
            if (submitter && uploads.size === 0) sendForm();
            resolve();
        });
        request.open("POST", address("", { filename: file.name || "file" }));
        request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
        request.responseType = "json";
        request.send(file);
    });
}

function finish(request, item, state) {
    if (request.status !== 201) {
        item.classList.add("refused");
        state.textContent = request.response?.detail ?? "Couldn't upload. Remove the file and try again.";
        return;
    }
    const { id, width } = request.response;
    item.dataset.id = id;
    place += 1;
    state.textContent = "Ready";
    item.append(element("input", { type: "hidden", name: `attached.${id}`, value: place }));
    if (width) item.prepend(element("img", { src: address(`/${id}`), alt: "" }));
}

function discard(item) {
    const request = uploads.get(item);
    uploads.delete(item);
    // Before it is told of its end, which would have it stand there as refused.
    item.remove();
    request?.abort();
    if (item.dataset.id) fetch(address(`/${item.dataset.id}`), { method: "DELETE" }).catch(() => undefined);
    input.focus();
}

function sendForm() {
    const button = submitter;
    submitter = undefined;
    // What was refused is said beside the file, and isn't left out without a word.
    if (!list.querySelector(".refused")) form.requestSubmit(button.isConnected ? button : undefined);
}

function addAll(files) {
    for (const file of files) add(file);
}

input.addEventListener("change", () => {
    addAll(input.files);
    input.value = "";
});

form.addEventListener("paste", (event) => {
    // A spreadsheet gives its cells as text and as a picture.
    if (event.clipboardData.files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    addAll(event.clipboardData.files);
});

form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("dropping");
});
form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("dropping");
});
form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    addAll(event.dataTransfer.files);
});

// Before any other script hears of it: a form waits for its files.
addEventListener("submit", (event) => {
    if (event.target !== form || (uploads.size === 0 && !list.querySelector(".refused"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (uploads.size > 0) submitter = event.submitter ?? form.querySelector("button:not([type=button])");
    else list.querySelector(".refused button").focus();
}, true);

// After the message was sent.
form.addEventListener("reset", () => list.replaceChildren());
