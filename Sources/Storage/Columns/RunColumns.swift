import Domain
import GRDB

/// The columns of a session's run as it is shown.
struct RunColumns {
    let stage: SelectedColumn
    private let step: SelectedColumn
    private let percent: SelectedColumn
    private let cost: SelectedColumn
    private let inputTokens: SelectedColumn
    private let outputTokens: SelectedColumn
    private let turns: SelectedColumn
    let note: SelectedColumn
    let leftOut: SelectedColumn
    let refusedHosts: SelectedColumn
    let changes: ChangeCountColumns
    private let retryAttempt: SelectedColumn
    private let retryLimit: SelectedColumn
    let archiveBytes: SelectedColumn

    init(_ list: inout ColumnList) {
        stage = list.add(
            "iif(s.waiting_id IS NOT NULL AND (r.stage = 'working' OR r.stage = 'ended'), 'waiting', r.stage)")
        step = list.add("r.progress_step")
        percent = list.add("r.progress_percent")
        cost = list.add("r.cost_usd")
        inputTokens = list.add("r.input_tokens")
        outputTokens = list.add("r.output_tokens")
        turns = list.add("r.turns")
        note = list.add("r.note")
        leftOut = list.add("r.left_out")
        refusedHosts = list.add("r.refused_hosts")
        changes = ChangeCountColumns(of: "c", &list)
        retryAttempt = list.add("r.retry_attempt")
        retryLimit = list.add("r.retry_limit")
        archiveBytes = list.add("r.archive_bytes")
    }

    func progress(from row: Row) throws -> RunProgress? {
        try (row[step] as String?).map { try RunProgress(step: $0, percent: row[percent]) }
    }

    func usage(from row: Row) throws -> AgentUsage {
        try AgentUsage(
            costUSD: row[cost], inputTokens: row[inputTokens], outputTokens: row[outputTokens], turns: row[turns])
    }

    func apiRetry(from row: Row) throws -> APIRetry? {
        try (row[retryAttempt] as Int?).flatMap { try APIRetry(attempt: $0, limit: row[retryLimit]) }
    }
}
