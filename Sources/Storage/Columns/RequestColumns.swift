import Domain
import GRDB

/// The columns of a request of an agent.
struct RequestColumns {
    private let id: SelectedColumn
    private let name: SelectedColumn
    private let toolUse: SelectedColumn
    private let kind: SelectedColumn
    private let tool: SelectedColumn
    private let input: SelectedColumn
    private let suggestions: SelectedColumn
    private let context: SelectedColumn
    private let askedAt: SelectedColumn
    private let state: SelectedColumn
    private let answer: SelectedColumn
    private let answerer: AuthorColumns
    private let endedAt: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("q.id")
        name = list.add("q.name")
        toolUse = list.add("q.tool_use_id")
        kind = list.add("q.kind")
        tool = list.add("q.tool")
        input = list.add("q.input")
        suggestions = list.add("q.suggestions")
        context = list.add("q.context")
        askedAt = list.add("q.asked_at")
        state = list.add("q.state")
        answer = list.add("q.answer")
        answerer = AuthorColumns(of: "u", &list)
        endedAt = list.add("q.ended_at")
    }

    func request(from row: Row) throws -> AgentRequest {
        let asked = try AskedRequest(
            name: row[name], toolUseID: row[toolUse], kind: row[kind], tool: row[tool], input: row[input],
            suggestions: row[suggestions], context: row[context])
        let answer: RequestAnswer? = try (row[self.answer] as String?) == nil ? nil : row.decodeJSON(in: self.answer)
        return try AgentRequest(
            id: row[id], asked: asked, askedAt: row[askedAt], state: row[state], answer: answer,
            answeredBy: answerer.authorIfAny(from: row), endedAt: row[endedAt])
    }
}
