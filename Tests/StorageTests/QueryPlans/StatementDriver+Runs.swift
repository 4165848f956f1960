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
        _ = try await runs.assignBranch(BranchName("lodestone/walrus"), for: run, at: now)
        try await runs.setBaseBranch(BranchName("trunk"), of: run, at: now)
        try await runs.forgetWorkspace(of: run)
        try await runs.begin(run, at: "c0ffee")
        try await runs.begin(run, at: "c0ffee", isNew: false)
        _ = try await runs.startOutput(of: run)
        _ = try await runs.deliver(prompt, to: run, at: now)
        _ = try await runs.append(
            TranscriptLines.parse([Self.plan, Self.answer, Self.result].joined(separator: "\n")), of: run,
            answering: prompt, upTo: 10, at: now)
        try await runs.skipOutput(of: run, upTo: 20)
        let start = #"{"type":"system","subtype":"init","slash_commands":["paint"],"mcp_servers":[]}"#
        _ = try await runs.append(TranscriptLines.parse(start), of: run, answering: prompt, upTo: 15, at: now)
        _ = try await store.sessions.commands(of: claimed.session.id, in: organization)
        if let url = claimed.session.repository?.url {
            _ = try await store.sessions.commands(for: url, in: organization)
        }
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
        _ = try await (runs.requeueInterrupted(), runs.counts())
        try await useRetries(of: claimed)
        try await withdraw(in: claimed.session.id)
        try await useRequests()
        let shown = SessionStore(connections: connections, queuesRuns: false)
        let draft = SessionDraft(organizationID: organization, prompt: nil, repository: nil, model: nil)
        guard case .now(let session) = try await shown.create(draft, by: author, at: now, once: nil) else { return }
        let asked = AskedRequest(name: "1", toolUseID: nil, kind: .question, tool: "AskUserQuestion", input: "{}")
        try await shown.pretend(asked, in: session.id, of: organization, at: now)
        guard case .now(let changed) = try await shown.create(draft, by: author, at: now, once: nil) else { return }
        let changes = SessionChanges(files: [], patch: [], isCut: false)
        try await shown.pretend(changes, in: changed.id, of: organization, at: now)
    }

    /// Says something in a session that waits for its turn, and takes it back.
    private func withdraw(in id: SessionID) async throws {
        let said = try await store.sessions.followUp(
            "And a narwhal", in: id, of: organization, by: author.id, at: clock.now, once: nil)
        guard case .now(let appended) = said else { return }
        _ = try await store.sessions.withdraw(
            appended.lastSequence, of: id, in: organization, by: author.id, as: .member, at: clock.now)
    }

    private func useRequests() async throws {
        let (runs, sessions, now) = (store.runs, store.sessions, clock.now)
        _ = try await createSession()
        let claimed = try #require(try await runs.claim(at: now))
        let (run, id) = (claimed.number, claimed.session.id)
        _ = try await runs.startOutput(of: run)
        let asked = ["1", "2", "3"].map { name in
            ControlLine.asks(
                AskedRequest(name: name, toolUseID: "t\(name)", kind: .plan, tool: "ExitPlanMode", input: "{}"))
        }
        let answer = try TranscriptLines.parse(Self.answer)
        _ = try await runs.append(answer, asked + [.cancels("3")], of: run, answering: .none, upTo: 1, at: now)
        for request in try await sessions.requests(of: id, in: organization).prefix(2) {
            _ = try await sessions.answer(
                request.id, of: id, in: organization, with: RequestAnswer(decision: .approve), by: author, at: now,
                once: Self.once())
            let result = #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"t1"}]}}"#
            _ = try await runs.append(
                TranscriptLines.parse(result), of: run, answering: .none, confirming: [request.id], upTo: 2, at: now)
        }
        _ = try await sessions.apply(
            SessionEdit(choices: AgentChoices(mode: .plan)), to: id, of: organization, by: "Alice", at: now)
        _ = try await (runs.instructions(for: run), runs.isUnsettled(run), runs.isRedirected(run))
        _ = try await runs.park(run, outcome: .completed, seen: 1, note: nil, at: now)
        _ = try await runs.settleRequests(of: run, at: now)
        _ = try await sessions.followUp(
            "Now", isUrgent: true, in: id, of: organization, by: author.id, at: now, once: nil)
        _ = try await runs.append(
            TranscriptLines.parse(Self.result), of: run, answering: .none, confirming: [.random()], upTo: 3, at: now)
        _ = try await runs.finish(run, with: .completed, seen: 9, note: nil, at: now)
    }

    /// The operations after a failed run.
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
        let runner = RunnerToken(
            id: .random(), organizationID: organization, name: "Walrus", labels: .none, createdAt: now)
        _ = try await store.runners.create(
            runner, digest: SecretDigest(bytes: Array(repeating: 7, count: 32)), once: nil)
        let scope = RunnerScope(runner, labels: .none)
        _ = try await runs.demand(for: scope)
        guard let lost = try await runs.claim(at: now, for: scope) else { return }
        _ = try await runs.requeue(lost.number, because: "The runner was lost", countsAsLoss: true, at: now)
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
        _ = try await environments.setNetwork(of: organization, ceiling: .all, hosts: [], at: clock.now)
        _ = try await (environments.network(of: organization), environments.network(of: session))
        try await environments.allow(host, for: session, of: organization, below: .all, at: now)
    }
}
