import Domain
import GRDB

/// The columns of a session as it is shown, from `SessionRow.tables`.
struct SessionColumns {
    private let id: SelectedColumn
    private let organization: SelectedColumn
    private let title: SelectedColumn
    private let titleSource: SelectedColumn
    private let status: SelectedColumn
    private let failure: SelectedColumn
    private let model: SelectedColumn
    private let effort: SelectedColumn
    private let mode: SelectedColumn
    private let repository: RepositoryColumns
    private let branch: SelectedColumn
    private let messageCount: SelectedColumn
    private let firstMessagePreview: SelectedColumn
    private let lastMessagePreview: SelectedColumn
    private let createdAt: SelectedColumn
    private let updatedAt: SelectedColumn
    private let archivedAt: SelectedColumn
    private let waitingID: SelectedColumn
    private let waitingKind: SelectedColumn
    private let waitingSince: SelectedColumn
    private let author: AuthorColumns
    private let pullRequest: PullRequestColumns
    private let stage: SelectedColumn
    private let stageSince: SelectedColumn
    private let changes: ChangeCountColumns

    init(_ list: inout ColumnList) {
        id = list.add("s.id")
        organization = list.add("s.organization_id")
        title = list.add("s.title")
        titleSource = list.add("s.title_source")
        status = list.add("s.status")
        failure = list.add("s.failure")
        model = list.add("s.model")
        effort = list.add("s.effort")
        mode = list.add("s.mode")
        repository = RepositoryColumns(of: "s", &list)
        branch = list.add("s.branch")
        messageCount = list.add("s.message_count")
        firstMessagePreview = list.add("s.first_message_preview")
        lastMessagePreview = list.add("s.last_message_preview")
        createdAt = list.add("s.created_at")
        updatedAt = list.add("s.updated_at")
        archivedAt = list.add("s.archived_at")
        waitingID = list.add("s.waiting_id")
        waitingKind = list.add("s.waiting_kind")
        waitingSince = list.add("s.waiting_since")
        author = AuthorColumns(of: "u", &list)
        pullRequest = PullRequestColumns(of: "p", &list)
        stage = list.add("r.stage")
        stageSince = list.add("coalesce(iif(r.stage = 'queued', NULL, r.attempt_began_at), r.queued_at)")
        changes = ChangeCountColumns(of: "c", &list)
    }

    func session(from row: Row) throws -> Session {
        try Session(
            id: row[id], organizationID: row[organization], author: author.author(from: row), title: row[title],
            titleSource: row[titleSource], status: row[status], failure: row[failure], model: row[model],
            repository: repository.repository(from: row), branch: row[branch],
            pullRequest: pullRequest.pullRequest(from: row), messageCount: row[messageCount],
            firstMessagePreview: row[firstMessagePreview], lastMessagePreview: row[lastMessagePreview],
            createdAt: row[createdAt], updatedAt: row[updatedAt], archivedAt: row[archivedAt], effort: row[effort],
            mode: row[mode], waitingFor: wait(from: row), run: run(from: row))
    }

    private func wait(from row: Row) throws -> SessionWait? {
        try (row[waitingID] as RequestID?).map {
            try SessionWait(id: $0, kind: row[waitingKind], since: row[waitingSince])
        }
    }

    private func run(from row: Row) throws -> SessionRun? {
        try (row[stage] as RunStage?).map {
            try SessionRun(stage: $0, since: row[stageSince], changes: changes.count(from: row))
        }
    }
}
