"""The API's documentation in a browser."""

from dashboard import DashboardTestCase


class Documentation(DashboardTestCase):
    def test_somebody_finds_an_operation_copies_its_example_and_goes_back(self):
        window = self.window("/docs")
        articles = "return [...document.querySelectorAll('.docs-text article')].filter((it) => !it.hidden).length"
        everything = window.run(articles)
        window.find(".docs-find input").send_keys("take back a message")
        window.wait_until(lambda: 0 < window.run(articles) < everything, "found less than everything")
        window.click("Copy")
        window.wait_until(lambda: {"Copied", "Selected"} & set(window.texts(".docs-example .button")), "copied")
        window.click_on(".top nav a")
        window.wait_until(lambda: window.path == self.sessions, "went back")

    def test_without_scripts_it_is_a_page_with_an_index(self):
        window = self.window("/docs", scripts=False)
        window.click("Create a session")
        window.wait_until(lambda: window.path.startswith("/docs#"), "followed the index")
        self.assertEqual(window.all(".docs-example"), [])
