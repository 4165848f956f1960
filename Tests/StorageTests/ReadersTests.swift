import GRDB
import TestSupport
import Testing

@testable import Storage

struct ReadersTests {
    /// Brief queries take a reader while there is one, and wait with the others when there is none.
    @Test func everyQueryIsAnsweredHoweverManyCome() async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        let answers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let query: @Sendable (Database) throws -> Int? = { db in
                        try Int.fetchOne(db, sql: "SELECT ?", arguments: [number])
                    }
                    return number.isMultiple(of: 2)
                        ? try await connections.read(query) : try await connections.readBriefly(query)
                }
            }
            return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
        }
        #expect(answers == Set(0..<400))
    }

    @Test func aQueryThatFailsGivesItsReaderBack() async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        for _ in 0..<20 {
            await #expect(throws: DatabaseError.self) { try await connections.read { try $0.execute(sql: "NONE") } }
            await #expect(throws: DatabaseError.self) {
                try await connections.readBriefly { try $0.execute(sql: "NONE") }
            }
        }
        #expect(try await connections.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    }
}
