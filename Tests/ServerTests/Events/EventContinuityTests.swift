import Domain
import TestSupport
import Testing

@testable import Server

/// Nothing is lost and nothing comes twice, whatever happens to connections and to the server.
@Suite(.timeLimit(.minutes(15)))
struct EventContinuityTests {
    private static let eventCount = 5000
    private static let mark = "the end"

    @Test func everyReaderGetsEveryEventOnceAndInOrderThroughCutsAndARestart() async throws {
        let home = try await SessionHome(sessions: 3)
        let readers =
            [
                EventReader(session: nil, credential: home.key, cuts: 60, eventsBetweenCuts: 60),
                EventReader(session: nil, credential: home.key, cuts: 90, eventsBetweenCuts: 40),
            ]
            + home.sessions.map { EventReader(session: $0, credential: home.key, cuts: 50, eventsBetweenCuts: 25) }
        let server = ServerAddress()
        let tasks = readers.enumerated().map { index, reader in
            Task {
                try await reader.read(from: server, until: Self.mark, random: DemoRandom(seed: UInt64(index)))
            }
        }
        for half in 0..<2 {
            try await RunningServer.run(in: home.directory) { running in
                server.set(running.address)
                defer { server.set(nil) }
                try await Self.write(Self.eventCount / 2, to: home, on: running, seed: UInt64(100 + half))
                guard half == 1 else { return }
                for session in home.sessions {
                    let line = #"{"type":"assistant","mark":"\#(Self.mark)"}"#
                    try await running.report([line], to: session.rawValue, as: home.key)
                }
                for task in tasks { _ = try await task.value }
            }
        }
        for (reader, task) in zip(readers, tasks) {
            let result = try await task.value
            #expect(result.cuts == reader.cuts)
            let logged = try await home.numbers(of: reader.session)
            #expect(result.numbers == Array(logged.prefix { $0 <= result.numbers.last ?? 0 }))
        }
        let heard = try await tasks[0].value.numbers
        #expect(heard.count >= Self.eventCount)
    }

    /// Appends to the sessions in turn, one line or many at a time, until there are about this many events.
    private static func write(
        _ count: Int, to home: SessionHome, on server: RunningServer, seed: UInt64
    ) async throws {
        var random = DemoRandom(seed: seed)
        var left = count
        while left > 0 {
            let lines = (0..<random.number(1...20)).map { #"{"type":"assistant","number":\#(left - $0)}"# }
            try await server.report(lines, to: random.pick(home.sessions).rawValue, as: home.key)
            // One for each message, and one for the session.
            left -= lines.count + 1
        }
    }
}
