// The bar under a session's head that says whether the page is live.

import { messageLine } from "./status.js";

const show = messageLine(document.getElementById("live"));
let isClosed = false;
let isStale = false;

/**
 * Shows the state of the connection.
 *
 * @param {"open" | "closed" | "refreshed" | "stale"} change the stream opened or ended; the page was updated or not
 */
export function showConnection(change) {
    const wasWrong = isClosed || isStale;
    if (change === "closed") isClosed = true;
    if (change === "open") isClosed = false;
    if (change === "stale") isStale = true;
    if (change === "refreshed") isStale = false;
    if (isClosed) show("Reconnecting…");
    else if (isStale) show("Couldn't refresh. Retrying…");
    else if (wasWrong) show("Up to date", 2);
}
