// Replaces a link to the rest of a list by that part, when the link is followed or comes near the visible area.

/**
 * @param {Element} place the element that contains the link, if there is more
 * @param {(query: URLSearchParams) => Promise<Document>} fetchPart
 * @param {(page: Document) => void} show inserts the fetched part into the page, and the next link into the element
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
            // The link still works as a link.
            if (event) location.assign(link.href);
        }
    }

    const observer = new IntersectionObserver(async (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        await load();
        // Observes it again, in case it is still near.
        observer.unobserve(place);
        if (place.querySelector("a:not([aria-busy])")) observer.observe(place);
    }, { rootMargin: "1500px 0px" });

    place.addEventListener("click", (event) => { if (event.target.closest("a")) load(event); });
    observer.observe(place);
}
