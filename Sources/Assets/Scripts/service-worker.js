// Shows the server's notifications. It caches no pages and handles no requests.

self.addEventListener("push", (event) => {
    event.waitUntil(show(event.data));
});

// Browsers end the subscription of a device that shows no notification for a message, so one is shown even for an
// unreadable message.
async function show(data) {
    let message = {};
    try {
        message = data.json();
    } catch {
        message.body = "One of your sessions has an update.";
    }
    await self.registration.showNotification(message.title || "Lodestone", {
        body: message.body,
        tag: message.tag || "lodestone",
        renotify: true,
        icon: "/assets/icon-192.png",
        badge: "/assets/badge-96.png",
        data: { path: message.path || "/" },
    });
}

self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data?.path ?? "/"));
});

// Uses the window that already shows the page, if any, and tells it to show the right part.
async function open(path) {
    const address = new URL(path, self.location.origin);
    if (address.origin !== self.location.origin) return;
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const shown = windows.find((window) => new URL(window.url).pathname === address.pathname);
    if (!shown) return self.clients.openWindow(address.href);
    await shown.focus();
    shown.postMessage("notification-clicked");
}

// The push service has changed this device's address, or asks it to subscribe again.
self.addEventListener("pushsubscriptionchange", (event) => {
    event.waitUntil(renew(event.newSubscription));
});

async function renew(known) {
    let subscription = known;
    if (!subscription) {
        const { publicKey } = await (await fetch("/api/push/key")).json();
        subscription = await self.registration.pushManager.subscribe({
            userVisibleOnly: true,
            applicationServerKey: publicKey,
        });
    }
    await fetch("/api/me/push-subscriptions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(subscription),
    });
}
