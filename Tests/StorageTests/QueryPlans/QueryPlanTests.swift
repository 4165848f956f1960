import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// The cost of the numbers must follow the people and the merges in the window, not all sessions and messages.
struct QueryPlanTests {
    @Test(arguments: [StatsQuery.authors, StatsQuery.senders, StatsQuery.merges])
    func theStatsNeverScanATable(sql: String) async throws {
        for step in try await plan(of: sql) {
            #expect(!["sessions", "messages", "pull_requests"].contains { step.contains("SCAN \($0)") }, "\(step)")
            if step.hasPrefix("SEARCH") { #expect(step.contains("USING COVERING INDEX"), "\(step)") }
        }
    }

    /// Each filter has an index that is in the list's order.
    @Test(arguments: [
        ("sessions_by_time", SessionFilter(), "organization_id=? AND created_at<?"),
        ("sessions_in_use", .with { $0.isArchived = false }, "organization_id=? AND created_at<?"),
        ("sessions_archived", .with { $0.isArchived = true }, "organization_id=? AND created_at<?"),
        (
            "sessions_by_status",
            .with {
                $0.status = .failed
                $0.isArchived = false
            }, "organization_id=? AND status=? AND created_at<?"
        ),
        (
            "sessions_run_here", SessionsView.working.filter(for: .random()),
            "organization_id=? AND status=? AND created_at<?"
        ),
        ("sessions_by_author", .with { $0.author = .random() }, "organization_id=? AND author_id=? AND created_at<?"),
        (
            "sessions_waiting",
            .with {
                $0.isWaiting = true
                $0.status = .active
            }, "organization_id=? AND created_at<?"
        ),
        (
            "sessions_by_repository",
            .with {
                $0.repository = try? RepositoryName("acme/app")
                $0.status = .active
            }, "organization_id=? AND repository_owner=? AND repository_name=? AND created_at<?"
        ),
    ])
    func everyListReadsAnIndexInOrder(index: String, filter: SessionFilter, condition: String) async throws {
        let query = SessionListQuery(organization: .random(), filter: filter)
        let steps = try await plan(of: query.list(after: .start, limit: 1).sql)
        #expect(steps.contains("SEARCH s USING INDEX \(index) (\(condition))"), "\(steps)")
        #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(steps)")
    }

    @Test(arguments: [
        SessionFilter(), .with { $0.isArchived = false }, .with { $0.author = .random() },
        .with { $0.isWaiting = true },
    ])
    func aListByTheLastChangeReadsItsIndexInOrder(filter: SessionFilter) async throws {
        let query = SessionListQuery(organization: .random(), filter: filter, order: .changed)
        let steps = try await plan(of: query.list(after: .start, limit: 1).sql)
        let step = "SEARCH s USING INDEX sessions_by_change (organization_id=? AND updated_at<?)"
        #expect(steps.contains(step), "\(steps)")
        #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(steps)")
    }

    @Test func aBranchIsLookedUp() async throws {
        let steps = try await plan(of: RunStore.sessionWithBranch)
        let index = "sessions_by_branch (repository_host=? AND repository_owner=? AND repository_name=? AND branch=?)"
        #expect(steps.contains { $0.hasSuffix(index) }, "\(steps)")
        #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
    }

    @Test func aNewSessionFindsItsEnvironmentInTwoProbes() async throws {
        #expect(
            try await plan(of: SessionRow.repositoryEnvironment) == [
                "SEARCH environments USING COVERING INDEX environments_by_repository "
                    + "(organization_id=? AND repository_host=? AND repository_owner=? AND repository_name=?)"
            ])
        #expect(
            try await plan(of: SessionRow.defaultEnvironment) == [
                "SEARCH environments USING INDEX environments_by_default (organization_id=?)"
            ])
    }

    @Test func streamsReadOnlyWhatTheyAskFor() async throws {
        let organization = OrganizationID.random()
        func plan(of query: EventQuery) async throws -> [String] { try await self.plan(of: query.sql) }
        let scope = EventScope(organization: organization, session: nil)
        #expect(
            try await plan(of: .of(scope)) == [
                "SEARCH events USING INDEX events_by_organization (organization_id=? AND number>?)"
            ])
        let session = EventScope(organization: organization, session: .random())
        #expect(
            try await plan(of: .of(session)) == [
                "SEARCH events USING INDEX events_by_session (session_id=? AND number>?)"
            ])
        #expect(try await plan(of: .ofAll) == ["SEARCH events USING INTEGER PRIMARY KEY (rowid>?)"])
    }

    @Test func aCommitReadsItsOwnEntriesOnly() async throws {
        let steps = try await plan(of: EventLog.newEntriesQuery)
        #expect(steps.first == "SEARCH events USING INTEGER PRIMARY KEY (rowid>?)")
    }

    @Test func newsOfPullRequestsReadThoseOnly() async throws {
        let steps = try await plan(of: PullRequestRow.withAddress)
        #expect(steps.first == "SEARCH p USING INDEX pull_requests_by_url (url=?)")
        #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") })
    }

    @Test func onlyWhatMayBeMergedIsAskedAbout() async throws {
        #expect(
            try await plan(of: PullRequestRow.toAsk).first == "SCAN pull_requests USING INDEX pull_requests_to_ask")
    }

    private func plan(of sql: String) async throws -> [String] {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        return try await connections.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql.replacing(#/\?\d*/#, with: "1"))")
                .map { try $0.decode(String.self, forColumn: "detail") }
        }
    }
}

extension SessionFilter {
    static func with(_ change: (inout SessionFilter) -> Void) -> SessionFilter {
        var filter = SessionFilter()
        change(&filter)
        return filter
    }
}
