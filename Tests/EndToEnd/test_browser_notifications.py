"""A person has a device told what happens. No push service is asked: a browser without a network can't subscribe at one,
so that the subscription is made up, and messages are handed to the service worker as the browser does."""

from dashboard import DashboardTestCase

ENDPOINT = "https://push.example.com/send/f1LsxkKphfQ"
SUBSCRIPTION = f"""{{
    endpoint: "{ENDPOINT}",
    keys: {{
        p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: "BTBZMqHH6r4Tts7J_aSIgg",
    }},
}}"""


class Notifications(DashboardTestCase):
    def account(self, **circumstances):
        window = self.window("/account", **circumstances)
        window.command("Browser.grantPermissions", origin=self.address, permissions=["notifications"])
        window.reload()
        window.run(f"PushManager.prototype.subscribe = async () => ({SUBSCRIPTION})")
        return window

    def test_a_device_is_added_tested_and_removed(self):
        window = self.account(width=390, height=844)
        window.click("Notify me on this device")
        window.wait_for("Notifications are on for this device.", ".notice")
        window.wait_for("Chrome on Linux", "#devices")
        self.assertEqual(window.all("#devices > li")[0].get_attribute("data-endpoint"), ENDPOINT)
        window.click("Send test to Chrome on Linux")
        window.wait_for("Test sent.", ".notice")
        window.click("Remove Chrome on Linux")
        window.wait_for("Notifications are off for that device.", ".notice")
        self.assertEqual(window.all("#devices"), [])

    def test_what_is_told_is_chosen(self):
        window = self.window("/account")
        window.field("finishes").click()
        window.click("Save notifications")
        window.wait_for("Your notification settings are saved.", ".notice")
        self.assertFalse(window.field("finishes").is_selected())
        self.assertTrue(window.field("needs my answer").is_selected())
        window.field("finishes").click()
        window.click("Save notifications")
        window.wait_for("Your notification settings are saved.", ".notice")

    def test_a_device_that_cannot_subscribe_says_why(self):
        window = self.window("/account")
        window.command("Browser.grantPermissions", origin=self.address, permissions=["notifications"])
        window.reload()
        window.run("PushManager.prototype.subscribe = async () => { throw new Error('no push service') }")
        window.click("Notify me on this device")
        window.wait_for("Couldn't turn on notifications: no push service")

    def test_a_message_is_shown(self):
        window = self.account()
        window.click("Notify me on this device")
        window.wait_for("Notifications are on for this device.", ".notice")
        window.command("ServiceWorker.enable")
        message = '{"title": "Fix login page", "body": "Finished: Done.", "path": "/account", "tag": "t"}'
        shown = """
            const done = arguments[0];
            navigator.serviceWorker.getRegistration("/")
                .then((registration) => registration.getNotifications())
                .then((all) => done(all.map((it) => [it.title, it.body, it.tag, it.data.path])));
        """

        def is_shown():
            # The browser numbers its workers; there is one here. It drops what comes before it knows the worker, and a
            # message with the same tag replaces the one before.
            for registration in range(10):
                window.command(
                    "ServiceWorker.deliverPushMessage", origin=f"{self.address}/", registrationId=str(registration),
                    data=message,
                )
            return window.driver.execute_async_script(shown) == [["Fix login page", "Finished: Done.", "t", "/account"]]

        window.wait_until(is_shown, "waited for the notification")
        window.click("Remove Chrome on Linux")
        window.wait_for("Notifications are off for that device.", ".notice")
