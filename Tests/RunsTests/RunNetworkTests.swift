import Domain
import EgressProxy
import Foundation
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

/// The hosts that a session's agent can reach, and the settings that determine them.
@Suite(
    .timeLimit(.minutes(15)), .onEachPlace,
    .enabled("bubblewrap can't work on this machine") {
        (try? await Isolation.findingBubblewrap(in: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")) != nil
    })
struct RunNetworkTests {
    /// Answers what each address that people name answers.
    private static let agent = """
        while read_prompt; do
            begin
            for address in $(printf '%s' "$prompt" | grep -o 'http[^" ]*'); do
                said="$said $(curl -s -m 60 -o /dev/null -w '%{http_code}' "$address")"
            done
            answer "$said"; said=
        done
        """

    private func home(
        allowing hosts: [String] = [], _ configure: (inout RunConfiguration) -> Void = { _ in }
    )
        async throws -> RunHome
    {
        let listed = try hosts.map { text throws(InvalidValue) in try AllowedHost(text) }
        return try await RunHome(agent: Self.agent) { configuration in
            configuration.resolver = HostResolver { _ in [IPAddress("127.0.0.1")].compactMap(\.self) }
            configuration.operatorHosts = OperatorHosts(agent: listed)
            configure(&configuration)
        }
    }

    private func refused(_ session: SessionID, in home: RunHome) async throws -> [String] {
        let hosts = try await home.detail(session).run?.refusedHosts ?? []
        return hosts.map { "\($0.destination) \($0.reason.rawValue) \($0.count)" }
    }

    @Test(.onServerOnly("A runner reaches nothing on the server's own addresses."))
    func whatTheOperatorListsIsReachedAndTheRestIsRefusedAndRemembered() async throws {
        try await LocalServer.whileRunning { port in
            let home = try await home(allowing: ["127.0.0.1:\(port)", "named.test:\(port)"])
            try await home.working {
                let id = try await home.create(
                    "http://127.0.0.1:\(port)/ http://named.test:\(port)/ http://other.test/ http://other.test/")
                #expect(try await home.end(of: id).session.failure == nil)
                #expect(try await home.texts(id).last == " 200 200 403 403")
                try await eventually { try await refused(id, in: home) == ["other.test:80 not-allowed 2"] }
            }
        }
    }

    /// The proxy of an agent at work follows what owners set.
    @Test func anOwnerAllowsAHostAtOnce() async throws {
        let home = try await home()
        try await home.working {
            let id = try await home.create("http://other.test/")
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == " 403")
            try await eventually { try await refused(id, in: home) == ["other.test:80 not-allowed 1"] }
            try await home.store.environments.allow(
                try AllowedHost("other.test"), for: id, of: home.organization, below: .all, at: home.clock.now)
            #expect(try await refused(id, in: home) == [])
            let network = try await home.store.environments.network(of: home.organization)
            #expect(network.hosts.map(\.description) == ["other.test"])
            // Its address is this machine's, which is another reason.
            try await home.say("http://other.test/", in: id)
            try await eventually { try await refused(id, in: home) == ["other.test:80 private-address 1"] }
        }
    }

    @Test func environmentsAndCeilingsHold() async throws {
        try await LocalServer.whileRunning { port in
            for (access, ceiling, reason) in [
                (NetworkAccess.none, NetworkAccess.all, "not-allowed"), (.all, .none, "above-ceiling"),
                (.all, .trusted, "above-ceiling"), (.all, .all, "private-address"),
            ] {
                let home = try await home { $0.networkCeiling = ceiling }
                let draft = EnvironmentDraft(
                    name: "Tests", isDefault: true, repository: nil, setupScript: nil,
                    variables: EnvironmentVariables(), network: EnvironmentNetwork(access: access))
                _ = try await home.store.environments.create(
                    draft, in: home.organization, at: home.clock.now, once: nil)
                try await home.working {
                    let id = try await home.create("http://other.test:\(port)/")
                    _ = try await home.end(of: id)
                    try await eventually { try await refused(id, in: home) == ["other.test:\(port) \(reason) 1"] }
                }
            }
        }
    }

    @Test func onlySoManyRefusalsAreRemembered() async throws {
        let home = try await RunHome(
            agent: """
                read_prompt; begin
                for n in $(seq 130); do
                    curl -s -o /dev/null http://h$n.test/
                done
                answer Done.
                """)
        try await home.working {
            let id = try await home.create("Go")
            _ = try await home.end(of: id)
            try await eventually { try await refused(id, in: home).count == RefusedHost.maximumCount }
        }
    }
}
