import Domain
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite(.timeLimit(.minutes(5)))
struct ReadersTests {
    private let directory: TemporaryDirectory
    private let connections: Connections

    /// Without an end of its own.
    private static let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    init() throws {
        directory = try TemporaryDirectory()
        connections = try Self.open(directory)
    }

    private static func open(
        _ directory: TemporaryDirectory, _ change: (inout ReadLimits) -> Void = { _ in }
    ) throws -> Connections {
        var limits = ReadLimits(ordinary: .seconds(120), search: .seconds(120), bulk: .seconds(120))
        change(&limits)
        return try Connections(path: directory.dataDirectory.databasePath, logger: .silent, readLimits: limits)
    }

    @Sendable private static func runWithoutEnd(_ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: endless)
    }

    /// Queries run on the caller's thread while there is a reader, and wait with the others when there is none.
    @Test func everyQueryIsAnsweredHoweverManyCome() async throws {
        let answers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let query: @Sendable (Database) throws -> Int? = { db in
                        try Int.fetchOne(db, sql: "SELECT ?", arguments: [number])
                    }
                    return number.isMultiple(of: 2)
                        ? try await connections.read(number.isMultiple(of: 4) ? .search : .ordinary, query)
                        : try await connections.readOnCallerThread(query)
                }
            }
            return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
        }
        #expect(answers == Set(0..<400))
    }

    @Test func aQueryThatFailsGivesItsReaderBack() async throws {
        for _ in 0..<20 {
            await #expect(throws: DatabaseError.self) { try await connections.read { try $0.execute(sql: "NONE") } }
            await #expect(throws: DatabaseError.self) {
                try await connections.readOnCallerThread { try $0.execute(sql: "NONE") }
            }
        }
        #expect(try await connections.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    }

    @Test(arguments: ReadKind.allCases)
    func aQueryOverItsTimeIsEndedAndMayBeAskedAgain(kind: ReadKind) async throws {
        let hasty = try Self.open(directory) { limits in
            (limits.ordinary, limits.search, limits.bulk) = (.milliseconds(50), .milliseconds(50), .milliseconds(50))
        }
        for _ in 0..<8 {
            let error = await #expect(throws: DomainError.self) {
                try await hasty.read(kind, Self.runWithoutEnd)
            }
            #expect(error?.code == .unavailable && (error?.retryAfter ?? 0) > 0)
        }
    }

    /// A query that was expected to be short leaves the caller's thread if it isn't, and continues on another.
    @Test func aLongQueryLeavesTheCallersThread() async throws {
        let hasty = try Self.open(directory) { limits in
            // Enough time to start again, even on a busy machine.
            (limits.onCallerThread, limits.ordinary) = (.milliseconds(10), .seconds(3))
        }
        let runs = Counter()
        await #expect(throws: DomainError.readTookTooLong) {
            try await hasty.readOnCallerThread { db in
                runs.add()
                return try Self.runWithoutEnd(db)
            }
        }
        #expect(runs.count == 2)
    }

    @Test func aQueryEndsWithItsTask() async throws {
        for _ in 0..<8 {
            let (starts, started) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await connections.read { db in
                    started.yield()
                    return try Self.runWithoutEnd(db)
                }
            }
            for await _ in starts { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(try await connections.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    }

    /// All readers are busy, so that what comes has to wait.
    @Test func aQueryThatWaitsEndsWithItsTaskWithoutBeingRun() async throws {
        let started = Counter()
        let busy = (0..<4).map { _ in
            Task {
                try await connections.read(.ordinary) { db in
                    started.add()
                    return try Self.runWithoutEnd(db)
                }
            }
        }
        try await eventually { started.count == busy.count }
        let runs = Counter()
        let waiting = (0..<50).map { _ in Task { try await connections.read { _ in runs.add() } } }
        for task in waiting { task.cancel() }
        for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
        for task in busy { task.cancel() }
        for task in busy { _ = await task.result }
        #expect(runs.count == 0)
    }

    /// However many searches and batches of long answers run without end, reading goes on, and so does everything else.
    @Test(arguments: [[ReadKind.search], [.bulk], [.search, .bulk]])
    func searchesAndLongAnswersLeaveReadersToOthers(kinds: [ReadKind]) async throws {
        let queries = kinds.flatMap { kind in
            (0..<8).map { _ in Task { try await connections.read(kind, Self.runWithoutEnd) } }
        }
        for _ in 0..<50 {
            #expect(try await connections.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
            #expect(try await connections.readOnCallerThread { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
        }
        for query in queries { query.cancel() }
        for query in queries { await #expect(throws: CancellationError.self) { try await query.value } }
    }

    /// Neither of the two keeps the other from running.
    @Test(arguments: [(ReadKind.search, ReadKind.bulk), (.bulk, .search)])
    func searchesAndLongAnswersLeaveReadersToOneAnother(many: ReadKind, one: ReadKind) async throws {
        let queries = (0..<8).map { _ in Task { try await connections.read(many, Self.runWithoutEnd) } }
        #expect(try await connections.read(one) { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
        for query in queries { query.cancel() }
        for query in queries { _ = await query.result }
    }

    /// There is still room for ordinary queries.
    @Test(arguments: [ReadKind.search, .bulk])
    func whatFindsTooManyWaitingIsRefused(kind: ReadKind) async throws {
        let narrow = try Self.open(directory) { ($0.waiting, $0.waitingSearches, $0.waitingBulk) = (4, 2, 2) }
        let refused = Counter()
        let searches = (0..<12).map { _ in
            Task {
                do {
                    _ = try await narrow.read(kind, Self.runWithoutEnd)
                } catch let error as DomainError where error.code == .unavailable {
                    refused.add()
                }
            }
        }
        // Two run and two wait.
        try await eventually { refused.count == 8 }
        #expect(try await narrow.read(.ordinary) { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
        for search in searches { search.cancel() }
        for search in searches { _ = await search.result }
        #expect(try await narrow.read(kind) { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
