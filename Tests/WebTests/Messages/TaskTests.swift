import TestSupport
import Testing

/// The agent's plan, as its tools report it.
struct TaskTests {
    private static func created(_ id: String, _ title: String) -> String {
        #"{"type":"user","tool_use_result":{"task":{"id":"\#(id)","subject":"\#(title)"}}}"#
    }

    private static func changed(_ id: String, to status: String) -> String {
        #"{"type":"user","tool_use_result":{"taskId":"\#(id)","statusChange":{"from":"pending","to":"\#(status)"}}}"#
    }

    private static func called(_ tool: String, _ input: String, parent: String = "null") -> String {
        """
        {"type":"assistant","parent_tool_use_id":\(parent),\
        "message":{"content":[{"type":"tool_use","name":"\(tool)","input":\(input)}]}}
        """
    }

    private static func task(_ id: String, _ title: String, _ status: String) -> JSONValue {
        ["id": .string(id), "title": .string(title), "status": .string(status)]
    }

    /// The tasks after each of some reports.
    private static func tasks(after reports: [String]) async throws -> [[JSONValue]] {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var lists: [[JSONValue]] = []
            for report in reports {
                #expect(try await service.report(report, to: id, of: team).status == 201)
                lists.append(try await service.session(id, of: team)["tasks"]?.elements ?? [])
            }
            return lists
        }
    }

    @Test func aTaskAppearsWithTheResultThatNamesItAndFollowsItsUpdates() async throws {
        let lists = try await Self.tasks(after: [
            Self.called("TaskCreate", #"{"subject":"Read","description":"x"}"#),
            Self.created("1", "Read") + "\n" + Self.created("2", "Write"),
            Self.changed("1", to: "in_progress"),
            Self.changed("1", to: "completed") + "\n" + Self.changed("2", to: "in_progress"),
            Self.called("TaskUpdate", #"{"taskId":"2","subject":"Write it"}"#),
            Self.changed("1", to: "deleted"),
        ])
        let expected = [
            [], [Self.task("1", "Read", "pending"), Self.task("2", "Write", "pending")],
            [Self.task("1", "Read", "in_progress"), Self.task("2", "Write", "pending")],
            [Self.task("1", "Read", "completed"), Self.task("2", "Write", "in_progress")],
            [Self.task("1", "Read", "completed"), Self.task("2", "Write it", "in_progress")],
            [Self.task("2", "Write it", "in_progress")],
        ]
        #expect(lists == expected)
    }

    @Test func whatNamesNoTaskOrNoStatusChangesNothing() async throws {
        let lists = try await Self.tasks(after: [
            Self.created("1", "Read"), Self.changed("2", to: "completed"), Self.changed("1", to: "paused"),
            Self.called("TaskUpdate", #"{"taskId":"7","subject":"Nothing"}"#), Self.called("TaskUpdate", "[]"),
            Self.called("TodoWrite", #"{"todos":"none"}"#), Self.called("TaskStop", #"{"taskId":"1"}"#),
            #"{"type":"user","tool_use_result":{"task":{"id":3,"subject":[]}}}"#,
            #"{"type":"user","tool_use_result":"Error: no such task"}"#,
        ])
        #expect(Set(lists) == [[Self.task("1", "Read", "pending")]])
    }

    @Test func everyTodoWriteReplacesTheList() async throws {
        let lists = try await Self.tasks(after: [
            Self.called("TodoWrite", #"{"todos":[{"content":"A","status":"pending"},{"content":"B","status":"odd"}]}"#),
            Self.called("TodoWrite", #"{"todos":[{"content":"B","status":"completed","activeForm":"Doing B"}]}"#),
            Self.called("TodoWrite", #"{"todos":[]}"#),
        ])
        let expected = [
            [Self.task("1", "A", "pending"), Self.task("2", "B", "pending")], [Self.task("1", "B", "completed")], [],
        ]
        #expect(lists == expected)
    }

    @Test func aSubAgentsListIsItsOwnBusiness() async throws {
        let lists = try await Self.tasks(after: [
            Self.called("TodoWrite", #"{"todos":[{"content":"Mine","status":"pending"}]}"#),
            Self.called("TodoWrite", #"{"todos":[{"content":"Theirs","status":"pending"}]}"#, parent: #""toolu_1""#),
        ])
        #expect(lists.last == [Self.task("1", "Mine", "pending")])
    }
}
