// "← Sessions" leads to the list as this tab showed it last, with its view, filters and search.

const key = "list";

if (document.querySelector("form.filters")) sessionStorage.setItem(key, location.pathname + location.search);

document.addEventListener("click", (event) => {
    const link = event.target.closest("a.back");
    const list = sessionStorage.getItem(key);
    if (link && list?.split("?")[0] === link.pathname) link.href = list;
}, { capture: true });
