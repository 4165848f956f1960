import Domain
import TestSupport
import Testing

@testable import Storage

extension StatementDriver {
    func useArchives() async throws {
        let (archives, now) = (store.archives, clock.now)
        _ = try await (archives.organizations(only: nil), archives.organizations(only: organization))
        _ = try await (archives.users(of: nil), archives.users(of: [organization]), archives.user(author.id))
        let first = try #require(try await archives.session(after: nil, of: organization))
        _ = try await archives.session(first.session.id, of: organization)
        _ = try await archives.messages(of: first.session.id, in: 1...9)

        let other = OrganizationID.random()
        let user = User(id: .random(), name: "Zoe", email: try EmailAddress("zoe@example.com"), imageURL: nil)
        let member = ArchivedOrganization.Member(user: user.id, role: .owner, joinedAt: now)
        func record(_ updatedAt: Timestamp) throws -> ArchiveRecord {
            .session(
                ArchivedSession(
                    id: SessionID(rawValue: "c1"), organization: other, author: user.id, title: "Old walrus",
                    titleSource: .given, status: .completed, failure: nil, model: "opus",
                    repository: try Self.repository(), branch: nil, agentSessionID: "s9", createdAt: now,
                    updatedAt: updatedAt, archivedAt: nil,
                    tasks: [AgentTask(id: "1", title: "Look", status: .pending)],
                    pullRequests: [try Self.pullRequest(7)],
                    currentPullRequest: try Self.pullRequest(7).url))
        }
        let line = ArchivedMessage(
            session: SessionID(rawValue: "c1"), sequence: 1, author: user.id, createdAt: now,
            json: TranscriptLine(prompt: "Paint").json)
        let records: [ArchiveRecord] = [
            .header(version: 1), .user(ArchivedUser(user: user, createdAt: now, disabledAt: nil)),
            .organization(
                ArchivedOrganization(
                    organization: Organization(id: other, name: "Old"), createdAt: now, members: [member])),
            try record(now), .message(line), .message(line), try record(now + .seconds(1)), .end,
        ]
        let batch = try await archives.importBatch(
            records.enumerated().map { ($0.offset + 1, $0.element) }, at: ArchiveCheckpoint(target: nil), now: now)
        #expect(batch.rejected.isEmpty)
    }

    func useLogs() async throws {
        let email = try EmailAddress("alice@example.com")
        let lines = [Self.answer, #"{"type":"system","subtype":"init","model":"opus"}"#].enumerated().map {
            NumberedLine($0)
        }
        for _ in 0..<2 {
            let batch = try await store.archives.importBatch(
                lines.map {
                    LogLine(conversation: "s1", line: try TranscriptLine(json: $0.text, number: $0.number), source: $0)
                },
                at: ConversationCheckpoint(), for: organization, author: email, orAt: clock.now, incomplete: .isCreated,
                now: clock.now)
            #expect(batch.rejected.isEmpty)
        }
    }
}

extension NumberedLine {
    fileprivate init(_ line: (offset: Int, element: String)) {
        self.init(number: line.offset + 1, text: line.element)
    }
}
