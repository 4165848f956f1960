// Uploads files as soon as they are chosen, pasted or dropped, and shows their progress. Without this script, the
// browser sends the files with the form.

const field = document.querySelector("[data-attachments]");
const input = field.querySelector("input[type=file]");
const list = field.querySelector(".chosen");
const form = field.closest("form");
const uploads = new Map();
let place = 1000;
let submitter;
let last = Promise.resolve();

// The form sends only the ids.
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
    // One after the other, so that the server stores them in the order shown.
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
    // Removed before the request is aborted, which would otherwise mark it as failed.
    item.remove();
    request?.abort();
    if (item.dataset.id) fetch(address(`/${item.dataset.id}`), { method: "DELETE" }).catch(() => undefined);
    input.focus();
}

function sendForm() {
    const button = submitter;
    submitter = undefined;
    if (!pointOutRefused()) form.requestSubmit(button.isConnected ? button : undefined);
}

/** The form isn't sent while a failed file is listed, so that no file is left out unnoticed. */
function pointOutRefused() {
    const refused = list.querySelector(".refused");
    refused?.querySelector("button").focus();
    for (const state of list.querySelectorAll(".refused .state:not([data-named])")) {
        state.dataset.named = "";
        state.textContent = `Not sent. ${state.textContent}`;
    }
    return refused !== null;
}

function addAll(files) {
    for (const file of files) add(file);
}

input.addEventListener("change", () => {
    addAll(input.files);
    input.value = "";
});

form.addEventListener("paste", (event) => {
    // Spreadsheets put copied cells on the clipboard as text and as a picture.
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

// Runs before other scripts, because the form has to wait for its files.
addEventListener("submit", (event) => {
    if (event.target !== form || (uploads.size === 0 && !list.querySelector(".refused"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (uploads.size === 0) pointOutRefused();
    else submitter = event.submitter ?? form.querySelector("button:not([type=button])");
}, true);

// After the message was sent.
form.addEventListener("reset", () => list.replaceChildren());
