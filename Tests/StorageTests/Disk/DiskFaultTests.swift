import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite(.serialized)
struct DiskFaultTests {
    /// The n-th operation fails, n growing until there is none left to fail. Whatever is answered is there, also after a
    /// power cut; whoever isn't gets an error in the service's terms; and then the service goes on, or says that it stopped.
    @Test(arguments: Fault.allCases)
    func nothingIsAnsweredThatIsNotThere(fault: Fault) async throws {
        let (template, organization, author) = try await prepared()
        var number = 1
        while try await fail(fault, at: number, template, organization, author) {
            number += TortureSettings.failsEverywhere ? 1 : 1 + number / 3
        }
    }

    private func prepared() async throws -> (TemporaryDirectory, OrganizationID, Author) {
        let template = try TemporaryDirectory()
        let connections = try Connections(path: template.dataDirectory.databasePath, logger: .silent)
        let owner = try TestStore.owner()
        let organization = try await AccountStore(connections: connections, browserLimits: .standard)
            .setUp(organization: "Acme", owner: owner, at: TestClock().now)
        // All of it in the one file.
        let pool = try DatabasePool(path: template.dataDirectory.databasePath)
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        return (template, organization.id, Author(id: owner.id, name: owner.name, imageURL: nil))
    }

    /// - Returns: whether there was such an operation.
    private func fail(
        _ fault: Fault, at number: Int, _ template: TemporaryDirectory, _ organization: OrganizationID,
        _ author: Author
    ) async throws -> Bool {
        let disk = try FaultyDisk(copying: template)
        let comment: Comment = "\(fault) \(number)"
        let answered = AnsweredWrites()
        disk.fail(fault, at: number)
        do {
            let store = try DataStore(
                openIn: disk.directory.dataDirectory, holding: disk.directory.dataDirectory.lock(), logger: .silent)
            var workload = DiskWorkload(
                store: store, organization: organization, author: author, answered: answered, seed: UInt64(number))
            workload.tasks = 2
            workload.steps = 6
            workload.isPersistent = true
            for error in await workload.run() {
                let refusal = try #require(error as? DomainError, "\(comment): \(error)")
                #expect([.unavailable, .noSpace].contains(refusal.code), comment)
            }
            let hadFailed = disk.failureCount > 0
            disk.mend()
            try await expectRecovery(store, organization, author, comment)
            if !hadFailed { #expect(!store.health.isStopped, comment) }
        } catch let error as StorageError {
            #expect(disk.failureCount > 0, "\(comment): \(error)")
        }
        let failures = disk.failureCount
        let survivors = try disk.survivors(seed: UInt64(number))
        try await disk.close()
        for directory in [survivors, disk.directory] {
            let state = try StoredState(in: directory)
            try await state.expectEverything(in: answered, comment)
            try await state.expectConsistency(comment)
        }
        return failures > 0
    }

    private func expectRecovery(
        _ store: DataStore, _ organization: OrganizationID, _ author: Author, _ comment: Comment
    ) async throws {
        let draft = SessionDraft(organizationID: organization, prompt: "After all", repository: nil, model: nil)
        do {
            _ = try await store.sessions.create(draft, by: author, at: TestClock().now, once: nil)
            #expect(!store.health.isStopped, comment)
            #expect(store.health.check() == .writable, comment)
        } catch {
            #expect(store.health.isStopped, "\(comment): \(error)")
            #expect(error as? DomainError == .writingStopped, comment)
        }
    }
}
