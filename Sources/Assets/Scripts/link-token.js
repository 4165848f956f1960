// A link's secret stands behind its `#`, which no server sees: it goes into the form, and out of the address.

const field = document.querySelector("input[name=token]");
const key = `token of ${location.pathname}`;
const token = location.hash.slice(1) || sessionStorage.getItem(key);
if (field && token) {
    field.value = token;
    sessionStorage.setItem(key, token);
    history.replaceState(null, "", location.pathname + location.search);
    field.closest(".field").hidden = true;
}
