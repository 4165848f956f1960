// Searches the API documentation, and copies its examples.

import { copyText } from "./clipboard.js";

const find = document.querySelector(".docs-find input");
const links = [...document.querySelectorAll(".docs-nav :is(li, p:not(.docs-find))")];
const articles = [...document.querySelectorAll(".docs-text article")];
const sections = [...document.querySelectorAll(".docs-text section")];
const texts = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));

find.parentElement.hidden = false;
find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isFound = (article) => words.every((word) => texts.get(article).includes(word));
    for (const article of articles) article.hidden = !isFound(article);
    for (const section of sections) {
        const inside = [...section.querySelectorAll("article")];
        section.hidden = words.length > 0 && inside.every((article) => article.hidden);
    }
    for (const item of links) {
        item.hidden = document.getElementById(item.querySelector("a").hash.slice(1))?.hidden ?? false;
    }
});

for (const example of document.querySelectorAll(".docs-text pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
        button.textContent = await copyText(example.textContent, example) ? "Copied" : "Selected";
        setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    const frame = document.createElement("div");
    frame.className = "docs-example";
    example.replaceWith(frame);
    frame.append(example, button);
}
