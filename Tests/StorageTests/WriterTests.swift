import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

struct WriterTests {
    private struct Refusal: Error {}

    private func makeConnections(in directory: TemporaryDirectory) async throws -> Connections {
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        try await connections.write { try $0.execute(sql: "CREATE TABLE numbers (n INTEGER PRIMARY KEY, text)") }
        return connections
    }

    private func numbers(_ connections: Connections) async throws -> [Int] {
        try await connections.read { try Int.fetchAll($0, sql: "SELECT n FROM numbers ORDER BY n") }
    }

    @Test func aChangeThatFailsIsUndoneAlone() async throws {
        let directory = try TemporaryDirectory()
        let connections = try await makeConnections(in: directory)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let isDone: Void? = try? await connections.write { db in
                        try db.execute(sql: "INSERT INTO numbers (n) VALUES (?)", arguments: [number])
                        if number.isMultiple(of: 3) { throw Refusal() }
                    }
                    #expect((isDone == nil) == number.isMultiple(of: 3))
                }
            }
        }
        #expect(try await numbers(connections) == (0..<300).filter { !$0.isMultiple(of: 3) })
    }

    @Test func aCallerThatGoesAwayUndoesNothing() async throws {
        let directory = try TemporaryDirectory()
        let connections = try await makeConnections(in: directory)
        let task = Task {
            try await connections.write { try $0.execute(sql: "INSERT INTO numbers (n) VALUES (1)") }
        }
        task.cancel()
        _ = await task.result
        #expect(try await numbers(connections) == [1])
    }

    @Test func aFullDiskFailsTheChangeAndTheServiceGoesOn() async throws {
        let directory = try TemporaryDirectory()
        let connections = try await makeConnections(in: directory)
        let pages = try await connections.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
            return pages
        }
        await #expect(throws: DomainError.diskFull) {
            try await connections.write { db in
                try db.execute(sql: "INSERT INTO numbers (n, text) VALUES (1, zeroblob(1000000))")
            }
        }
        #expect(try await numbers(connections) == [])
        guard case .full = connections.health.check() else {
            Issue.record("a full disk is not told")
            return
        }
        try await connections.write { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 1000)") }
        try await connections.write { try $0.execute(sql: "INSERT INTO numbers (n) VALUES (2)") }
        #expect(try await numbers(connections) == [2])
        #expect(connections.health.check() == .writable)
    }
}
