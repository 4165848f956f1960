// A link to more of a list becomes that more, when it is followed or when the reader comes near.

/**
 * @param {Element} place what holds the link, once a list has more
 * @param {(query: URLSearchParams) => Promise<Document>} fetchPart
 * @param {(page: Document) => void} show puts what was fetched into the page, and the next link into the place
 */
export function loadNear(place, fetchPart, show) {
    async function load(event) {
        const link = place.querySelector("a");
        if (!link || (link.ariaBusy && !event) || event?.ctrlKey || event?.metaKey) return;
        event?.preventDefault();
        link.ariaBusy = "true";
        try {
            show(await fetchPart(new URL(link.href).searchParams));
        } catch {
            // The link is still one.
            if (event) location.assign(link.href);
        }
    }

    const observer = new IntersectionObserver(async (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        await load();
        // Asks again, for when it is still near.
        observer.unobserve(place);
        if (place.querySelector("a:not([aria-busy])")) observer.observe(place);
    }, { rootMargin: "1500px 0px" });

    place.addEventListener("click", (event) => { if (event.target.closest("a")) load(event); });
    observer.observe(place);
}
