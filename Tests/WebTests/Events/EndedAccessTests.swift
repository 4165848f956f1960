import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// Callers who lose access get no more events, while all others continue to get them.
@Suite(.timeLimit(.minutes(15)))
struct EndedAccessTests {
    /// Opens a stream as each, does something, and expects the first one's to end and the second one's to go on.
    private func expectOnly(
        _ outsider: Credential, andNot insider: Credential, of team: Team, _ service: TestService,
        toLoseAccessBy change: () async throws -> Void
    ) async throws {
        let path = "/api/events?organizationId=\(team.id)"
        let session = try await service.createSession(in: team)
        var ended = try await service.follow(path, as: outsider)
        var lasting = try await service.follow(path, as: insider)
        try await change()
        #expect(try await ended.next() == nil)
        #expect(service.services.eventFeed.streamCount == 1)
        try await service.report(#"{"type":"assistant"}"#, to: session, of: team)
        #expect(try await lasting.next()?.type == "message.appended")
        await #expect(throws: EventStreamError.self) { try await service.follow(path, as: outsider) }
    }

    @Test func aRevokedKey() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let (other, text) = try await service.issueKey(named: "other", for: team.organization.id)
            try await expectOnly(.key(text), andNot: team.key, of: team, service) {
                let path = "\(team.path)/api-keys/\(other.id)"
                let answer = try await service.send(.delete, path, as: team.owner.cookie, body: "{}")
                #expect(answer.status == 204)
            }
        }
    }

    @Test func aBrowserThatSignsOut() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            try await expectOnly(bob.cookie, andNot: team.owner.cookie, of: team, service) {
                let answer = try await service.send(.post, "/api/auth/sign-out", as: bob.cookie, body: "{}")
                #expect(answer.status == 204)
            }
        }
    }

    @Test func aBrowserThatIsSignedOutFromAnother() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let elsewhere = try await service.signIn(team.owner)
            try await expectOnly(elsewhere, andNot: team.owner.cookie, of: team, service) {
                let list = try await service.send(.get, "/api/me/browser-sessions", as: team.owner.cookie).json
                let other = list["browserSessions"]?.elements.first { $0["current"] == false }
                let path = "/api/me/browser-sessions/\(other?["id"]?.text ?? "")"
                let answer = try await service.send(.delete, path, as: team.owner.cookie, body: "{}")
                #expect(answer.status == 204)
            }
        }
    }

    @Test func theOtherBrowsersOfWhoChangesTheirPassword() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let elsewhere = try await service.signIn(team.owner)
            try await expectOnly(elsewhere, andNot: team.owner.cookie, of: team, service) {
                let body = #"{"current":"\#(TestService.password)","new":"another long password"}"#
                let answer = try await service.send(.post, "/api/me/password", as: team.owner.cookie, body: body)
                #expect(answer.status == 204)
            }
        }
    }

    @Test func aMemberWhoIsRemoved() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            try await expectOnly(bob.cookie, andNot: team.key, of: team, service) {
                let path = "\(team.path)/members/\(bob.id)"
                let answer = try await service.send(.delete, path, as: team.owner.cookie, body: "{}")
                #expect(answer.status == 204)
            }
        }
    }

    @Test(arguments: [true, false])
    func aUserWhoIsDisabledOrGetsAnotherPassword(isDisabled: Bool) async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            try await expectOnly(bob.cookie, andNot: team.key, of: team, service) {
                if isDisabled {
                    try await service.store.accounts.disable(bob.user.email, at: service.clock.now)
                } else {
                    try await service.store.accounts.resetPassword(
                        of: bob.user.email, to: "$scrypt$ln=4,r=1,p=1$x$x", at: service.clock.now)
                }
            }
        }
    }

    @Test func whatExpires() async throws {
        var timing = EventTiming()
        timing.tick = .milliseconds(20)
        try await TestService.runLive(timing) { service in
            let team = try await service.makeTeam()
            let inAnHour = service.clock.now + .seconds(3600)
            let (_, text) = try await service.issueKey(named: "short", for: team.organization.id, expiresAt: inAnHour)
            try await expectOnly(.key(text), andNot: team.owner.cookie, of: team, service) {
                service.clock.advance(by: .seconds(3600))
            }
            let bob = try await service.join(team, "Bob")
            service.clock.advance(by: .seconds(60))
            let later = try await service.signIn(team.owner)
            try await expectOnly(bob.cookie, andNot: later, of: team, service) {
                service.clock.advance(by: TestService.browserLimits.maximum - .seconds(60))
            }
        }
    }

    @Test func whatEndsBeforeTheStreamIsListenedTo() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let (other, text) = try await service.issueKey(named: "other", for: team.organization.id)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        // Refused, or let in and sent away.
                        guard var stream = try? await service.follow("/api/events", as: .key(text)) else { return }
                        let event = try await stream.next()
                        #expect(event == nil)
                    }
                }
                group.addTask {
                    try await service.store.apiKeys.revoke(
                        other.id, of: team.organization.id, at: service.clock.now)
                }
                try await group.waitForAll()
            }
        }
    }
}
