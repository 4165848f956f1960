"""A headless Chromium and its windows, used as a person would: by what stands on a page."""

import os
import shutil
import urllib.parse

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

# Seconds until something that doesn't come is a failure.
PATIENCE = 20


class Browser:
    """A person's browser, with a profile of its own that is gone when it quits."""

    def __init__(self, address, trusts_all=False):
        """With trusts_all, it accepts certificates that nobody vouches for."""
        self.address = address
        self.current = None
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        options.accept_insecure_certs = trusts_all
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for argument in ["--headless=new", "--disable-dev-shm-usage", "--lang=en-US"]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        self.driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        self.first = self.driver.current_window_handle

    def window(self, path="/", **circumstances):
        """Opens a page in another window, which stays visible beside the others."""
        self.driver.switch_to.new_window("window")
        self.current = self.driver.current_window_handle
        window = Window(self, self.current)
        window.emulate(**circumstances)
        window.open(path)
        return window

    def sign_in(self, cookie):
        """Lets the browser be signed in without the form."""
        self.turn_to(self.first)
        self.driver.execute_cdp_cmd(
            "Network.setCookie",
            {"name": "__session", "value": cookie, "url": self.address, "httpOnly": True, "sameSite": "Lax"},
        )

    def turn_to(self, handle):
        if self.current != handle:
            self.driver.switch_to.window(handle)
            self.current = handle

    def errors(self):
        """What the consoles of all windows have complained about since they were asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def forget(self):
        """Closes the windows and signs out, as far as the browser knows."""
        for handle in self.driver.window_handles:
            if handle != self.first:
                self.turn_to(handle)
                self.driver.close()
        self.turn_to(self.first)
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})

    def quit(self):
        self.driver.quit()


class Window:
    """A page in a browser. Whatever is asked for is waited for."""

    def __init__(self, browser, handle):
        self.browser = browser
        self.handle = handle

    @property
    def driver(self):
        self.browser.turn_to(self.handle)
        return self.browser.driver

    def emulate(self, width=1280, height=800, dark=False, scripts=True, zone=None):
        """Makes the window a wide or narrow one, light or dark, with JavaScript or without, in a time zone."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        # Without transitions, whose colours and places in between are not what is looked at.
        media = {"prefers-color-scheme": "dark" if dark else "light", "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in media.items()]
        self.command("Emulation.setEmulatedMedia", features=features)
        self.command("Emulation.setScriptExecutionDisabled", value=not scripts)
        if zone:
            self.command("Emulation.setTimezoneOverride", timezoneId=zone)

    def command(self, name, **parameters):
        """Sends a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, path):
        self.driver.get(urllib.parse.urljoin(self.browser.address, path))

    def hide(self):
        """Puts the window where nobody sees it."""
        self.driver.minimize_window()
        self.wait_until(lambda: self.run("return document.hidden"), "was hidden")

    def show(self):
        """Brings a hidden window back."""
        self.driver.set_window_rect(0, 0, 1280, 800)
        self.wait_until(lambda: not self.run("return document.hidden"), "was shown")

    def reload(self):
        self.driver.refresh()

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.browser.address)

    @property
    def title(self):
        return self.driver.title

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def layout_shift(self):
        """How much of the page has moved by itself since it began to load, as the Layout Instability API counts it."""
        return self.driver.execute_async_script("""
            const done = arguments[0];
            let total = 0;
            new PerformanceObserver((list) => {
                for (const shift of list.getEntries()) if (!shift.hadRecentInput) total += shift.value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => setTimeout(() => done(total), 100));
        """)

    def wait_until(self, condition, what):
        """Waits for a condition, which may look at elements that the page replaces meanwhile; returns what it gave."""
        wait = WebDriverWait(
            self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=[StaleElementReferenceException]
        )
        try:
            return wait.until(lambda _: self._unless_replaced(condition))
        except TimeoutException:
            shown = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"{what} in vain on {self.path}, which shows:\n{shown}") from None

    def _unless_replaced(self, condition):
        """What a condition gives; nothing when the driver met an element of a page that was just leaving."""
        try:
            return condition()
        except WebDriverException as error:
            # What the driver says instead of calling it stale, when the page goes between two steps of its own.
            if "Node with given id does not belong to the document" not in (error.msg or ""):
                raise
            return None

    def all(self, selector):
        """The elements that are there now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def find(self, selector):
        """The first element that is displayed."""
        return self._displayed(By.CSS_SELECTOR, selector)

    def _displayed(self, by, value):
        def first():
            return next((found for found in self.driver.find_elements(by, value) if found.is_displayed()), None)

        return self.wait_until(first, f"waited for {value}")

    def text(self, selector="main"):
        return self.wait_until(lambda: self.find(selector).text, f"waited for a text in {selector}")

    def texts(self, selector):
        """The texts of all elements that are there now, on the screen or not."""
        script = "return [...document.querySelectorAll(arguments[0])].map((it) => it.textContent)"
        return [" ".join(text.split()) for text in self.run(script, selector)]

    def wait_for(self, text, selector="main"):
        """Waits until an element shows a text."""
        self.wait_until(lambda: text in self.find(selector).text, f"waited for “{text}” in {selector}")

    def wait_for_no(self, text, selector="main"):
        self.wait_until(lambda: text not in self.find(selector).text, f"waited for “{text}” to go from {selector}")

    def wait_for_focus(self, identifier):
        """Waits until somebody who types does so in this element."""
        self.wait_until(lambda: self.focused.get_attribute("id") == identifier, f"waited for the focus on {identifier}")

    def button(self, words):
        """The button, link or fold with these words."""
        return self._displayed(By.XPATH, f'//*[self::a or self::button or self::summary][normalize-space(.)="{words}"]')

    def click(self, words):
        """Clicks the button, link or fold with these words."""
        self._click(lambda: self.button(words), f"clicked “{words}”")

    def click_on(self, selector):
        """Clicks the first such element that is displayed."""
        self._click(lambda: self.find(selector), f"clicked on {selector}")

    def _click(self, find, what):
        """Clicks on what has come to rest: scrolling to it may move it, since only what is in sight is laid out."""
        to_its_place = "arguments[0].scrollIntoViewIfNeeded(); return arguments[0].getBoundingClientRect().toJSON()"
        place = None

        def clicked():
            nonlocal place
            element, before = find(), place
            place = self.run(to_its_place, element)
            return place == before and (element.click(),)

        self.wait_until(clicked, what)

    def follow(self, words):
        """Clicks what leads to another page, and waits until that has taken this one's place."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        self.click(words)
        self.wait_until(lambda: staleness_of(page)(self.driver), f"followed “{words}”")

    def confirm(self, words):
        """Opens the fold with these words, which asks whether one is sure, and presses the button in it."""
        self.click(words)
        self.click_on("details.confirm[open] button")

    def field(self, label):
        """The field whose label begins like this."""
        field = self._displayed(By.XPATH, f'//label[starts-with(normalize-space(.), "{label}")]')
        return self.driver.find_element(By.ID, field.get_attribute("for"))

    def fill(self, label, text):
        """Types a text in the place of what stands in a field."""
        field = self.field(label)
        field.clear()
        field.send_keys(text)

    def choose(self, label, choice):
        """Chooses one of the options of a field."""
        self.field(label).find_element(By.XPATH, f'option[normalize-space(.)="{choice}"]').click()

    def press(self, *keys):
        """Presses keys one after the other, wherever the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def press_with_control(self, key):
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()

    def allow_clipboard(self):
        """Lets the page write to the clipboard, and the test read it."""
        permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        self.command("Browser.grantPermissions", permissions=permissions)

    def clipboard(self):
        """The text that was copied last."""
        return self.driver.execute_async_script("""
            const done = arguments[0];
            navigator.clipboard.readText().then(done, (error) => done(`nothing: ${error}`));
        """)

    @property
    def focused(self):
        return self.driver.switch_to.active_element
