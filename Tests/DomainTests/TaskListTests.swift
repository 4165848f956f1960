import Domain
import Testing

struct TaskListTests {
    private func changes(_ json: String) throws -> [TaskChange] {
        try TranscriptLine(json: json, number: 1).taskChanges
    }

    @Test func aTaskIsKnownByTheResultOfItsMaking() throws {
        let call = """
            {"type":"assistant","message":{"content":[{"type":"tool_use","name":"TaskCreate","input":{"subject":"A"}}]}}
            """
        #expect(try changes(call).isEmpty)
        let result = #"{"type":"user","tool_use_result":{"task":{"id":"1","subject":"A"}}}"#
        #expect(try changes(result) == [.add(id: "1", title: "A")])
    }

    @Test func updatesFollowTheResultToo() throws {
        let update =
            #"{"type":"user","tool_use_result":{"taskId":"1","statusChange":{"from":"pending","to":"completed"}}}"#
        #expect(try changes(update) == [.setStatus(id: "1", .completed)])
        let deletion = #"{"type":"user","tool_use_result":{"taskId":"1","statusChange":{"to":"deleted"}}}"#
        #expect(try changes(deletion) == [.remove(id: "1")])
        let unknown = #"{"type":"user","tool_use_result":{"taskId":"1","statusChange":{"to":"sleeping"}}}"#
        #expect(try changes(unknown).isEmpty)
    }

    @Test func aTodoListReplacesAll() throws {
        let call = """
            {"type":"assistant","message":{"content":[{"type":"tool_use","name":"TodoWrite","input":{"todos":[\
            {"content":"A","status":"in_progress"},{"content":"B","status":"odd"}]}}]}}
            """
        var tasks = [AgentTask(id: "9", title: "Old", status: .completed)]
        for change in try changes(call) { tasks.apply(change) }
        #expect(
            tasks == [
                AgentTask(id: "1", title: "A", status: .inProgress), AgentTask(id: "2", title: "B", status: .pending),
            ])
    }

    @Test func aSubAgentsListIsItsOwn() throws {
        let result =
            #"{"type":"user","parent_tool_use_id":"toolu_1","tool_use_result":{"task":{"id":"1","subject":"A"}}}"#
        #expect(try changes(result).isEmpty)
    }

    @Test func transcriptsOnDiskNameTheResultInTheirWay() throws {
        let result = #"{"type":"user","toolUseResult":{"task":{"id":"1","subject":"A"}}}"#
        #expect(try changes(result) == [.add(id: "1", title: "A")])
        let subAgents = #"{"type":"user","isSidechain":true,"toolUseResult":{"task":{"id":"1","subject":"A"}}}"#
        #expect(try changes(subAgents).isEmpty)
    }

    @Test func changesOfUnknownTasksChangeNothing() {
        var tasks: [AgentTask] = []
        for change: TaskChange in [.setStatus(id: "1", .completed), .rename(id: "1", title: "X"), .remove(id: "1")] {
            tasks.apply(change)
        }
        #expect(tasks.isEmpty)
        tasks.apply(.add(id: "1", title: "A"))
        tasks.apply(.rename(id: "1", title: "B"))
        #expect(tasks == [AgentTask(id: "1", title: "B", status: .pending)])
    }
}
