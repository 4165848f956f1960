// Follows the end of the page while the reader is there, and doesn't scroll while they read above.

import { reachesEnd } from "./transcript.js";

const news = document.getElementById("news");
const head = document.querySelector(".session-head");
const nearness = 120;
const margin = 8;
let isFollowing = false;
let unseen = 0;

/** The scroll position for following: the end, or the beginning of the agent's requests if they don't fit. */
function place() {
    const end = document.documentElement.scrollHeight - innerHeight;
    const request = document.querySelector(".request");
    return request ? Math.min(end, scrollY + request.getBoundingClientRect().top - head.offsetHeight - margin) : end;
}

function isNearEnd() {
    return scrollY >= place() - nearness;
}

function goToEnd() {
    scrollTo({ top: Math.max(scrollY, place()), behavior: "instant" });
}

function forget() {
    unseen = 0;
    news.hidden = true;
}

/** Starts to follow. */
export function follow() {
    isFollowing = true;
    forget();
    goToEnd();
}

/** Called after items were added at the end. */
export function added(count) {
    if (isFollowing) {
        goToEnd();
    } else if (count > 0) {
        unseen += count;
        news.textContent = unseen === 1 ? "1 new item ↓" : `${unseen} new items ↓`;
        news.hidden = false;
    }
}

news.addEventListener("click", () => {
    follow();
    document.querySelector(".composer textarea").focus({ preventScroll: true });
});

// Only the reader scrolls away from the end.
let top = scrollY;
addEventListener("scroll", () => {
    // It may also become shorter when parts of it get their real size.
    if (!isNearEnd()) {
        if (scrollY < top) isFollowing = false;
    } else if (reachesEnd()) {
        isFollowing = true;
        forget();
    }
    top = scrollY;
}, { passive: true });

// Parts of the page get their real size only when they are first shown.
new ResizeObserver(() => { if (isFollowing) goToEnd(); }).observe(document.body);
