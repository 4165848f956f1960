import Domain
import TestSupport
import Testing

@testable import Storage

struct CountedStatsTests {
    /// Changes that affect the cached statistics, and changes that don't.
    private enum Step: CaseIterable {
        case create, followUp, answer, merge, delete, wait, jumpToAnEdge
    }

    @Test(arguments: [1, 2, 3])
    func theyAreWhatCountingAnewGives(seed: UInt64) async throws {
        let test = try await TestStore()
        var random = SeededGenerator(seed: seed)
        var sessions = [try await test.createSession()]
        var times = [test.clock.now]
        for step in 0..<1500 {
            try await take(Step.allCases.randomElement(using: &random) ?? .wait, test, &sessions, &times, &random)
            let (organization, now) = (test.organization.id, test.clock.now)
            let known = try await test.store.sessions.overview(of: organization, SessionFilter(), limit: 1, at: now)
            let counted = try await test.store.sessions.connections.read { db in
                try StatsQuery.run(organization, at: now, db)
            }
            try #require(known.stats == counted.stats, "after step \(step)")
        }
    }

    private func take(
        _ step: Step, _ test: TestStore, _ sessions: inout [Session], _ times: inout [Timestamp],
        _ random: inout SeededGenerator
    ) async throws {
        let (store, organization, now) = (test.store.sessions, test.organization.id, test.clock.now)
        times.append(now)
        let index = Int.random(in: 0..<sessions.count, using: &random)
        let id = sessions[index].id
        switch step {
        case .create: sessions.append(try await test.createSession())
        case .followUp:
            _ = try await store.followUp("Go on", in: id, of: organization, by: test.author.id, at: now, once: nil)
        case .answer:
            let lines = try TranscriptLines.parse(#"{"type":"assistant","message":{"content":"Done."}}"#)
            _ = try await store.appendAgentLines(lines, to: id, of: organization, at: now, once: nil)
        case .merge:
            let time = now + .seconds(Int.random(in: -700_000..<90_000, using: &random))
            times.append(time)
            let number = Int.random(in: 1..<9, using: &random)
            let url = try PullRequestURL("https://github.com/acme/web-app/pull/\(number)")
            let pullRequest = PullRequest(number: number, url: url, status: .merged, mergedAt: time)
            _ = try await store.report(pullRequest, for: id, of: organization, at: now)
        case .delete:
            guard sessions.count > 1 else { return }
            sessions.remove(at: index)
            try await store.delete(id, of: organization, by: test.author.id, as: .owner, at: now)
        case .wait: test.clock.advance(by: .seconds(Int.random(in: 0..<40_000, using: &random)))
        case .jumpToAnEdge:
            // Where something leaves one of the windows, or comes in, to the millisecond.
            let time = times.randomElement(using: &random) ?? now
            let length = [Duration.zero, .seconds(7 * 86_400), .seconds(300)].randomElement(using: &random) ?? .zero
            let edge = time + length + .milliseconds(Int.random(in: -1...1, using: &random))
            if edge > now { test.clock.set(edge) }
        }
    }
}
