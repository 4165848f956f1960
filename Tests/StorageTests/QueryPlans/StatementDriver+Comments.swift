import Domain
import TestSupport

@testable import Storage

extension StatementDriver {
    func useComments() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        let id = try await createSession()
        let place = DiffPosition(path: "walrus.svg", side: .new, lines: 1...2)
        let draft = CommentDraft(place: place, quote: "<svg>", body: "Larger", version: "1")
        for _ in 1...2 {
            let made = try await sessions.comment(
                .success(draft), on: id, of: organization, by: author, at: now, once: Self.once())
            guard case .now(let comment) = made else { continue }
            _ = try await sessions.edit(comment.id, to: "Smaller", on: id, of: organization, by: author.id, at: now)
            _ = try await sessions.sendComments(
                saying: nil, outdated: [], on: id, of: organization, by: author.id, at: now, once: Self.once())
        }
        let made = try await sessions.comment(
            .success(draft), on: id, of: organization, by: author, at: now, once: nil)
        if case .now(let comment) = made {
            try await sessions.delete(comment.id, on: id, of: organization, by: author.id)
        }
        _ = try await sessions.comments(of: id, in: organization)
        _ = try? await sessions.review(of: id, in: organization)
    }
}
