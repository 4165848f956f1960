"""A person is told on a phone that a session waits, and answers in three taps: on the notification, on an option, on
the button. No tap scrolls: what is tapped must be on the screen."""

import json
import pathlib
import urllib.request

import websocket
from browser import Browser
from dashboard import DashboardTestCase
from push_service import PushService
from test_runs import RunTestCase

AGENT = pathlib.Path(__file__).resolve().parents[1] / "Torture" / "asking_agent.py"
# What the service worker does when a notification is tapped. No event of a script's opens windows, so that it says only
# which window it would open, or which of the open ones it would show.
TAP = """
    (async () => {
        const [notification] = await registration.getNotifications();
        const shown = [];
        clients.openWindow = async (address) => shown.push(address);
        WindowClient.prototype.focus = async function () { shown.push(this.url); return this; };
        const event = new Event("notificationclick");
        event.notification = notification;
        let done;
        event.waitUntil = (promise) => { done = promise; };
        dispatchEvent(event);
        await done;
        return shown.join(" ");
    })()
"""


class Phone:
    """A browser of a phone's size, which counts how often it is tapped."""

    def __init__(self, browser, path):
        self.browser = browser
        self.taps = 0
        self.window = browser.window(path)
        self.window.command(
            "Emulation.setDeviceMetricsOverride", width=390, height=664, deviceScaleFactor=3, mobile=True
        )
        self.window.command("Emulation.setTouchEmulationEnabled", enabled=True)

    def tap(self, element):
        """Taps in the middle of an element, once that is on the screen."""
        place = """
            const box = arguments[0].getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            const hit = document.elementFromPoint(x, y);
            return arguments[0].contains(hit) ? { x, y } : null;
        """
        point = self.window.wait_until(lambda: self.window.run(place, element), f"waited to see “{element.text}”")
        self.taps += 1
        self.window.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[point])
        self.window.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def tap_notification(self):
        """Returns the address that the service worker shows then."""
        self.taps += 1
        place = self.browser.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urllib.request.urlopen(f"http://{place}/json/list") as targets:
            [worker] = [it for it in json.load(targets) if it["type"] == "service_worker"]
        tools = websocket.create_connection(worker["webSocketDebuggerUrl"], suppress_origin=True, timeout=20)
        try:
            parameters = {"expression": TAP, "awaitPromise": True, "returnByValue": True}
            tools.send(json.dumps({"id": 1, "method": "Runtime.evaluate", "params": parameters}))
            while (answer := json.loads(tools.recv())).get("id") != 1:
                continue
            return answer["result"]["result"]["value"]
        finally:
            tools.close()


class AnsweringOnAPhone(RunTestCase):
    @classmethod
    def setUpClass(cls):
        cls.push = PushService()
        cls.addClassCleanup(cls.push.close)
        cls.settings = {
            "LODESTONE_AGENT_COMMAND": f"/usr/bin/python3,{AGENT}",
            "LODESTONE_AGENT_PATHS": str(AGENT),
            "LODESTONE_PUSH_SERVICES": cls.push.place,
        }
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.browser = Browser(self.address)
        self.addCleanup(self.browser.quit)
        self.browser.sign_in(DashboardTestCase.cookie_in(f"{self.data}/cookies"))
        self.phone = Phone(self.browser, "/account")
        window = self.phone.window
        window.command("Browser.grantPermissions", origin=self.address, permissions=["notifications"])
        window.reload()
        window.run(f"PushManager.prototype.subscribe = async () => ({self.push.subscription})")
        window.click("Notify me on this device")
        window.wait_for("Notifications are on for this device.", ".notice")

    def ask(self, before=0):
        """Has an agent ask a question after so many seconds; returns its session."""
        work = [{"kinds": ["question"], "before": before, "after": 0, "hearing": 0}]
        return self.create(f"Paint the door\n{json.dumps(work)}")

    def wait_for_notification(self):
        while "Waiting for you: Which colour" not in json.loads(message := self.push.message())["body"]:
            continue
        window = self.phone.window
        window.command("ServiceWorker.enable")
        # The browser numbers its workers; there is one here.
        for registration in range(10):
            window.command(
                "ServiceWorker.deliverPushMessage",
                origin=f"{self.address}/", registrationId=str(registration), data=message,
            )  # fmt: skip
        shown = """
            const done = arguments[0];
            navigator.serviceWorker.getRegistration("/").then((it) => it.getNotifications())
                .then((all) => done(all.length));
        """
        window.wait_until(lambda: window.driver.execute_async_script(shown) == 1, "waited for the notification")

    def answer(self, session):
        """Answers with two taps more, and sees the agent go on."""
        phone, window = self.phone, self.phone.window
        phone.tap(window.find(".request .option"))
        self.assertTrue(window.find(".request .option input").is_selected())
        phone.tap(window.button("Answer"))
        ended = self.ended(session)
        self.assertEqual(ended["status"], "completed", ended)
        self.assertIn("Red", json.dumps([it for it in ended["messages"] if it["type"] == "user"][-1]))
        self.assertEqual(phone.taps, 3)
        window.wait_for("Done.", "#transcript")
        self.assertEqual(self.browser.errors(), [])

    def test_no_page_is_open(self):
        session = self.ask()
        self.wait_for_notification()
        address = self.phone.tap_notification()
        self.assertIn(self.path(session), address)
        self.phone.window.open(address)
        self.answer(session)

    def test_the_page_is_open_at_its_beginning(self):
        session = self.ask()
        self.wait_for_notification()
        self.phone.window.open(self.path(session))
        self.phone.window.find(".request")
        self.phone.window.run("scrollTo(0, 0)")
        self.assertIn(self.path(session), self.phone.tap_notification())
        self.answer(session)

    def test_the_page_is_open_at_its_end(self):
        session = self.ask(before=5)
        self.phone.window.open(self.path(session))
        self.wait_for_notification()
        self.assertIn(self.path(session), self.phone.tap_notification())
        self.answer(session)

    def path(self, session):
        return f"/organizations/{self.organization}/sessions/{session}"
