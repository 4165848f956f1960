"""The page of a session in a browser: following an agent, answering it, and what else is done with a session."""

from dashboard import DashboardTestCase, calls, finishes, gives, picture, says, shows
from selenium.webdriver.common.keys import Keys


def open_menu(window):
    window.click_on(".session-menu:not([open]) > summary")


def rename(window, title):
    open_menu(window)
    window.click("Rename")
    window.wait_for_focus("title")
    window.press(title, Keys.ENTER)


class Session(DashboardTestCase):
    def test_what_an_agent_reports_arrives_while_it_happens(self):
        session = self.create("Water the plants on the balcony.")
        window = self.window(self.path(session))
        self.assertEqual(window.title, "Agent elsewhere: Water plants on balcony · Lodestone")
        window.run("document.isTheSame = true")
        self.report(session, says("I look for the **watering can**."), calls("toolu_1", "Bash", command="ls shed"))
        window.wait_for("I look for the watering can.", "#transcript")
        window.wait_for("ls shed", "#transcript")
        self.report(session, gives("toolu_1", "can rake"), finishes("All plants have water."))
        window.wait_for("All plants have water.", "#transcript")
        window.wait_for("Completed", ".session-head")
        window.wait_until(lambda: window.title.startswith("Completed: "), "waited for the title")
        window.click_on("details.tool summary")
        window.wait_for("can rake", "details.tool")
        self.assertTrue(window.run("return document.isTheSame"))

    def test_tasks_are_crossed_off_while_they_are_done(self):
        session = self.create("Pack the suitcase.")
        window = self.window(self.path(session))
        for done in ["pending", "completed"]:
            todos = [{"content": "Pack the socks", "status": done, "activeForm": "Packing the socks"}]
            self.report(session, calls(f"toolu_{done}", "TodoWrite", todos=todos))
            window.wait_for("Pack the socks", f".tasks .{done}")

    def test_a_follow_up_is_sent_and_seen_in_every_window(self):
        session = self.create("Bake a cake.")
        self.report(session, finishes("The cake is ready."))
        other = self.window(self.path(session))
        window = self.window(self.path(session))
        window.press("f")
        window.press("Put cherries on it.")
        window.press_with_control(Keys.ENTER)
        for each in [window, other]:
            each.wait_for("Put cherries on it.", "#transcript")
            each.wait_for("Agent elsewhere", ".session-head .state")
        self.assertEqual(window.field("Follow-up").get_attribute("value"), "")
        self.assertEqual(window.texts("#transcript .prompt .said-by")[-1], "AE Ada Example")

    def test_commands_are_completed_after_a_slash(self):
        session = self.create("Sweep the stairs.")
        start = {"type": "system", "subtype": "init", "slash_commands": ["sweep", "sweep-up", "wash"], "skills": ["paint"]}
        self.report(session, start)
        window = self.window(self.path(session))
        window.press("f")
        window.press("/sw")
        window.wait_for("/sweep-up", ".commands")
        self.assertEqual(window.texts(".commands li"), ["/sweep", "/sweep-up"])
        window.press(Keys.ARROW_DOWN, Keys.ENTER)
        field = window.field("Follow-up")
        self.assertEqual(field.get_attribute("value"), "/sweep-up ")
        window.press("the stairs", Keys.BACKSPACE)
        self.assertEqual(window.texts(".commands li"), [])
        window.fill("Follow-up", "Look at /wa")
        self.assertEqual(window.texts(".commands li"), [])

    def test_model_and_effort_are_changed_without_a_message(self):
        session = self.create("Count the spoons.")
        window = self.window(self.path(session))
        window.fill("Follow-up", "And the forks.")
        window.click_on(".choices summary")
        window.choose("Model", "Sonnet 4.6")
        window.choose("Effort", "High")
        window.wait_for("Sonnet 4.6 · effort: high", ".choices summary")
        self.assertEqual(window.field("Follow-up").get_attribute("value"), "And the forks.")
        window.wait_for("claude-sonnet-4-6", ".session-facts")

    def test_a_follow_up_survives_a_lost_sign_in(self):
        self.expect_error("status of 401")
        session = self.create("Tune the piano.")
        window = self.window(self.path(session))
        window.fill("Follow-up", "The low notes first.")
        self.browser.sign_in("lost")
        window.click("Send")
        window.wait_for("You've been signed out")
        self.browser.sign_in(self.cookie)
        window.open(self.path(session))
        self.assertEqual(window.field("Follow-up").get_attribute("value"), "The low notes first.")

    def test_it_follows_the_end_and_stays_where_somebody_reads(self):
        session = self.create("Count to a hundred.")
        self.report(session, *[says(f"Number {number}.") for number in range(100)])
        window = self.window(self.path(session))
        window.wait_until(lambda: self.is_at_end(window), "waited for the end")
        self.report(session, *[says(f"And {number}.") for number in range(20)])
        window.wait_for("And 19.", "#transcript")
        window.wait_until(lambda: self.is_at_end(window), "waited for the end")

        window.run("scrollBy({ top: -1500, behavior: 'instant' })")
        window.wait_until(lambda: not self.is_at_end(window), "scrolled")
        place = self.place(window)
        self.report(session, says("One more."))
        window.wait_for("1 new item", "#news")
        self.assertAlmostEqual(self.place(window), place, delta=1)
        window.click_on("#news")
        window.wait_until(lambda: self.is_at_end(window), "waited for the end")
        window.wait_for("One more.", "#transcript")

    def test_it_follows_however_much_comes_at_once(self):
        session = self.create("Count to three hundred.")
        window = self.window(self.path(session))
        self.report(session, *[says(f"Number {number}.") for number in range(1, 300)])
        window.wait_for("Number 299.", "#transcript")
        self.report(session, says("And one more."))
        window.wait_for("And one more.", "#transcript")
        numbers = [text.split(".")[0] for text in window.texts("#transcript .answer .markdown")]
        self.assertEqual(numbers, [f"Number {number}" for number in range(1, 300)] + ["And one more"])
        window.wait_until(lambda: self.is_at_end(window), "waited for the end")

    def test_what_is_older_comes_when_one_scrolls_there(self):
        session = self.create("Count to a thousand.")
        self.report(session, *[says(f"Number {number}.") for number in range(1, 1000)])
        window = self.window(self.path(session))
        window.wait_for("Number 999.", "#transcript")

        def go_up():
            window.run("scrollTo({ top: 0, behavior: 'instant' })")
            return "Count to a thousand." in window.texts("#transcript")[0]

        window.wait_until(go_up, "waited for the beginning")
        numbers = [text.split(".")[0] for text in window.texts("#transcript .answer .markdown")]
        self.assertEqual(numbers, [f"Number {number}" for number in range(1, 1000)])

    def test_a_page_that_is_read_to_its_end_is_sent_what_follows(self):
        session = self.create("Count to two hundred.")
        self.report(session, *[says(f"Number {number}.") for number in range(1, 200)])
        window = self.window(f"{self.path(session)}?after=1")
        window.wait_for("Number 50.", "#transcript")

        def go_down():
            window.run("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
            return "Number 199." in window.texts("#transcript")[0]

        window.wait_until(go_down, "waited for the end")
        self.report(session, says("One more."))
        window.wait_for("One more.", "#transcript")
        fetches = """
            return performance.getEntriesByType("resource").filter((it) => it.name.includes("/transcript?")).length;
        """
        count = window.run(fetches)
        self.report(session, says("And another."))
        window.wait_for("And another.", "#transcript")
        self.assertEqual(window.run(fetches), count)

    def test_a_new_title_is_shown_everywhere(self):
        session = self.create("Mow the lawn.")
        other, listed = self.window(self.path(session)), self.window()
        window = self.window(self.path(session))
        rename(window, "Mow the meadow")
        for each in [window, other]:
            each.wait_for("Mow the meadow", "h1")
        listed.wait_for("Mow the meadow", f"#{session['id']}")
        self.assertEqual(other.title, "Agent elsewhere: Mow the meadow · Lodestone")

    def test_a_blank_title_is_refused_at_its_field(self):
        self.expect_error("status of 400")
        window = self.window(self.path(self.create("Feed the cat.")))
        rename(window, "   ")
        window.wait_for("blank", "#title-error")
        window.wait_for_focus("title")

    def test_a_session_is_stopped(self):
        window = self.window(self.path(self.create("Watch the kettle.")))
        window.click("Stop")
        window.wait_for("Stopped by", ".session-head .state")
        window.wait_until(lambda: window.texts(".session-head form[action$=stop]") == [], "waited for the button to go")

    def test_a_session_is_put_away_and_taken_out(self):
        session = self.create("Store the sledge.")
        listed, window = self.window(), self.window(self.path(session))
        listed.find(f"#{session['id']}")
        open_menu(window)
        window.click("Archive")
        window.wait_for("Archived", ".session-head")
        window.wait_until(lambda: window.title.startswith("Archived: "), "waited for the title")
        listed.wait_until(lambda: not listed.all(f"#{session['id']}"), "waited for it to leave the list")
        open_menu(window)
        window.click("Unarchive")
        listed.find(f"#{session['id']}")

    def test_what_was_done_is_said_and_undone_on_the_same_page(self):
        session = self.create("Oil the hinges.")
        window = self.window(self.path(session))
        window.run("document.isTheSame = true")
        open_menu(window)
        window.click("Archive")
        window.wait_for("Session archived.", "#page-status")
        window.wait_for("Archived", ".session-head")
        window.click("Undo")
        window.wait_for("Session unarchived.", "#page-status")
        window.wait_until(lambda: "Archived" not in window.text(".session-head"), "waited for it to come back")
        rename(window, "Grease the hinges")
        window.wait_for("Session renamed.", "#page-status")
        window.wait_for("Grease the hinges", "h1")
        window.click("Undo")
        window.wait_for("Oil hinges", "h1")
        self.assertTrue(window.run("return document.isTheSame"))
        self.assertEqual(window.path, self.path(session))

    def test_the_tabs_icon_follows_the_state(self):
        session = self.create("Ring the bell.")
        window = self.window(self.path(session))
        icon = "return document.querySelector('link[rel=icon]').href"
        self.assertIn("/assets/icon-", window.run(icon))
        self.assertNotIn("completed", window.run(icon))
        self.report(session, finishes("It rang."))
        window.wait_until(lambda: "/icon-completed-" in window.run(icon), "waited for the icon")

    def test_images_are_shown_where_they_belong(self):
        session = self.create("Draw the harbor.")
        window = self.window(self.path(session))
        self.report(session, calls("toolu_1", "Read", file_path="/harbor.png"), shows("toolu_1", picture(900, 300)))
        window.click_on("details.tool summary")
        image = window.find("details.tool .tool-output img")
        loaded = "return arguments[0].complete && arguments[0].naturalWidth"
        window.wait_until(lambda: window.run(loaded, image) == 900, "waited for the image")
        self.assertEqual(image.get_attribute("alt"), "Image, 900 × 300 pixels")
        self.assertEqual(image.size["width"], 640)
        for circumstances in [{"scripts": False}, {"width": 390}]:
            other = self.window(self.path(session), **circumstances)
            other.click_on("details.tool summary")
            image = other.find("details.tool .tool-output img")
            other.wait_until(lambda: other.run(loaded, image) == 900, "waited for the image")
            self.assertLessEqual(other.run("return document.documentElement.scrollWidth - innerWidth"), 0)

    def copy(self, window, selector):
        """Clicks a button that is shown only while it or its surroundings have the focus or the pointer."""
        window.find(selector.rsplit(" ", 1)[0])
        window.run("document.querySelector(arguments[0]).focus()", selector)
        window.click_on(selector)

    def test_code_messages_and_links_are_copied(self):
        session = self.create("Sharpen the knives.")
        self.report(session, says("Run this:\n\n```\nwhet --all\n```\n"), finishes("Done."))
        window = self.window(self.path(session))
        window.allow_clipboard()
        self.copy(window, ".code-block .copy")
        window.wait_until(lambda: window.clipboard().strip() == "whet --all", "waited for the code")
        self.copy(window, ".item.prompt .copy")
        window.wait_until(lambda: window.clipboard().strip() == "Sharpen the knives.", "waited for the message")
        open_menu(window)
        window.click("Copy link")
        window.wait_until(lambda: window.clipboard().endswith(self.path(session)), "waited for the link")

    def test_a_session_is_deleted_once_one_is_sure(self):
        self.expect_error("status of 404")
        session = self.create("Forget the milk.")
        listed, other, window = self.window(), self.window(self.path(session)), self.window(self.path(session))
        open_menu(window)
        window.click("Delete…")
        window.click("Cancel")
        open_menu(window)
        window.click("Delete…")
        window.click("Delete session")
        window.wait_for("Sessions", "h1")
        listed.wait_until(lambda: not listed.all(f"#{session['id']}"), "waited for it to leave the list")
        other.wait_for("Page not found", "h1")

    def test_nothing_jumps_while_it_loads(self):
        session = self.create("Build a house of cards.")
        self.report(session, *[says(f"Card {number} stands.\n\nIt holds.") for number in range(300)])
        window = self.window(self.path(session))
        window.wait_until(lambda: self.is_at_end(window), "waited for the end")
        self.assertLess(window.layout_shift(), 0.05)

    def is_at_end(self, window):
        return window.run("return innerHeight + scrollY >= document.documentElement.scrollHeight - 2")

    def place(self, window):
        """Where on the screen a message stands."""
        return window.run("return document.getElementById('m100').getBoundingClientRect().top")


class RestartedServer(DashboardTestCase):
    def test_a_page_goes_on_after_the_server_was_away(self):
        self.expect_error("net::ERR_CONNECTION_REFUSED")
        self.expect_error("net::ERR_INCOMPLETE_CHUNKED_ENCODING")
        session = self.create("Mind the gap.")
        window = self.window(self.path(session))
        window.run("document.isTheSame = true")
        DashboardTestCase.stop()
        window.wait_for("Reconnecting…", "#live")
        window.fill("Follow-up", "Are you there?")
        window.click("Send")
        window.wait_for("Not sent. Your text is still here.", "#unsent")
        DashboardTestCase.start()
        window.wait_until(lambda: window.texts("#live") in [[""], ["Up to date"]], "waited for the page to be live again")
        window.click("Send")
        window.wait_for("Are you there?", "#transcript")
        self.report(session, says("I am."))
        window.wait_for("I am.", "#transcript")
        self.assertTrue(window.run("return document.isTheSame"))


class HostileSession(DashboardTestCase):
    """What agents and people write is shown and never run."""

    attack = """<script>document.attacked = "script"</script>
<img src="/nowhere.png" onerror="document.attacked = 'image'"><svg onload="document.attacked = 'svg'"></svg>
[click me](javascript:document.attacked='link') <a href="javascript:document.attacked='anchor'">me too</a>
![picture](http://127.0.0.1:9/picture.png "onerror=1") <javascript:document.attacked='auto'>
<iframe src="javascript:parent.document.attacked='frame'"></iframe><style>body { display: none }</style>
"""

    def assert_harmless(self, window):
        self.assertIsNone(window.run("return document.attacked"))
        inside = ":is(script, iframe, object, svg, style, img[src^=http], [onerror], [href^=javascript])"
        self.assertEqual(window.texts(f"main #transcript {inside}, main .sessions {inside}"), [])

    def test_whatever_is_in_a_transcript_stays_text(self):
        session = self.create(self.attack)
        self.report(
            session,
            says(self.attack),
            calls("toolu_1", "Bash", command=self.attack, description=self.attack),
            gives("toolu_1", self.attack),
            calls("toolu_2", self.attack[:60], **{"</script>": self.attack}),
            calls("toolu_3", "Edit", file_path=self.attack, old_string="a", new_string=self.attack),
            {"type": "user", "message": {"role": "user", "content": self.attack}},
            finishes(self.attack),
        )
        window = self.window(self.path(session))
        window.wait_for("click me", "#transcript")
        closed = "#transcript details:not([open]) > summary"
        for _ in window.all(closed):
            window.click_on(closed)
        self.assertEqual(window.all(closed), [])
        for link in window.all("#transcript a"):
            self.assertNotIn("javascript", link.get_attribute("href"))
        self.assert_harmless(window)
        self.report(session, says(self.attack + "arrived"))
        window.wait_for("arrived", "#transcript")
        self.assert_harmless(window)
        listed = self.window(f"{self.sessions}?limit=5")
        listed.find(f"#{session['id']}")
        self.assert_harmless(listed)

    def test_a_title_stays_text(self):
        session = self.create("Fetch the newspaper.")
        window, listed = self.window(self.path(session)), self.window()
        title = "<img src=x onerror=\"document.attacked = 'title'\"> </title><script>document.attacked = 1</script>"
        rename(window, title)
        for each, place in [(window, "h1"), (listed, f"#{session['id']}")]:
            each.wait_for(title, place)
            self.assert_harmless(each)
        window.reload()
        window.wait_for(title, "h1")
        self.assert_harmless(window)


class Steps(DashboardTestCase):
    """What is folded and what stands out in a transcript."""

    def run_tool(self, session, number, tool="Read", error=False, **arguments):
        given = gives(f"toolu_{number}", "It broke." if error else "out")
        given["message"]["content"][0]["is_error"] = error
        self.report(session, calls(f"toolu_{number}", tool, **arguments), given)

    def groups(self, window):
        return window.texts(".step-group > details > summary")

    def test_steps_fold_as_they_are_done_and_failures_stand_out(self):
        session = self.create("Dust the shelves.")
        self.run_tool(session, 1, file_path="/a")
        self.run_tool(session, 2, "Bash", command="ls")
        window = self.window(self.path(session))
        window.wait_until(lambda: self.groups(window) == ["2 steps read 1, ran 1"], "waited for the steps")
        self.run_tool(session, 3, file_path="/b")
        window.wait_until(lambda: self.groups(window) == ["3 steps read 2, ran 1"], "waited for the third step")
        self.run_tool(session, 4, "Bash", error=True, command="false")
        window.wait_for("It broke.", "#transcript")
        self.report(session, says("Something broke."))
        self.run_tool(session, 5, file_path="/c")
        window.wait_for("/c", "#transcript")
        self.assertEqual(self.groups(window), ["3 steps read 2, ran 1"])
        live = window.texts("#transcript li.item")
        window.reload()
        window.wait_for("/c", "#transcript")
        self.assertEqual(window.texts("#transcript li.item"), live, "live and anew it is the same")

    def test_all_is_opened_at_once_and_a_long_prompt_with_it(self):
        session = self.create("\n".join(f"Line {number}" for number in range(40)))
        self.run_tool(session, 1, "Bash", command="ls")
        self.run_tool(session, 2, "Bash", command="pwd")
        window = self.window(self.path(session))
        height = "return document.querySelector('.prompt .said').getBoundingClientRect().height"
        self.assertLess(window.run(height), 400)
        open_menu(window)
        window.click("Expand all")
        self.assertEqual(window.all("#transcript details:not([open])"), [])
        self.assertGreater(window.run(height), 600)

    def test_the_name_and_the_field_stay_in_sight(self):
        session = self.create("Rake the leaves.")
        self.report(session, *[says(f"Leaf {number}.") for number in range(100)])
        window = self.window(self.path(session))
        for top in [0, 500, 1500]:
            window.run(f"scrollTo({{ top: {top}, behavior: 'instant' }})")
            places = window.run("""
                return [".session-head h1", ".composer textarea"].map((it) => {
                    const box = document.querySelector(it).getBoundingClientRect();
                    return [box.top, box.bottom];
                });
            """)
            for place in places:
                self.assertGreaterEqual(place[0], 0)
                self.assertLessEqual(place[1], 800)

    def test_an_ended_session_opens_at_what_came_of_it(self):
        session = self.create("Count the acorns.")
        long = "\n\n".join(f"Paragraph {number}." for number in range(60))
        self.report(session, *[says(f"Acorn {number}.") for number in range(50)], says(long), finishes(long))
        window = self.window(self.path(session))
        place = "return document.getElementById('outcome').getBoundingClientRect().top"
        window.wait_until(lambda: 0 < window.run(place) < 200, "waited for the outcome")

    def test_a_session_is_duplicated(self):
        session = self.create("Wax the skis.", repoUrl="https://github.com/acme/skis")
        window = self.window(self.path(session))
        open_menu(window)
        window.follow("Duplicate")
        self.assertIn("repository=https%3A//github.com/acme/skis", window.path)
        self.assertIn("message=Wax%20the%20skis.", window.path)
