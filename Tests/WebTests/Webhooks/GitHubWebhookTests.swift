import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// `POST /api/webhooks/github`: what deliveries bring about.
struct GitHubWebhookTests {
    private static let start = TestClock().now

    @Test func aPullRequestIsFollowedThroughItsLife() async throws {
        try await WebhookWorld.run { world in
            func expect(_ status: String, after action: String) async throws {
                let answer = try await world.deliver(action)
                #expect(answer.status == 204 && answer.body.isEmpty)
                #expect(try await world.status == status, "\(action)")
            }
            world.pullRequest.updatedAt = Self.start + .seconds(1)
            world.pullRequest.isDraft = true
            try await expect("draft", after: "converted_to_draft")
            world.pullRequest.updatedAt = Self.start + .seconds(2)
            world.pullRequest.isDraft = false
            try await expect("open", after: "ready_for_review")
            world.pullRequest.close(at: Self.start + .seconds(3))
            try await expect("closed", after: "closed")
            world.pullRequest.updatedAt = Self.start + .seconds(4)
            world.pullRequest.isOpen = true
            try await expect("open", after: "reopened")
            world.pullRequest.merge(at: Self.start + .seconds(5))
            try await expect("merged", after: "closed")
        }
    }

    @Test func aMergeCountsOnceFromItsOwnTime() async throws {
        try await WebhookWorld.run { world in
            world.pullRequest.merge(at: Self.start - .seconds(86_400))
            for _ in 0..<3 { try await world.deliver("closed") }
            #expect(try await world.merges == 1)
            // GitHub changed something about it later.
            world.pullRequest.updatedAt = Self.start
            try await world.deliver("edited")
            #expect(try await world.merges == 1)
            world.service.clock.advance(by: .seconds(6 * 86_400))
            #expect(try await world.merges == 0)
        }
    }

    @Test func repeatedAndLateDeliveriesAreNoNews() async throws {
        try await WebhookWorld.run { world in
            let opened = GitHubDelivery("opened", world.pullRequest)
            world.pullRequest.updatedAt = Self.start + .seconds(60)
            let pushed = GitHubDelivery("synchronize", world.pullRequest)
            world.pullRequest.merge(at: Self.start + .seconds(90))
            let merged = GitHubDelivery("closed", world.pullRequest)
            world.service.clock.advance(by: .seconds(120))
            try await world.deliver(merged)
            let before = try await world.service.contents(of: world.team)
            let position = try await world.service.store.events.position()
            for delivery in [opened, merged, pushed, merged, opened] {
                #expect(try await world.deliver(delivery).status == 204)
            }
            #expect(try await world.service.contents(of: world.team) == before)
            #expect(try await world.service.store.events.position() == position)
        }
    }

    @Test func itIsNewsForStreams() async throws {
        try await WebhookWorld.run { world in
            let events = world.service.store.events
            let position = try await events.position()
            world.pullRequest.merge(at: Self.start)
            try await world.deliver("closed")
            let scope = EventScope(organization: world.team.organization.id, session: nil)
            let batch = try #require(try await events.events(after: position, of: scope, at: Self.start))
            #expect(batch.events.map(\.type) == [.sessionUpdated, .statsChanged])
        }
    }

    @Test func everyOrganizationThatHasItIsTold() async throws {
        try await WebhookWorld.run { world in
            let other = try await world.service.makeTeam("Other")
            let session = try await world.service.createSession(in: other)
            try await world.report("draft", for: session, of: other, url: "https://github.com/ACME/Web-App/pull/42")
            world.pullRequest.merge(at: Self.start)
            try await world.deliver("closed")
            for (team, session) in [(world.team, world.session), (other, session)] {
                let metadata = try await world.service.session(session, of: team)["metadata"]
                #expect(metadata?["prStatus"] == "merged")
                #expect(try await world.service.stats(of: team)["mergesPastWeek"] == 1)
            }
        }
    }

    @Test func eachHostReportsItsOwnPullRequests() async throws {
        try await WebhookWorld.run { world in
            let session = try await world.service.createSession(in: world.team)
            let url = "https://\(WebhookWorld.enterprise)/acme/web-app/pull/42"
            try await world.report("open", for: session, of: world.team, url: url)
            world.pullRequest.merge(at: Self.start)
            var delivery = GitHubDelivery("closed", world.pullRequest)
            delivery.body = delivery.body.replacing("https://github.com/", with: "https://\(WebhookWorld.enterprise)/")
            var headers = delivery.headers
            headers[.gitHubSignature] = GitHubDelivery.signature(
                of: delivery.body, secret: WebhookWorld.enterpriseSecret)
            #expect(try await world.deliver(delivery, headers: headers).status == 204)
            let metadata = try await world.service.session(session, of: world.team)["metadata"]
            #expect(metadata?["prStatus"] == "merged")
            #expect(try await world.status == "open")
        }
    }

    @Test func whatIsNotOursChangesNothing() async throws {
        try await WebhookWorld.run { world in
            let before = try await world.service.contents(of: world.team)
            world.pullRequest.merge(at: Self.start)
            for (repository, number) in [("acme/web-app", 43), ("acme/web-app2", 42), ("other/web-app", 42)] {
                var other = world.pullRequest
                (other.repository, other.number) = (repository, number)
                #expect(try await world.deliver(GitHubDelivery("closed", other)).status == 204)
            }
            var elsewhere = GitHubDelivery("closed", world.pullRequest)
            elsewhere.body = elsewhere.body.replacing(
                "https://github.com/", with: "https://\(WebhookWorld.enterprise)/")
            #expect(try await world.deliver(elsewhere).status == 204)
            #expect(try await world.service.contents(of: world.team) == before)
        }
    }

    @Test func otherEventsAndActionsAreTakenAndLeft() async throws {
        try await WebhookWorld.run { world in
            let before = try await world.service.contents(of: world.team)
            world.pullRequest.merge(at: Self.start)
            for action in ["assigned", "labeled", "locked", "review_requested", "enqueued", "a new one"] {
                #expect(try await world.deliver(action).status == 204, "\(action)")
            }
            let ping = GitHubDelivery(event: "ping", body: #"{"zen":"Design for failure.","hook_id":1}"#)
            #expect(try await world.deliver(ping).status == 204)
            for event in ["pull_request_review", "push", "issues", ""] {
                var delivery = GitHubDelivery("closed", world.pullRequest)
                delivery.event = event
                #expect(try await world.deliver(delivery).status == 204, "\(event)")
            }
            #expect(try await world.service.contents(of: world.team) == before)
        }
    }
}
