import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

struct AttachmentStoreTests {
    private let test: TestStore
    private var attachments: AttachmentStore { test.store.attachments }

    init() async throws {
        test = try await TestStore()
    }

    /// - Parameter text: the file's content, from which its digest is made.
    private func add(
        _ text: String, named name: String = "a.txt", to organization: OrganizationID? = nil, by user: UserID? = nil
    ) async throws -> AttachmentID {
        let draft = try AttachmentDraft(filename: name, mediaType: nil, content: AttachmentContent(text.utf8))
        let digest = SecretDigest(bytes: Array((text + String(repeating: "-", count: 32)).utf8.prefix(32)))
        let added = try await attachments.add(
            draft, digest: digest, to: organization ?? test.organization.id, by: user ?? test.author.id,
            at: test.clock.now, once: nil)
        guard case .now(let attachment) = added else { throw CancellationError() }
        return attachment.id
    }

    private func say(_ text: String, with ids: [AttachmentID], in session: Session) async throws {
        _ = try await test.store.sessions.followUp(
            text, attachments: ids, in: session.id, of: test.organization.id, by: test.author.id, at: test.clock.now,
            once: nil)
    }

    /// How many rows some tables have.
    private func rows(_ tables: String...) async throws -> [Int] {
        try await attachments.connections.read { db in
            try tables.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
        }
    }

    @Test func theSameContentIsThereOnceInAnOrganizationAndOnceInEach() async throws {
        let ids = [try await add("same"), try await add("same", named: "b.txt"), try await add("other")]
        #expect(try await rows("blobs") == [2])
        let another = NewUser(
            id: .random(), name: "Zoe", email: try EmailAddress("zoe@example.com"),
            passwordHash: "$scrypt$ln=4,r=1,p=1$x$x")
        let elsewhere = OrganizationID.random()
        try await test.store.attachments.connections.write { db in
            try db.execute(
                sql: "INSERT INTO organizations (id, name, created_at) VALUES (?, 'B', 0)", arguments: [elsewhere])
            try db.execute(
                sql: "INSERT INTO users (id, name, email, created_at) VALUES (?, 'Zoe', ?, 0)",
                arguments: [another.id, another.email])
        }
        _ = try await add("same", to: elsewhere, by: another.id)
        #expect(try await rows("blobs") == [3])
        try await attachments.remove(ids[0], of: test.organization.id, by: test.author.id)
        #expect(try await rows("blobs") == [3], "another file has it")
        try await attachments.remove(ids[1], of: test.organization.id, by: test.author.id)
        #expect(try await rows("blobs", "blob_pieces") == [2, 2])
    }

    @Test func whatNobodySendsGoesAfterADay() async throws {
        let session = try await test.createSession()
        let (sent, unused) = (try await add("sent"), try await add("unused"))
        try await say("See", with: [sent], in: session)
        test.clock.set(test.clock.now + .seconds(86_399))
        #expect(try await !attachments.sweep(at: test.clock.now))
        #expect(try await rows("attachments") == [2])
        test.clock.set(test.clock.now + .seconds(1))
        await #expect(throws: DomainError.self) { try await say("Late", with: [unused], in: session) }
        #expect(try await !attachments.sweep(at: test.clock.now))
        #expect(try await rows("attachments", "blobs") == [1, 1])
        let file = try await attachments.file(sent, of: test.organization.id, for: nil)
        #expect(try await attachments.piece(0, of: file.blob) == Array("sent".utf8))
    }

    @Test func nobodyHasManyUnusedFiles() async throws {
        for number in 0..<AttachmentLimits.unused { _ = try await add("\(number)") }
        await #expect(throws: DomainError.self) { try await add("one more") }
        let session = try await test.createSession()
        try await say("See", with: [try await latest()], in: session)
        _ = try await add("one more")
    }

    private func latest() async throws -> AttachmentID {
        let id = try await attachments.connections.read {
            try String.fetchOne($0, sql: "SELECT id FROM attachments ORDER BY number DESC LIMIT 1")
        }
        return AttachmentID(rawValue: id ?? "")
    }

    @Test func aDeletedSessionTakesItsFilesWithItALittleAtATime() async throws {
        let session = try await test.createSession()
        for number in 0..<5 { try await say("See", with: [try await add("file \(number)")], in: session) }
        let kept = try await add("file 0")
        let first = try await latestSent()
        let limits = DeletionLimits(lines: 2, time: .seconds(60))
        try await test.store.sessions.delete(
            session.id, of: test.organization.id, by: test.author.id, as: .owner, at: test.clock.now, limits: limits)
        #expect(try await rows("attachments") == [4], "two of six are gone")
        await #expect(throws: DomainError.self) {
            try await attachments.file(first, of: test.organization.id, for: test.author.id)
        }
        while try await test.store.sessions.removeDeleted(at: test.clock.now, limits: limits) {}
        #expect(try await rows("attachments", "blobs", "messages") == [1, 1, 0])
        let file = try await attachments.file(kept, of: test.organization.id, for: test.author.id)
        #expect(try await attachments.piece(0, of: file.blob) == Array("file 0".utf8))
    }

    /// One that is among those that are removed last.
    private func latestSent() async throws -> AttachmentID {
        let id = try await attachments.connections.read {
            try String.fetchOne(
                $0, sql: "SELECT id FROM attachments WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1")
        }
        return AttachmentID(rawValue: id ?? "")
    }

    @Test func aMessageThatIsRefusedLeavesItsFilesUnused() async throws {
        let session = try await test.createSession()
        let id = try await add("it")
        for ids in [[id, id], [id, AttachmentID.random()], (0..<11).map { _ in id }] {
            await #expect(throws: DomainError.self) { try await say("See", with: ids, in: session) }
        }
        try await say("See", with: [id], in: session)
        let page = try await test.store.sessions.messages(
            .after(0), of: session.id, in: test.organization.id, limit: 10)
        #expect(page.messages.count == 2)
        let line = try #require(page.messages.last?.json)
        #expect(line.contains(#""attachments":[{"id":"\#(id)","filename":"a.txt","#))
        #expect(try TranscriptLine(json: line, number: 1).text == "See")
    }
}
