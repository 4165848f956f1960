import Testing

@testable import Titles

extension TitleCase {
    fileprivate static let unseenLanguages =
        unseenNorthern + unseenRomance + unseenSlavic + unseenSemitic + unseenSouthAsian + unseenEastAsian
}

@Suite struct SessionTitleTests {
    @Test(arguments: TitleCase.requests) func plainRequest(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.courtesies) func courtesies(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.questions) func question(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.reports) func bugReport(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.templates) func issueTemplate(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.markdown) func markdown(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.rolePlay) func rolePlay(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.bare) func bare(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.codeNames) func codeName(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.articles) func article(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.languages) func language(_ example: TitleCase) { check(example) }
    @Test(arguments: TitleCase.quotations) func quotation(_ example: TitleCase) { check(example) }

    @Test(arguments: TitleCase.containers + TitleCase.structure) func container(_ example: TitleCase) { check(example) }

    @Test(arguments: TitleCase.unseenEnglish1 + TitleCase.unseenPasted) func unseenRequest(_ example: TitleCase) {
        check(example)
    }

    @Test(arguments: TitleCase.unseenReports + TitleCase.unseenReports2) func unseenReport(_ example: TitleCase) {
        check(example)
    }

    @Test(arguments: TitleCase.unseenLanguages) func unseenLanguage(_ example: TitleCase) { check(example) }

    private func check(_ example: TitleCase) {
        #expect(SessionTitle.generate(from: example.message) == example.title)
    }

    @Test(arguments: ["", " \n\t ", "\u{0}\u{7}", "\u{200B}\u{FEFF}\u{202E}", "```\n```", "<!-- only a comment -->"])
    func withoutTextIsThePlaceholder(_ message: String) {
        #expect(SessionTitle.generate(from: message) == SessionTitle.placeholder)
    }

    @Test func controlCharactersGo() {
        #expect(
            SessionTitle.generate(from: "fix\u{0} the \u{202E}login\u{2069}\u{200B} \u{1B}[31mpage\u{1B}[0m")
                == "Fix login page")
    }

    @Test func whiteSpaceOfAllKindsIsFolded() {
        #expect(
            SessionTitle.generate(from: "fix\u{A0}\u{2003}the\u{3000}login\r\n\u{2028}\u{B}page") == "Fix login page")
    }

    @Test func oneLongWordIsCutAtAGrapheme() {
        let title = SessionTitle.generate(from: String(repeating: "a", count: 100_000))
        #expect(title == "A" + String(repeating: "a", count: 58) + "…")
    }

    @Test func aGraphemeWithoutEndIsReplaced() {
        let message = "fix the e" + String(repeating: "\u{301}", count: 100_000) + " bug"
        #expect(SessionTitle.generate(from: message) == "Fix \u{FFFD} bug")
    }

    @Test func aRequestAfterALongLogIsFound() {
        let log = String(repeating: "2026-01-01 10:00:00 INFO nothing to see\n", count: 2_000)
        #expect(SessionTitle.generate(from: log + "\nWhy is the worker idle?") == "Why is the worker idle?")
    }
}
