import Domain
import Testing

struct SessionSummaryTests {
    private func summary(_ lines: String...) throws -> SessionSummary {
        var summary = SessionSummary()
        for line in lines { summary.append(try TranscriptLine(json: line, number: 1)) }
        return summary
    }

    private let call = #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"Bash","input":{}}]}}"#
    private let text = #"{"type":"assistant","message":{"content":[{"type":"text","text":"I fixed it"}]}}"#

    @Test func aNewSessionHasAPlaceholder() {
        #expect(SessionSummary().title == "New session")
        #expect(SessionSummary().firstMessagePreview == nil)
    }

    @Test func detailsOfTheRunAreNumberedButNoMessages() throws {
        let summary = try summary(#"{"type":"system"}"#, text)
        #expect(summary.lastSequence == 2)
        #expect(summary.messageCount == 1)
    }

    @Test func theFirstMessageWithTextNamesTheSessionUntilAPersonSaysSomething() throws {
        let before = try summary(call, text)
        #expect(before.firstMessagePreview == "Bash")
        #expect(before.title == "I fixed it")
        let summary = try summary(call, text, #"{"type":"user","message":{"content":"Another thing"}}"#)
        #expect(summary.firstMessagePreview == "Another thing")
        #expect(summary.title == "Another thing")
        #expect(summary.lastMessagePreview == "Another thing")
    }

    @Test func aSecondTextMakesTheLastPreview() throws {
        #expect(try summary(text, call).lastMessagePreview == nil)
        #expect(try summary(text, text, call).lastMessagePreview == "I fixed it")
    }

    @Test func aGivenTitleStays() throws {
        var summary = SessionSummary()
        summary.title = "Mine"
        summary.titleSource = .given
        summary.append(TranscriptLine(prompt: "Do something else"))
        #expect(summary.title == "Mine")
    }

    @Test func theStatusFollowsWhatIsReported() throws {
        var summary = try summary(#"{"type":"result","is_error":true,"result":"No credit"}"#)
        #expect(summary.status == .failed && summary.failure == "No credit")
        summary.resume()
        #expect(summary.status == .active && summary.failure == nil)
        summary.set(.failed, by: "Alice")
        #expect(summary.failure == "Marked as failed by Alice.")
        summary.set(.completed, by: "Alice")
        #expect(summary.failure == nil)
    }

    @Test func whatIsNotForReadingNeverStandsForTheSession() throws {
        let caveat = #"{"type":"user","isMeta":true,"message":{"content":"Caveat: the messages below"}}"#
        let command = #"{"type":"user","message":{"role":"user","content":"<command-name>/clear</command-name>"}}"#
        let prompt = #"{"type":"user","message":{"content":"Please fix the login page."}}"#
        #expect(try summary(caveat, command).firstMessagePreview == "(no text)")
        let summary = try summary(caveat, command, prompt)
        #expect(summary.title == "Fix login page")
        #expect(summary.firstMessagePreview == "Please fix the login page.")
        #expect(summary.messageCount == 3 && summary.lastMessagePreview == nil)
    }

    @Test func countingALineLeavesTitleAndStatus() throws {
        var summary = SessionSummary()
        summary.appendWithoutNaming(try TranscriptLine(json: text, number: 1))
        summary.appendWithoutNaming(
            try TranscriptLine(json: #"{"type":"result","is_error":true,"result":"No credit"}"#, number: 2))
        #expect(summary.title == "New session" && summary.status == .active)
        #expect(summary.messageCount == 2 && summary.lastMessagePreview == "No credit")
    }
}
