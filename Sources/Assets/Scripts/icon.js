// The icon in the browser's tab, which says how things stand.

/** Shows another icon, unless it is the same. */
export function showIcon(address) {
    const link = document.querySelector("link[rel=icon]");
    if (link.getAttribute("href") !== address) link.href = address;
}
