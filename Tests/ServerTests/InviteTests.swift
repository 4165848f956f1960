import Domain
import TestSupport
import Testing

@testable import Server

struct InviteTests {
    @Test func theCommandMakesALinkWithAndWithoutTheServer() async throws {
        let directory = try TemporaryDirectory()
        let alone = Administrator(
            directory.dataDirectory, address: "https://lodestone.example.com", logger: .silent)
        let organization = try await alone.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password))
        let first = try await alone.perform(Invite(organization: nil, role: .owner, expiresAt: nil))
        #expect(first.organization == organization && first.role == .owner)
        #expect(first.link.hasPrefix("https://lodestone.example.com/join#lsi_"))
        try await RunningServer.run(in: directory) { server in
            let second = try await server.administrator.perform(
                Invite(organization: organization.id, role: .member, expiresAt: nil))
            #expect(second.link.hasPrefix("\(server.address)/join#lsi_"))
            for link in [first.link, second.link] {
                #expect(try await server.post("/api/invitations/look-up", token: link) == 200)
            }
        }
    }

    @Test func whatCannotBeInvitedToIsRefused() async throws {
        let directory = try TemporaryDirectory()
        let administrator = Administrator(directory.dataDirectory, logger: .silent)
        await #expect(throws: DomainError.self) {
            try await administrator.perform(Invite(organization: nil, role: .member, expiresAt: nil))
        }
        _ = try await administrator.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password))
        let nowhere = OrganizationID(rawValue: "org_nowhere")
        for invite in [
            Invite(organization: nowhere, role: .member, expiresAt: nil),
            Invite(organization: nil, role: .member, expiresAt: Timestamp(milliseconds: 0)),
            Invite(organization: nil, role: .member, expiresAt: Timestamp(milliseconds: 9_999_999_999_999)),
        ] {
            await #expect(throws: DomainError.self) { try await administrator.perform(invite) }
        }
    }
}
