// Turns notifications on for this device.

const place = document.getElementById("this-device");
const button = place.querySelector("button");
const status = place.querySelector("[role=status]");

place.hidden = false;
if (!isSecureContext) {
    refuse("Notifications need an https address.");
} else if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    refuse("This browser doesn't support notifications. On an iPhone or iPad, add Lodestone to the home screen and open it there.");
} else if (Notification.permission === "denied") {
    refuse("Notifications are blocked. Allow them in the browser's settings, then reload this page.");
} else {
    button.addEventListener("click", subscribe);
    showKnown();
}

function refuse(reason) {
    button.hidden = true;
    status.textContent = reason;
}

// Marks this device in the list. A device that isn't listed, for example after it was removed, can be added.
async function showKnown() {
    const registration = await navigator.serviceWorker.getRegistration("/");
    const subscription = await registration?.pushManager.getSubscription();
    const items = [...document.querySelectorAll("#devices > li")];
    const item = items.find((item) => item.dataset.endpoint === subscription?.endpoint);
    if (!item || Notification.permission !== "granted") return;
    item.querySelector(".this").hidden = false;
    place.hidden = true;
    // Sent again, so that signing out in this browser also ends the notifications.
    await send(subscription);
}

async function subscribe() {
    button.disabled = true;
    status.textContent = "";
    try {
        if ((await Notification.requestPermission()) !== "granted") {
            status.textContent = "Notifications stay off until you allow them.";
            return;
        }
        const registration = await navigator.serviceWorker.register("/service-worker.js");
        await navigator.serviceWorker.ready;
        await send(await subscription(registration.pushManager));
        location.assign("/account?done=device-added");
    } catch (error) {
        status.textContent = `Couldn't turn on notifications: ${error.message}`;
    } finally {
        button.disabled = false;
    }
}

async function subscription(manager) {
    const { publicKey } = await (await fetch("/api/push/key")).json();
    const options = { userVisibleOnly: true, applicationServerKey: publicKey };
    try {
        return await manager.subscribe(options);
    } catch (error) {
        // There is a subscription for the key of a previous server.
        if (error.name !== "InvalidStateError") throw error;
        await (await manager.getSubscription())?.unsubscribe();
        return manager.subscribe(options);
    }
}

async function send(subscription) {
    const answer = await fetch("/api/me/push-subscriptions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(subscription),
    });
    if (!answer.ok) throw new Error((await answer.json()).detail);
}
