import Domain

/// What a session's page tells of its run.
struct RunCard {
    let stage: String?
    let part: RunProgress?
    let changes: String?
    let changesPath: String
    let archivePath: String?
    let note: String?
    let leftOut: [LeftOutWork]
    let hasLeftOut: Bool
    let usage: String?

    init(_ run: Run, of session: Session) {
        stage =
            run.apiRetry.map { "Retrying the API (\($0.attempt) of \($0.limit))…" } ?? run.stage.words
        part = run.progress
        changes = run.changes?.words
        changesPath = "\(session.organizationID.path(of: session.id))/changes"
        archivePath = run.archiveBytes.map { _ in
            "/api/sessions/\(session.id.rawValue)/workspace?organizationId=\(session.organizationID)"
        }
        note = run.note
        leftOut = run.leftOut
        hasLeftOut = !run.leftOut.isEmpty
        usage = run.usage == AgentUsage() ? nil : run.usage.words
    }
}

extension RunStage {
    /// Nothing of what is over.
    fileprivate var words: String? {
        switch self {
        case .queued: "Waits for its turn."
        case .cloning: "Cloning the repository…"
        case .preparing: "Preparing the workspace…"
        case .working: "The agent is working…"
        case .publishing: "Saving the changes…"
        case .ended: nil
        }
    }
}

extension AgentUsage {
    /// `3 turns, 12000 tokens in, 900 out, $0.42`.
    fileprivate var words: String {
        let cents = Int((min(costUSD, 1e12) * 100).rounded())
        let cost = "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
        return "\(turns) \(turns == 1 ? "turn" : "turns"), \(inputTokens) tokens in, \(outputTokens) out, \(cost)"
    }
}
