import Domain
import TestSupport
import Testing

@testable import Storage

extension StatementDriver {
    func useRuns() async throws {
        let (runs, now) = (store.runs, clock.now)
        _ = try await createSession(on: Self.repository())
        let claimed = try #require(try await runs.claim(at: now))
        let (run, prompt) = (claimed.number, try #require(claimed.prompts.first))
        _ = try await (runs.current(run), runs.isActive(run), runs.isWanted(run, for: prompt))
        try await runs.set(.working, RunProgress(step: "Cloning", percent: 5), of: run, at: now)
        _ = try await runs.takeBranch(BranchName("lodestone/walrus"), for: run, at: now)
        try await runs.setBaseBranch(BranchName("trunk"), of: run, at: now)
        try await runs.begin(run, at: "c0ffee")
        try await runs.begin(run, at: "c0ffee", isNew: false)
        _ = try await runs.startOutput(of: run)
        try await runs.deliver(prompt, to: run)
        _ = try await runs.append(
            TranscriptLines.parse([Self.plan, Self.answer, Self.result].joined(separator: "\n")), of: run,
            answering: prompt, upTo: 10, at: now)
        try await runs.skipOutput(of: run, upTo: 20)
        _ = try await runs.account(of: run, before: prompt)
        let files = [ChangedFile(path: "walrus.svg", oldPath: nil, addedLines: 1, removedLines: 0)]
        try await runs.save(
            SessionChanges(files: files, patch: [1], isCut: false), since: "c0ffee", of: run, at: now)
        try await runs.note("No access", of: run, at: now)
        _ = try await runs.earlierWork(of: run)
        _ = try await runs.changes(of: claimed.session.id, in: organization)
        _ = try await runs.finish(
            run, with: .failed(reason: "No paint"), seen: prompt.sequence, note: nil,
            leftOut: [LeftOutWork("big.bin", "too large")], at: now)
        _ = try await runs.workspaces(endedAfter: now - .seconds(60))
        _ = try await runs.forgetWorkspace(of: claimed.session.id) {}
        _ = try await runs.requeueInterrupted()
        try await useRetries(of: claimed)
    }

    /// What comes after a run that failed.
    private func useRetries(of claimed: ClaimedRun) async throws {
        let (runs, now, id) = (store.runs, clock.now, claimed.session.id)
        try await runs.keepArchive(bytes: 1, of: claimed.number, at: now)
        _ = try await (runs.existing([id]), runs.hasArchive(of: id, in: organization))
        let environment = EnvironmentID.random()
        let draft = EnvironmentDraft(
            name: "Again", isDefault: false, repository: nil, setupScript: nil,
            variables: try EnvironmentVariables(["MODE": "again"]))
        _ = try await store.environments.create(
            draft, id: environment, in: organization, at: now, limit: 10, once: nil)
        let retry = RetryDraft(baseBranch: try BranchName("next"), model: "opus", environment: environment)
        _ = try await store.sessions.retry(id, of: organization, with: retry, by: "Alice", at: now, once: nil)
        try await useNetwork(of: claimed.number, id)
        guard let again = try await runs.claim(at: now), let prompt = again.prompts.last else { return }
        _ = try await store.sessions.followUp(
            "And a seal", in: again.session.id, of: organization, by: author.id, at: now, once: nil)
        _ = try await runs.finish(again.number, with: .completed, seen: prompt.sequence, note: nil, at: now)
    }

    private func useNetwork(of run: RunNumber, _ session: SessionID) async throws {
        let (environments, now) = (store.environments, clock.now)
        let host = try AllowedHost("example.com")
        let refusal = RefusedHost(
            destination: try NetworkDestination(authority: "example.com:443"), reason: .notAllowed, count: 1,
            lastRefusedAt: now)
        try await store.runs.record([refusal], of: run, at: now)
        _ = try await environments.setNetwork(of: organization, ceiling: .all, hosts: [])
        _ = try await (environments.network(of: organization), environments.network(of: session))
        try await environments.allow(host, for: session, of: organization, below: .all, at: now)
    }
}
