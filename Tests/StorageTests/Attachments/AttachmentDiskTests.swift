import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite(.serialized)
struct AttachmentDiskTests {
    @Test(arguments: [Fault.staysFull, .overQuota])
    func aFileThatThereIsNoRoomForLeavesNothing(_ fault: Fault) async throws {
        let disk = try FaultyDisk()
        do {
            let store = try DataStore(
                openIn: disk.directory.dataDirectory, holding: disk.directory.dataDirectory.lock(), logger: .silent)
            let owner = try TestStore.owner()
            let now = TestClock().now
            let organization = try await store.accounts.setUp(organization: "Acme", owner: owner, at: now).id
            let content = AttachmentContent([UInt8](repeating: 3, count: 4 << 20))
            let draft = try AttachmentDraft(filename: "a.bin", mediaType: nil, content: content)
            func add() async throws {
                _ = try await store.attachments.add(
                    draft, digest: SecretDigest(bytes: Array(repeating: 1, count: 32)), to: organization, by: owner.id,
                    at: now, once: nil)
            }
            func rows() async throws -> [Int] {
                try await store.attachments.connections.read { db in
                    try ["attachments", "blobs", "blob_pieces"].map {
                        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0
                    }
                }
            }
            disk.fail(fault, at: 20)
            await #expect(throws: DomainError.self) { try await add() }
            do { try await add() } catch let error as DomainError { #expect(error.code == .noSpace) }
            #expect(try await rows() == [0, 0, 0])
            disk.mend()
            try await eventually {
                await store.maintainDatabase()
                return (try? await add()) != nil
            }
            #expect(try await rows() == [1, 1, 22])
        }
        try await disk.close()
    }
}
