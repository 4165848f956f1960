"""The list of sessions and the making of one, in a browser."""

import re
import urllib.parse

from dashboard import DashboardTestCase, finishes, says
from selenium.webdriver.common.keys import Keys


class Sessions(DashboardTestCase):
    def titles(self, window):
        return window.texts(".session-row h3")

    def test_a_new_session_shows_its_title_while_it_is_typed(self):
        window = self.window()
        window.click("New session")
        window.fill("What should be done?", "Please mend the coffee machine. It leaks.")
        window.wait_for("Title: Mend coffee machine", "#title-preview")
        window.choose("Repository", "Other…")
        window.fill("Other repository", "acme/kitchen")
        window.click("Start session")
        window.wait_until(lambda: "/new" not in window.path, "waited for the session")
        window.open(self.sessions)
        self.assertEqual(self.titles(window)[0], "Mend coffee machine")
        self.assertIn("acme/kitchen", window.texts(".session-row")[0])

    def test_a_session_appears_in_another_window_without_a_reload(self):
        other = self.window()
        other.run("document.isTheSame = true")
        window = self.window(f"{self.sessions}/new")
        window.fill("What should be done?", "Paint the bicycle shed blue.")
        window.press_with_control(Keys.ENTER)
        other.wait_until(lambda: self.titles(other)[0] == "Paint bicycle shed blue", "waited for the session")
        self.assertTrue(other.run("return document.isTheSame"))

    def test_the_list_stays_in_order_and_tells_what_agents_report(self):
        first, second = self.create("Sort the red socks."), self.create("Sort the green socks.")
        window = self.window()
        self.assertEqual(self.titles(window)[:2], ["Sort green socks", "Sort red socks"])
        self.report(first, says("Three pairs are sorted."), finishes("All the red socks are sorted."))
        window.find(f"#{first['id']} .symbol.good")
        self.assertEqual(self.titles(window)[:2], ["Sort green socks", "Sort red socks"])
        third = self.create("Sort the grey socks.")
        window.wait_for("Sort grey socks", f"#{third['id']}")
        self.assertEqual(self.titles(window)[:3], ["Sort grey socks", "Sort green socks", "Sort red socks"])
        self.assertIn("Agent elsewhere", window.texts(f"#{second['id']}")[0])

    def test_what_comes_while_nobody_looks_is_counted_in_the_title(self):
        window = self.window()
        title = window.title
        window.hide()
        self.create("Play hide and seek.")
        self.create("Play blind man's buff.")
        window.wait_until(lambda: window.title == f"(2) {title}", "waited for the title")
        window.show()
        self.assertEqual(window.title, title)

    def test_many_windows_in_the_background_catch_up_when_looked_at(self):
        windows = [self.window() for _ in range(5)]
        for window in windows:
            window.hide()
        session = self.create("Wake the neighbours.")
        for window in windows:
            window.show()
            window.wait_for("Wake neighbours", f"#{session['id']}")

    def test_filters_are_applied_and_can_be_shared(self):
        window = self.window()
        window.click("Filter")
        window.choose("Status", "Failed")
        window.click("Apply")
        window.wait_until(lambda: "status=failed" in window.path, "waited for the filter")
        window.wait_until(lambda: set(window.texts(".session-row .symbol")) <= {"✕", "■"}, "saw others")
        window.click("Filter")
        window.choose("Author", "Alice Chen")
        window.click("Apply")
        window.wait_until(lambda: "author=" in window.path, "waited for the filter")
        again = self.window(window.path)
        people = {person.get_attribute("title") for person in again.all(".session-row .person")}
        self.assertEqual(people, {"Alice Chen"})
        again.click_on(".chips a")
        again.wait_until(lambda: "status=" not in again.path and "author=" in again.path, "waited for one filter less")
        again.click("Clear")
        again.wait_until(lambda: again.path == self.sessions, "waited for the whole list")

    def test_a_search_shows_what_it_found(self):
        self.report(self.create("Write the menu."), says("There is rhubarb crumble on Thursday."))
        window = self.window()
        window.press("/")
        window.press("rhubarb", Keys.ENTER)
        window.wait_until(lambda: self.titles(window) == ["Write menu"], "waited for what was found")
        window.wait_for("rhubarb crumble", ".match")
        self.assertEqual(window.texts(".match mark"), ["rhubarb"])
        window.fill("Search", "menu")
        window.click("Search")
        window.wait_until(lambda: "menu" in window.texts("h3 mark"), "waited for the mark in the title")
        window.fill("Search", "xylophone")
        window.click("Search")
        window.wait_for("No session matches: “xylophone”")
        window.click("Clear search and filters")
        window.wait_until(lambda: len(self.titles(window)) == 50, "waited for the whole list")

    def test_more_are_loaded_to_the_end(self):
        window = self.window(f"{self.sessions}?archived=any")
        whole = len(self.get("/api/sessions")["sessions"])
        shown = 50
        while shown < whole:
            self.assertEqual(len(self.titles(window)), shown)
            window.click("Load more")
            shown = min(shown + 50, whole)
            window.wait_until(lambda: len(self.titles(window)) == shown, f"waited for {shown} sessions")
        self.assertEqual(len({card.get_attribute("id") for card in window.all(".session-row")}), whole)
        self.assertEqual(window.texts("#more"), [""])

    def test_back_returns_to_the_same_place_in_a_longer_list(self):
        window = self.window(f"{self.sessions}?archived=any")
        window.click("Load more")
        window.wait_until(lambda: len(self.titles(window)) > 50, "waited for more")
        count = len(self.titles(window))
        window.run("document.querySelectorAll('.session-row h3 a')[60].click()")
        window.wait_until(lambda: "/sessions/" in window.path, "waited for the session")
        window.driver.back()
        window.wait_until(lambda: len(self.titles(window)) == count, "waited for the list")
        window.wait_until(lambda: window.run("return scrollY") > 500, "waited for the place")

    def test_a_whole_row_leads_to_its_session(self):
        session = self.create("Sweep the yard.")
        window = self.window()
        window.find(f"#{session['id']}")
        at_its_end = "const row = document.getElementById(arguments[0]).getBoundingClientRect();" \
            " document.elementFromPoint(row.right - 5, row.top + 5).click()"
        window.run(at_its_end, session["id"])
        window.wait_for("Sweep yard", "h1")

    def test_fifteen_sessions_are_in_sight_and_eight_on_a_phone(self):
        inside = "return [...document.querySelectorAll('.session-row')].filter((row) =>" \
            " row.getBoundingClientRect().bottom <= innerHeight).length"
        for width, height, rows in [(1280, 800, 15), (390, 844, 8)]:
            window = self.window(width=width, height=height)
            self.assertGreaterEqual(window.run(inside), rows, f"at {width} × {height}")
            self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), width)

    def test_views_have_counts_and_what_is_seen_is_not_unread(self):
        session = self.create("Polish the brass.")
        self.report(session, finishes("It shines."))
        window = self.window()
        window.find(f"#{session['id']}.unread")
        window.click_on(".views a[href*='view=unread']")
        window.wait_until(lambda: "view=unread" in window.path, "waited for the view")
        window.click("Polish brass")
        window.wait_for("Polish brass", "h1")
        window.open(f"{self.sessions}?view=unread")
        self.assertEqual(window.all(f"#{session['id']}"), [])

    def test_the_list_by_last_change_follows_the_agents(self):
        first, second = self.create("Wash the windows."), self.create("Wash the doors.")
        window = self.window()
        window.click("Filter")
        window.choose("Sort by", "Last change")
        window.click("Apply")
        window.wait_for("Sorted by: last change", ".chips")
        self.assertTrue(window.path.endswith("sort=changed"))
        order = lambda: [it for it in window.run(
            "return [...document.querySelectorAll('.session-row')].map((row) => row.id)"
        ) if it in [first["id"], second["id"]]]
        self.assertEqual(order(), [second["id"], first["id"]])
        self.report(first, says("The windows are clean."))
        window.wait_until(lambda: order() == [first["id"], second["id"]], "waited for the order")
        window.click_on(".chips a")
        window.wait_until(lambda: order() == [second["id"], first["id"]], "waited for the order")

    def test_the_palette_goes_anywhere_by_keyboard(self):
        session = self.create("Repair the weathervane.")
        window = self.window("/account")
        window.wait_until(lambda: window.run("return document.readyState === 'complete'"), "waited for the page")
        window.press_with_control("k")
        window.wait_for("New session", ".palette")
        window.press("weathervan")
        window.wait_for("weathervane", ".palette [aria-selected=true] mark")
        window.press(Keys.ENTER)
        window.wait_until(lambda: window.path == self.path(session), "waited for the session")
        window.press_with_control("k")
        window.press("activ")
        window.wait_for("Activity", ".palette [aria-selected=true]")
        window.press(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
        window.wait_for("Activity", "h1")
        window.press_with_control("k")
        window.wait_for("New session", ".palette")
        window.press(Keys.ESCAPE)
        self.assertEqual(window.all("dialog[open]"), [])

    def test_the_keyboard_is_enough(self):
        window = self.window()
        window.press("j")
        self.assertEqual(window.focused.text, self.titles(window)[0])
        window.press("j", "j", "k")
        self.assertEqual(window.focused.text, self.titles(window)[1])
        window.press("?")
        window.wait_for("Keyboard shortcuts", "dialog")
        window.press(Keys.ESCAPE)
        self.assertEqual(window.all("dialog[open]"), [])
        title = window.focused.text
        window.press(Keys.ENTER)
        window.wait_for(title, "h1")
        window.press("n")
        window.wait_for("New session", "h1")

    def test_what_was_typed_stays_with_its_errors(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.sessions}/new")
        window.fill("What should be done?", "Water the plants.")
        window.choose("Repository", "Other…")
        window.fill("Other repository", "https://example.com/garden")
        window.click("Start session")
        window.wait_for("github.com", "#otherRepository-error")
        self.assertEqual(window.field("What should be done?").get_attribute("value"), "Water the plants.")
        self.assertEqual(window.field("Other repository").get_attribute("value"), "https://example.com/garden")
        window.wait_for_focus("otherRepository")

    def test_a_draft_survives_a_lost_sign_in(self):
        self.expect_error("status of 401")
        window = self.window(f"{self.sessions}/new")
        window.fill("What should be done?", "Rake the leaves.")
        window.choose("Repository", "Other…")
        window.fill("Other repository", "acme/garden")
        self.browser.sign_in("lost")
        window.click("Start session")
        window.wait_for("You've been signed out. Sign in to continue. Your text is kept.", ".notice")
        window.fill("Email", "ada@example.com")
        window.fill("Password", re.search(r"with the password (\S+)", self.welcome).group(1))
        window.click("Sign in")
        window.wait_for("New session", "h1")
        self.assertEqual(window.field("What should be done?").get_attribute("value"), "Rake the leaves.")
        self.assertEqual(window.field("Other repository").get_attribute("value"), "acme/garden")
        window.click("Start session")
        window.wait_for("Rake leaves", "h1")
        window.open(f"{self.sessions}/new")
        self.assertEqual(window.field("What should be done?").get_attribute("value"), "")

    def test_times_are_shown_in_the_readers_zone(self):
        created = self.create("Wind the clock.")
        query = urllib.parse.urlencode({"q": "Wind the clock"})
        exact = set()
        for zone in ["Asia/Kathmandu", "America/Lima"]:
            window = self.window(f"{self.sessions}?{query}", zone=zone)
            time = window.find(f"#{created['id']} time")
            window.wait_until(lambda: "UTC" not in time.get_attribute("title"), "waited for the zone")
            self.assertEqual(time.text, "just now")
            exact.add(time.get_attribute("title"))
        self.assertEqual(len(exact), 2)

    def test_nothing_jumps_while_it_loads(self):
        window = self.window()
        self.assertLess(window.layout_shift(), 0.05)


class EmptyList(DashboardTestCase):
    def test_a_new_organization_is_told_where_to_start(self):
        self.add_organization("Quiet")
        window = self.window("/")
        window.click_on(".menu summary")
        window.click("Quiet")
        window.wait_for("Next steps")
        window.fill("What should be done?", "Mend the gate.")
        window.click("Start session")
        window.wait_for("Mend gate", "h1")
