import Domain
import Storage
import TestSupport
import Testing

struct ImportedUserTests {
    @Test func anImportedUserSignsInOnceTheyHaveAPassword() async throws {
        let test = try await TestStore()
        let email = try EmailAddress("carol@example.com")
        let user = User(id: .random(), name: "Carol", email: email, imageURL: nil)
        let record = ArchiveRecord.user(ArchivedUser(user: user, createdAt: test.clock.now, disabledAt: nil))
        let batch = try await test.store.archives.importBatch(
            [(1, record)], at: ArchiveCheckpoint(target: nil), now: test.clock.now)
        #expect(batch.rejected.isEmpty)
        #expect(try await test.store.accounts.credentials(of: email) == nil)
        try await test.store.accounts.resetPassword(of: email, to: "$scrypt$ln=4,r=1,p=1$x$x", at: test.clock.now)
        #expect(try await test.store.accounts.credentials(of: email)?.user == user)
    }
}
