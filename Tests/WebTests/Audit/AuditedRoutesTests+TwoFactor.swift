import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

extension AuditedRoutesTests {
    @Test func whatPeopleDoToTheirSecondFactor() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let alice = try await service.turnOnTwoFactor(team.owner)
            try await service.expectAudit(.twoFactorTurnedOn, in: team, by: team.owner)

            let failed = try await service.signInByAPI(team.owner, code: alice.wrongCode(at: service.clock.now))
            #expect(failed.status == 401)
            let entry = try await service.latestAudit(in: team)
            #expect(entry["action"] == "two_factor.code_failed" && entry["actor"]?["type"] == "visitor")
            #expect(entry["subject"]?["id"] == .string(team.owner.id))

            let cookie = try await service.enterPassword(of: team.owner).cookie
            _ = try await service.enterCode(alice.recoveryCodes[0], cookie)
            let entries = try await service.audit(in: team)
            #expect(entries.prefix(2).map { $0["action"] } == ["auth.signed_in", "two_factor.recovery_code_used"])
            #expect(entries[1]["actor"]?["id"] == .string(team.owner.id))

            func form(_ code: String) -> [String: String] { ["password": TestService.password, "code": code] }
            _ = try await service.submit(
                "/account/two-factor/recovery-codes", as: team.owner.cookie, form(alice.recoveryCodes[1]))
            try await service.expectAudit(.recoveryCodesRenewed, in: team, by: team.owner)
            service.clock.advance(by: .seconds(30))
            _ = try await service.submit(
                "/account/two-factor/turn-off", as: team.owner.cookie, form(alice.code(at: service.clock.now)))
            try await service.expectAudit(.twoFactorTurnedOff, in: team, by: team.owner)
            // No key and no code is in the log.
            let log = try await service.send(.get, "\(team.path)/audit", as: team.owner.cookie)
            for secret in alice.recoveryCodes + [alice.key.text] { #expect(!log.body.contains(secret)) }
        }
    }

    @Test func whatOwnersDemandOfOwners() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.turnOnTwoFactor(team.owner)
            let path = "/organizations/\(team.id)/settings/two-factor"
            _ = try await service.submit(path, as: team.owner.cookie, ["ownersNeedTwoFactor": "true"])
            let changed = try await service.expectAudit(.twoFactorDemandChanged, in: team, by: team.owner)
            #expect(changed["details"] == ["owners": "required"])
            _ = try await service.submit(path, as: team.owner.cookie, ["ownersNeedTwoFactor": "true"])
            let number = changed["id"]
            #expect(try await service.latestAudit(in: team)["id"] == number, "nothing has changed")
        }
    }
}
