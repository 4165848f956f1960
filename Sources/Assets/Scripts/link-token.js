// A link's secret stands behind its `#`, which no server sees: it goes into the form, and out of the address. The tab
// keeps it while somebody signs in first, until the form is sent.

const field = document.querySelector("input[name=token]");
const key = `token of ${location.pathname.split("/")[1]}`;

/** The address's token; nothing when a place on the page follows the `#`. */
function linked() {
    return location.hash.match(/^#(ls[iu]_\w+)$/)?.[1];
}

function take(token) {
    if (!field || !token) return;
    field.value = token;
    sessionStorage.setItem(key, token);
    history.replaceState(null, "", location.pathname + location.search);
    field.closest(".field").hidden = !field.matches("[aria-invalid]");
    field.dispatchEvent(new Event("change"));
}

take(linked() || field?.value || sessionStorage.getItem(key));
field?.form.addEventListener("submit", () => sessionStorage.removeItem(key));
// A link that is opened where its page is open already.
addEventListener("hashchange", () => take(linked()));
