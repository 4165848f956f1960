import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// SQLite syncs the write-ahead log at each commit, and, when it moves the log into the database, first the log, then the
/// database, before the log begins anew (sqlite.org/wal.html, "checkpointing"; `synchronous = FULL`). So whatever part of
/// the unsynced writes a power cut leaves, every answered commit is there.
@Suite(.serialized)
struct PowerCutTests {
    @Test func whatWasAnsweredSurvivesEveryPowerCut() async throws {
        var seed = TortureSettings.seed
        let whole = try await cut(at: 0, seed: seed)
        for number in 0..<TortureSettings.cuts {
            seed = TortureSettings.seed &+ UInt64(number) &* 1_000_003
            var chance = SeededGenerator(seed: seed)
            // Every fourth comes while the database is made.
            let last = number.isMultiple(of: 4) ? whole.opening : whole.all
            _ = try await cut(at: Int.random(in: 1...last, using: &chance), seed: seed)
        }
    }

    /// - Returns: how many operations there were in all, and until the store was open.
    private func cut(at operation: Int, seed: UInt64) async throws -> (opening: Int, all: Int) {
        let disk = try FaultyDisk()
        let answered = AnsweredWrites()
        disk.cut(at: operation)
        let opening = await work(on: disk, answered, seed: seed)
        let all = disk.operationCount
        let survivors = try disk.survivors(seed: seed)
        try await disk.close()
        let comment: Comment = "seed \(seed), cut at \(operation)"
        try survivors.dataDirectory.check(survivors.dataDirectory.lock())
        let state = try StoredState(in: survivors)
        try await state.expectEverything(in: answered, comment)
        try await state.expectConsistency(comment)
        if operation == 0 { #expect(answered.all.count == 4) }
        return (opening, all)
    }

    private func work(on disk: FaultyDisk, _ answered: AnsweredWrites, seed: UInt64) async -> Int {
        do {
            let store = try DataStore(
                openIn: disk.directory.dataDirectory, holding: disk.directory.dataDirectory.lock(), logger: .silent)
            let owner = try TestStore.owner()
            let organization = try await store.accounts.setUp(
                organization: "Acme", owner: owner, at: TestClock().now)
            let opening = disk.operationCount
            let author = Author(id: owner.id, name: owner.name, imageURL: nil)
            _ = await DiskWorkload(
                store: store, organization: organization.id, author: author, answered: answered, seed: seed
            ).run()
            return opening
        } catch {
            return disk.operationCount
        }
    }
}
