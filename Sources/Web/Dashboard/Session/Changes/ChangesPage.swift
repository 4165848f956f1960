import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `GET …/changes`: what the session changed, file by file.
    func showChanges(_ call: Call<Colleague>) async throws -> Response {
        let (session, changes) = try await services.store.runs.changes(
            of: call.sessionID, in: call.identity.organization)
        guard let changes else { throw DomainError.noChanges }
        let content = ChangesContent(session, changes)
        return Page(
            template: "changes", title: "Changes: \(session.title)", content: content,
            frame: PageFrame(call.identity, in: nil)
        ).response()
    }
}

/// What `changes.mustache` shows.
struct ChangesContent {
    let title: String
    let path: String
    let summary: String
    let patchPath: String?
    let files: [FileDiff]

    init(_ session: Session, _ changes: SessionChanges) {
        title = session.title
        path = session.organizationID.path(of: session.id)
        summary = changes.count.words
        patchPath =
            changes.isCut
            ? nil : "/api/sessions/\(session.id.rawValue)/patch?organizationId=\(session.organizationID)"
        files = FileDiff.list(changes)
    }
}

extension ChangeCount {
    /// `3 files, 10 lines added, 2 removed`.
    var words: String {
        "\(files) \(files == 1 ? "file" : "files"), \(addedLines) \(addedLines == 1 ? "line" : "lines") added, "
            + "\(removedLines) removed"
    }
}
