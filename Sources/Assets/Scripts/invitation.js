// Shows the organization and role of the invitation before the form is filled in.

import "./link-token.js";

const field = document.querySelector("input[name=token]");
const status = document.getElementById("invitation");
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

function say(text, kind) {
    const paragraph = document.createElement("p");
    paragraph.className = kind;
    paragraph.textContent = text;
    status.replaceChildren(paragraph);
}

async function tell() {
    const token = field.value.trim().split("#").pop();
    if (!token) return;
    const answer = await fetch("/api/invitations/look-up", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ token }),
    }).catch(() => undefined);
    if (!answer) return;
    const body = await answer.json();
    if (answer.ok) {
        const { organization, role, expiresAt, inviter } = body.invitation;
        const article = role === "owner" ? "an" : "a";
        const invited = inviter ? `${inviter} invites you` : "You are invited";
        say(`${invited} to ${organization.name} as ${article} ${role}. The link expires on ${day.format(new Date(expiresAt))}.`, "notice");
    } else {
        say(body.detail, "error");
        field.closest(".field").hidden = false;
    }
}

field.addEventListener("change", tell);
if (!field.matches("[aria-invalid]")) tell();
