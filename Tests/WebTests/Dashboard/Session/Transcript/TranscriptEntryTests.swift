import Domain
import Testing

@testable import Web

/// Groups of consecutive calls.
struct TranscriptEntryTests {
    private func call(_ name: String, _ number: Int, isError: Bool = false) -> [String] {
        [
            Line.agent(Line.call(name, id: "toolu_\(number)")),
            Line.user(Line.result("out", id: "toolu_\(number)", isError: isError)),
        ]
    }

    private func entries(_ lines: [[String]]) -> [String] {
        let items = TranscriptItems.make(lines.flatMap(\.self)).map { item in
            TranscriptView.ShownItem(
                item: item, when: ShownTime(item.time, now: item.time), retryPath: "", changesPath: "", imagesPath: "",
                isOutcome: false
            )
        }
        return TranscriptEntry.list(items).map { entry in
            entry.steps.map { "\($0.title): \($0.words)" } ?? entry.single?.item.kind ?? ""
        }
    }

    @Test func callsWithoutProseBetweenThemFold() {
        let lines = [
            call("Read", 1), call("Bash", 2), call("Read", 3), [Line.agent(Line.text("Now"))], call("Edit", 4),
        ]
        #expect(entries(lines) == ["3 steps: read 2, ran 1", "answer", "call"])
    }

    @Test func failedAndOpenCallsStandByThemselves() {
        let open = [Line.agent(Line.call("Bash", id: "toolu_9"))]
        let lines = [call("Read", 1), call("Grep", 2), call("Bash", 3, isError: true), call("Write", 4), open]
        #expect(entries(lines) == ["2 steps: read 1, searched 1", "call", "call", "call"])
    }

    @Test func thoughtsBetweenCallsFoldWithThem() {
        let thought = [Line.agent(#"{"type":"thinking","thinking":"Hm"}"#)]
        #expect(
            entries([thought, call("Read", 1), thought, call("Read", 2), thought]) == [
                "folded", "2 steps: read 2", "folded",
            ])
    }

    @Test func aSubAgentsCallsFoldAmongThemselves() {
        let own = [
            Line.agent(Line.call("Read", id: "a"), Line.call("Read", id: "b"), parent: "toolu_1"),
            Line.user(Line.result("x", id: "a"), Line.result("x", id: "b"), parent: "toolu_1"),
        ]
        #expect(entries([call("Bash", 1), call("Bash", 2), own]) == ["2 steps: ran 2", "2 steps: read 2"])
    }

    @Test func resultsOfThePlansCallsAreNotShownWithoutThem() {
        let lines = [
            Line.agent(Line.call("TaskUpdate", id: "p")), Line.agent(Line.call("Bash", id: "q")),
            Line.user(Line.result("Updated", id: "p"), Line.result("out", id: "q")),
        ]
        #expect(TranscriptItems.make(lines, after: 2).map(\.result?.callID) == ["q"])
    }

    @Test func aPersonAlwaysHasTheSameColor() {
        #expect(UserID(rawValue: "user_1").hue == UserID(rawValue: "user_1").hue)
        let hues = Set((0..<200).map { UserID(rawValue: "user_\($0)").hue })
        #expect(hues == Set((0..<12).map { "hue-\($0)" }))
    }
}
