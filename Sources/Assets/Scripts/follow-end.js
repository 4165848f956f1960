// Follows the end of the page while somebody is there, and stays put while they read above.

import { reachesEnd } from "./transcript.js";

const news = document.getElementById("news");
const head = document.querySelector(".session-head");
const nearness = 120;
const margin = 8;
let isFollowing = false;
let unseen = 0;

/** How far down somebody is who follows: at the end, or where what the agent asks begins, if not all of it fits. */
function place() {
    const end = document.documentElement.scrollHeight - innerHeight;
    const request = document.querySelector(".request");
    return request ? Math.min(end, scrollY + request.getBoundingClientRect().top - head.offsetHeight - margin) : end;
}

function isAtEnd() {
    return reachesEnd() && scrollY >= place() - nearness;
}

function goToEnd() {
    scrollTo({ top: Math.max(scrollY, place()), behavior: "instant" });
}

function forget() {
    unseen = 0;
    news.hidden = true;
}

/** Follows from now on. */
export function follow() {
    isFollowing = true;
    forget();
    goToEnd();
}

/** Tells that something was added at the end. */
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

// Only somebody moves the page up; it grows by itself.
let top = scrollY;
addEventListener("scroll", () => {
    if (isAtEnd()) {
        isFollowing = true;
        forget();
    } else if (scrollY < top) {
        isFollowing = false;
    }
    top = scrollY;
}, { passive: true });

// Parts of the page get their real size when they are first shown.
new ResizeObserver(() => { if (isFollowing) goToEnd(); }).observe(document.body);
