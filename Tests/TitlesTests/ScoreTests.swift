import Testing

@testable import Titles

/// The purpose of each number of `Score`: pairs of sentences, and the one that becomes the title.
@Suite struct ScoreTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let reason: String
        let message: String
        let title: String

        var testDescription: String { reason }
    }

    private static let pairs: [Pair] = [
        Pair(
            reason: "title: a first line set off from a request",
            message: "Retry queue for webhooks\n\nPlease add one.",
            title: "Retry queue for webhooks"),
        Pair(
            reason: "request beats failure", message: "The upload fails on iOS. Add a retry.",
            title: "Add retry"),
        Pair(
            reason: "failure beats a later question",
            message: "The upload fails on iOS. Where are uploads signed?",
            title: "The upload fails on iOS"),
        Pair(
            reason: "question beats an earlier statement",
            message: "The bill comes from Stripe. Where is it stored in Postgres?",
            title: "Where is it stored in Postgres?"),
        Pair(
            reason: "expectation beats an earlier statement",
            message: "Exports are sorted by name today. Exports should be sorted by date.",
            title: "Exports should be sorted by date"),
        Pair(
            reason: "expectation does not beat a request before it",
            message: "Sort exports by date. The order should be configurable.", title: "Sort exports by date"),
        Pair(
            reason: "pointing: a request without content yields to what fails",
            message: "Please have a look. Coupons are ignored at checkout.", title: "Coupons are ignored at checkout"),
        Pair(
            reason: "danglingRequest: it needs the sentence before",
            message: "My boss wants a weekly report. Build it with Chart.js.", title: "My boss wants a weekly report"),
        Pair(
            reason: "danglingStatement: so does a pronoun as the subject",
            message: "It also happens in Safari. The menu flickers.", title: "The menu flickers"),
        Pair(
            reason: "fragment: a reason without what it is for",
            message: "Because of the new theme. Links look like text.", title: "Links look like text"),
        Pair(
            reason: "manner: how to go about it",
            message: "Think step by step. The parser is written by hand.", title: "The parser is written by hand"),
        Pair(
            reason: "prohibition: what is not wanted",
            message: "Do not touch the API. Rename the service class.", title: "Rename service class"),
        Pair(
            reason: "addition: an afterthought",
            message: "Exports should be sorted by date. They should be zipped too.",
            title: "Exports should be sorted by date"),
        Pair(
            reason: "setting: somebody tells of themselves",
            message: "We use Postgres 16. Queries on orders take four seconds.",
            title: "Queries on orders take four seconds"),
        Pair(
            reason: "item: a point of a list is a part of what stands above it",
            message: "The date picker shows the wrong month.\n- Open the booking page\n- Choose a date",
            title: "The date picker shows the wrong month"),
        Pair(
            reason: "short: two words say little",
            message: "Bad news. Orders are charged in dollars.", title: "Orders are charged in dollars"),
        Pair(
            reason: "background: a heading of circumstances",
            message: "## Environment\nInstall Node 20.\n\n## Problem\nOrders are charged in dollars.",
            title: "Orders are charged in dollars"),
        Pair(
            reason: "quotation: somebody else's words",
            message: "> Please rename the module\n\nThe build is red again.",
            title: "The build is red again"),
        Pair(
            reason: "position: of equals the first", message: "Rename the module. Update the docs.",
            title: "Rename module"),
    ]

    @Test(arguments: pairs) func title(_ pair: Pair) {
        #expect(SessionTitle.generate(from: pair.message) == pair.title)
    }

    @Test func laterSentencesNeverHaveMore() {
        let positions = (0..<20).map(Score.position)
        #expect(positions == positions.sorted(by: >) && positions.first == 0)
        #expect(Score.request + (positions.last ?? 0) > Score.failure)
    }
}
