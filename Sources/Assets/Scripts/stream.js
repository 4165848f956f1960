// The page's only event stream. Browsers allow few connections to a server, so only some of the pages in the background
// keep theirs; the others catch up when they are shown again.

const slots = ["stream-1", "stream-2", "stream-3"];

/**
 * Listens to an event stream.
 *
 * @param {() => string} address its address without a position
 * @param {string} position the number of the last event that the page shows
 * @param {Record<string, (data: object) => void>} handlers by event type; `reset` when events were missed for good
 * @param {(isOpen: boolean) => void} onState whether the page is live
 * @returns {() => void} reopens an open stream, when its address is a different one
 */
export function listen(address, position, handlers, onState = () => {}) {
    let source;
    let release;
    let failures = 0;

    function open() {
        if (source && source.readyState !== EventSource.CLOSED) return;
        const url = new URL(address(), location.href);
        url.searchParams.set("after", position);
        source = new EventSource(url);
        source.onopen = () => {
            failures = 0;
            onState(true);
        };
        source.onerror = () => {
            onState(false);
            close();
            setTimeout(checkAccess, failures > 0 ? 2000 : 0);
            failures += 1;
        };
        for (const [type, handle] of Object.entries({ reset: () => location.reload(), ...handlers })) {
            source.addEventListener(type, (event) => {
                position = event.lastEventId || position;
                handle(event.data ? JSON.parse(event.data) : {});
            });
        }
    }

    function close() {
        source?.close();
        source = undefined;
    }

    // The server has ended the stream. If access was lost, the page is reloaded.
    async function checkAccess() {
        const answer = await fetch(location.href, { method: "HEAD", headers: { Accept: "text/html" } })
            .catch(() => undefined);
        if (!answer || answer.status >= 500) setTimeout(checkAccess, 2000);
        else if (answer.ok && !answer.redirected) open();
        else location.reload();
    }

    async function keepInBackground() {
        for (const name of slots) {
            const isHeld = await new Promise((resolve) => {
                navigator.locks.request(name, { ifAvailable: true }, (lock) => {
                    resolve(Boolean(lock));
                    return lock && new Promise((done) => { release = done; });
                });
            });
            if (isHeld) return true;
        }
        return false;
    }

    document.addEventListener("visibilitychange", async () => {
        if (document.visibilityState === "visible") {
            release?.();
            release = undefined;
            open();
        } else if (!navigator.locks || !(await keepInBackground())) {
            if (document.visibilityState === "hidden") close();
        }
    });
    // A sent form leaves the page, so its own changes need no update here.
    document.addEventListener("submit", (event) => {
        if (!event.defaultPrevented && event.target.method !== "dialog") close();
    });
    addEventListener("pagehide", close);
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    open();
    return () => {
        if (!source) return;
        close();
        open();
    };
}
