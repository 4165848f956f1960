// A link's secret follows the `#`, which browsers don't send to the server. This script moves it from the address into
// the form. The tab keeps it until the form is sent, even if the person signs in first.

const field = document.querySelector("input[name=token]");
const key = `token of ${location.pathname.split("/")[1]}`;

/** The token in the address; undefined if the `#` is followed by an anchor. */
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
// The link is opened in a tab that already shows its page.
addEventListener("hashchange", () => take(linked()));
