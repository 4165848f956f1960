/// The columns of a session in an export.
struct ArchivedSessionColumns {
    let id: SelectedColumn
    let organization: SelectedColumn
    let author: SelectedColumn
    let title: SelectedColumn
    let titleSource: SelectedColumn
    let status: SelectedColumn
    let failure: SelectedColumn
    let model: SelectedColumn
    let effort: SelectedColumn
    let mode: SelectedColumn
    let repository: RepositoryColumns
    let branch: SelectedColumn
    let agentSession: SelectedColumn
    let createdAt: SelectedColumn
    let updatedAt: SelectedColumn
    let archivedAt: SelectedColumn
    let pullRequest: SelectedColumn
    let lastSequence: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("s.id")
        organization = list.add("s.organization_id")
        author = list.add("s.author_id")
        title = list.add("s.title")
        titleSource = list.add("s.title_source")
        status = list.add("s.status")
        failure = list.add("s.failure")
        model = list.add("s.model")
        effort = list.add("s.effort")
        mode = list.add("s.mode")
        repository = RepositoryColumns(of: "s", &list)
        branch = list.add("s.branch")
        agentSession = list.add("s.agent_session_id")
        createdAt = list.add("s.created_at")
        updatedAt = list.add("s.updated_at")
        archivedAt = list.add("s.archived_at")
        pullRequest = list.add("p.url")
        lastSequence = list.add("s.last_sequence")
    }
}
