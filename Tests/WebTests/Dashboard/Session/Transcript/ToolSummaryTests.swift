import Domain
import Testing

@testable import Web

struct ToolSummaryTests {
    private func summary(_ name: String, _ input: String, tasks: [String: String] = [:]) throws -> ToolSummary {
        let tasks = tasks.map { AgentTask(id: $0.key, title: $0.value, status: .pending) }
        let items = TranscriptItems.make([Line.agent(Line.call(name, input))], tasks: tasks)
        return try #require(items.first?.call).summary
    }

    @Test(
        arguments: [
            ("Bash", #"{"command":"npm test\nls","description":"Run tests"}"#, "npm test", "Run tests"),
            ("Read", #"{"file_path":"/a/b.ts"}"#, "/a/b.ts", nil),
            ("Read", #"{"file_path":"/a/b.ts","offset":10,"limit":5}"#, "/a/b.ts", "lines 10–14"),
            ("Write", #"{"file_path":"/a/b.ts","content":"a\nb\n"}"#, "/a/b.ts", "2 lines"),
            ("NotebookEdit", #"{"notebook_path":"/a.ipynb","new_source":"x"}"#, "/a.ipynb", "1 line"),
            ("Edit", #"{"file_path":"/a","old_string":"a\nb","new_string":"a\nc\nd"}"#, "/a", "+2 −1"),
            (
                "MultiEdit",
                #"{"file_path":"/a","edits":[{"old_string":"a","new_string":"b"},{"old_string":"","new_string":"c"}]}"#,
                "/a", "+2 −1"
            ),
            ("Grep", #"{"pattern":"foo.*","path":"src","glob":"*.ts"}"#, "foo.*", "in src, *.ts"),
            ("Glob", #"{"pattern":"**/*.md"}"#, "**/*.md", nil),
            ("Task", #"{"description":"Find it","subagent_type":"Explore","prompt":"Find"}"#, "Find it", "Explore"),
            ("WebFetch", #"{"url":"https://a.example","prompt":"What?"}"#, "https://a.example", nil),
            ("WebSearch", #"{"query":"swift mustache"}"#, "swift mustache", nil),
            (
                "TodoWrite",
                #"{"todos":[{"content":"A","status":"completed"},{"content":"B","status":"in_progress","activeForm":"Doing B"}]}"#,
                "1 of 2 done", "Doing B"
            ),
            ("TaskCreate", #"{"subject":"Write tests"}"#, "Write tests", nil),
            ("TaskUpdate", #"{"taskId":"1","status":"in_progress"}"#, "First step", "in progress"),
            ("TaskUpdate", #"{"taskId":"7","status":"deleted"}"#, "Task 7", "removed"),
            ("Skill", #"{"skill":"review"}"#, "review", nil),
            ("Unknown", #"{"only":"one text"}"#, "one text", nil),
            ("Unknown", #"{"b":1,"a":[true,null]}"#, #"{"b": 1, "a": [true, null]}"#, nil),
            ("Unknown", "{}", nil, nil),
            ("Bash", #"{"command":["not","text"]}"#, #"{"command": ["not", "text"]}"#, nil),
        ] as [(String, String, String?, String?)])
    func saysInOneLineWhatItDoes(_ name: String, _ input: String, _ subject: String?, _ note: String?) throws {
        let summary = try summary(name, input, tasks: ["1": "First step"])
        #expect(summary.subject == subject)
        #expect(summary.note == note)
    }

    @Test func namesAForeignToolByItsServer() throws {
        #expect(try summary("mcp__github__create_issue", "{}").name == "github: create_issue")
    }

    @Test func showsTheWholeCommandWhenOpened() throws {
        #expect(try summary("Bash", #"{"command":"a\nb"}"#).details.first?.code?.text == "a\nb")
    }

    @Test func showsAnEditAsADiff() throws {
        let detail = try #require(
            try summary("Edit", #"{"file_path":"/a","old_string":"x\ny","new_string":"x\nz"}"#).details.first)
        #expect(detail.diff.map(\.text) == [" x", "-y", "+z"])
        #expect(detail.diff.map(\.kind) == ["kept", "removed", "added"])
    }

    @Test func showsNoMoreOfADiffThanPeopleRead() throws {
        let new = String(repeating: "a\\n", count: 2000)
        let diff = try #require(
            try summary("Edit", "{\"file_path\":\"/a\",\"old_string\":\"\",\"new_string\":\"\(new)\"}").details.first
        ).diff
        #expect(diff.count == 501)
        #expect(diff.last?.text == "… 1501 more lines. The export has them.")
    }
}
