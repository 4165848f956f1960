// Shows times relative to now and, on hover, exactly in the reader's time zone.

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const steps = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];

function words(date) {
    const seconds = (date - Date.now()) / 1000;
    for (const [unit, length] of steps) {
        if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
    }
    return "just now";
}

/** Updates the times in a part of the page. */
export function showTimes(root = document) {
    for (const element of root.querySelectorAll("time[datetime]")) {
        const date = new Date(element.dateTime);
        element.title = exact.format(date);
        if (element.hasAttribute("data-exact")) {
            element.textContent = exact.format(date);
        } else {
            element.textContent = words(date);
        }
    }
}

function elapsed(since) {
    const seconds = Math.max(0, Math.floor((Date.now() - new Date(since)) / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (hours > 0) return `${hours}h ${minutes}m`;
    return minutes > 0 ? `${minutes}m ${seconds % 60}s` : `${seconds}s`;
}

setInterval(showTimes, 30_000);
// Running clocks, such as how long an agent has been working.
setInterval(() => {
    if (document.hidden) return;
    for (const clock of document.querySelectorAll("time[data-since]")) clock.textContent = elapsed(clock.dataset.since);
}, 1000);
