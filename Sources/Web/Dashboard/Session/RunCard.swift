import Domain

/// The card about a session's run.
struct RunCard {
    let stage: String?
    let part: RunProgress?
    let archivePath: String?
    let note: String?
    let leftOut: [LeftOutWork]
    let hasLeftOut: Bool
    let refused: [RefusedItem]
    let hasRefused: Bool
    let allowPath: String
    let missingServers: [AgentStart.MCPServer]
    let hasMissingServers: Bool
    let usage: String?

    /// - Parameters:
    ///   - isOwner: whether the reader may allow hosts.
    ///   - wait: why a queued run doesn't begin.
    /// - Returns: `nil` if there is nothing to show.
    init?(_ run: Run, of session: Session, isOwner: Bool, wait: String?) {
        stage =
            wait ?? run.apiRetry.map { "Retrying the API (\($0.attempt) of \($0.limit))…" } ?? run.stage.words
        part = run.progress
        archivePath = run.archiveBytes.map { _ in
            "/api/sessions/\(session.id.rawValue)/workspace?organizationId=\(session.organizationID)"
        }
        note = run.note
        leftOut = run.leftOut
        hasLeftOut = !run.leftOut.isEmpty
        refused = run.refusedHosts.map { RefusedItem($0, isOwner: isOwner) }
        hasRefused = !refused.isEmpty
        missingServers = run.mcpServers.filter(\.isMissing)
        hasMissingServers = !missingServers.isEmpty
        allowPath = "\(session.organizationID.path(of: session.id))/allow"
        usage = run.usage == AgentUsage() ? nil : run.usage.words
        let isEmpty = stage == nil && note == nil && usage == nil && archivePath == nil
        if isEmpty, !hasLeftOut, !hasRefused, !hasMissingServers { return nil }
    }
}

/// A host that the agent wasn't allowed to reach.
struct RefusedItem {
    let host: String
    let words: String
    /// The entry that would allow the host; `nil` if that doesn't help or the reader may not add it.
    let allowed: String?

    init(_ refusal: RefusedHost, isOwner: Bool) {
        host = refusal.destination.description
        let times = refusal.count == 1 ? "once" : "\(refusal.count) times"
        words =
            switch refusal.reason {
            case .notAllowed: times
            case .aboveCeiling: "\(times), not allowed by the organization or the server"
            case .privateAddress: "\(times), in a private network"
            }
        let isAllowable = isOwner && refusal.reason == .notAllowed
        allowed = isAllowable ? AllowedHost(refusal.destination).description : nil
    }
}

extension RunStage {
    /// The stage in words; `nil` for an ended run.
    fileprivate var words: String? {
        switch self {
        case .queued: "Queued"
        case .cloning: "Cloning the repository…"
        case .preparing: "Preparing the workspace…"
        case .working: "The agent is working…"
        case .waiting: "Waiting for an answer"
        case .publishing: "Saving the changes…"
        case .ended: nil
        }
    }
}

extension AgentUsage {
    /// `3 turns · 12,000 tokens in, 900 out · $0.42`.
    fileprivate var words: String {
        let turns = turns == 1 ? "1 turn" : "\(turns.grouped) turns"
        let cost = costUSD > 0 ? RunEndItem.price(dollars: costUSD) : ""
        let tokens =
            inputTokens + outputTokens > 0 ? "\(inputTokens.grouped) tokens in, \(outputTokens.grouped) out" : ""
        return [turns, tokens, cost].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

extension Int {
    /// With a comma before every three digits, such as `12,000`.
    var grouped: String {
        let digits = String(magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { digits.prefix($0).suffix(3) }
        return (self < 0 ? "−" : "") + groups.reversed().joined(separator: ",")
    }
}
