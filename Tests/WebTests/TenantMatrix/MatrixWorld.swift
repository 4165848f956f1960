import Domain
import FoundationEssentials
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Web

/// Two organizations with a session each, and a credential for every kind of caller.
struct MatrixWorld: Sendable {
    private(set) var service: TestService
    let home: Team
    let other: Team
    let session: String
    /// What the session's agent asks.
    let request = "req_vault"
    /// What the owner of the home organization says about the session's changes.
    let comment: String
    /// A key of the home organization that nothing else depends on.
    let spareKey: String
    /// A member of the home organization, and somebody who was invited to it.
    let member: Person
    let invitation: String
    /// A token of the home organization's runners.
    let runnerToken: String
    /// An environment of the home organization, with a secret.
    let environment: String
    /// Files of the home organization's owner: of a message, and of none.
    let sentFile: String
    let unsentFile: String
    /// An image in the session's transcript, as addresses name it.
    let image = "3-1"
    let credentials: [MatrixCaller: Credential]

    /// As an agent's work would leave them.
    private static func saveChanges(of session: String, in service: TestService) async throws {
        let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO changes (session_number, files, patch, is_cut, file_count, added_lines, removed_lines,
                        version)
                    SELECT number, '[{"path":"vault.txt","addedLines":1,"removedLines":0}]',
                        CAST(?2 AS BLOB), 0, 1, 1, 0, printf('%064d', 1) FROM sessions WHERE id = ?1
                    """,
                arguments: [session, "diff --git a/vault.txt b/vault.txt\n@@ -0,0 +1 @@\n+the code of the vault\n"])
        }
    }

    /// As an agent that waits would leave it.
    private static func ask(_ request: String, in session: String, of service: TestService) async throws {
        let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO requests (id, session_number, output_number, name, kind, tool, input, suggestions, asked_at)
                    SELECT ?1, number, 1, 'r', 'question', 'AskUserQuestion',
                        '{"questions": [{"question": "Which vault?", "options": []}]}', '[]', created_at
                    FROM sessions WHERE id = ?2
                    """,
                arguments: [request, session])
            try db.execute(
                sql: """
                    UPDATE sessions SET (waiting_id, waiting_kind, waiting_since) = (?1, 'question', created_at)
                    WHERE id = ?2
                    """,
                arguments: [request, session])
        }
    }

    private init(in service: TestService) async throws {
        home = try await service.makeTeam("Home", owner: "Olga Owner")
        let today = service.clock.now
        service.clock.set(today - .seconds(31 * 86_400))
        let expired = try await service.join(home, "Early Bird", as: .owner)
        let (_, expiredKey) = try await service.issueKey(
            named: "short", for: home.organization.id, expiresAt: service.clock.now + .seconds(60))
        service.clock.set(today)

        other = try await service.makeTeam("Umbrella", owner: "Otto Umber")
        session = try await service.createSession(in: home, "Rotate the vault credentials")
        try await Self.saveChanges(of: session, in: service)
        let question = #"{"path":"vault.txt","side":"new","line":1,"body":"Is this the vault?"}"#
        let made = try await service.send(
            .post, "/api/sessions/\(session)/comments", as: home.owner.cookie, body: question)
        comment = made.json["comment"]?["id"]?.text ?? made.body
        try await Self.ask(request, in: session, of: service)
        _ = try await service.createSession(in: other, "Paint the porch")
        let (spare, _) = try await service.issueKey(
            named: "spare", for: home.organization.id, expiresAt: nil)
        spareKey = spare.id.rawValue

        let runnerSecret = SecretToken(.runner)
        let runner = RunnerToken(
            id: runnerSecret.runnerTokenID, organizationID: home.organization.id, name: "The vault's rack",
            labels: try RunnerLabels(["deep"]), createdAt: service.clock.now)
        _ = try await service.store.runners.create(runner, digest: runnerSecret.digest, once: nil)
        runnerToken = runner.id.rawValue

        let (revoked, revokedText) = try await service.issueKey(
            named: "revoked", for: home.organization.id, expiresAt: nil)
        try await service.store.apiKeys.revoke(revoked.id, of: home.organization.id, at: service.clock.now)
        let disabled = try await service.join(home, "Dora Disabled", as: .owner)
        try await service.store.accounts.disable(disabled.user.email, at: service.clock.now)

        member = try await service.join(home, "Mia Member")
        _ = try await service.send(.post, "/api/sessions/\(session)/comments", as: member.cookie, body: question)
        let invited = try await service.send(
            .post, "/api/organizations/\(home.id)/invitations", as: home.owner.cookie, body: "{}")
        invitation = invited.json["invitation"]?["id"]?.text ?? invited.body

        let environments = service.store.environments
        let (id, place) = (EnvironmentID.random(), home.organization.id)
        let draft = EnvironmentDraft(
            name: "The vault", isDefault: true, repository: nil, setupScript: "true",
            variables: try EnvironmentVariables(["PLACE": "cellar"]))
        _ = try await environments.create(draft, id: id, in: place, at: service.clock.now, once: nil)
        try await environments.setSecret(
            VariableName("TOKEN"), to: SecretValue("open sesame"), of: id, in: place, at: service.clock.now)
        environment = id.rawValue

        sentFile = try await service.uploaded(Array("the vault's plan".utf8), in: home)
        unsentFile = try await service.uploaded(Array("another vault's plan".utf8), in: home)
        _ = try await service.send(
            .post, "/api/sessions/\(session)/messages", as: home.owner.cookie,
            body: #"{"content":"See the plan","attachments":["\#(sentFile)"]}"#)
        let data = Data(SampleFile.png).base64EncodedString()
        let picture = #"{"type":"image","source":{"type":"base64","media_type":"image/png","data":"\#(data)"}}"#
        try await service.report(
            #"{"type":"assistant","message":{"content":[\#(picture)]}}"#, to: session, of: home)

        self.service = service
        credentials = [
            .nobody: .none,
            .malformedKey: .key(String(home.keyText.dropLast())),
            .forgedKey: home.key.forged,
            .revokedKey: .key(revokedText),
            .expiredKey: .key(expiredKey),
            .runnerToken: .key(runnerSecret.text),
            .forgedCookie: home.owner.cookie.forged,
            .expiredCookie: expired.cookie,
            .disabledMember: disabled.cookie,
            .foreignKey: other.key,
            .foreignOwner: other.owner.cookie,
            .ownKey: home.key,
            .member: member.cookie,
            .owner: home.owner.cookie,
        ]
    }

    private static let prepared = Task {
        try await TestService.run { service in (try await MatrixWorld(in: service), service.directory) }
    }

    /// Runs a test in a world of its own, which is a copy: to make one takes far longer.
    static func run<Value: Sendable>(_ test: @Sendable (MatrixWorld) async throws -> Value) async throws -> Value {
        let (world, directory) = try await prepared.value
        return try await TestService.run(from: directory) { service in
            var copy = world
            copy.service = service
            return try await test(copy)
        }
    }

    /// Sends it as a caller, in the manner of a program, or of our own page for a form, so that nothing but the
    /// credential decides.
    func send(
        _ sample: RouteSample, _ method: HTTPRequest.Method, to path: String, as caller: MatrixCaller
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [.contentType: "application/json"]
        if sample.form != nil {
            headers = [.contentType: "application/x-www-form-urlencoded", .testFetchSite: "same-origin"]
        }
        return try await service.send(
            method, path, as: credentials[caller] ?? .none, headers: headers, body: sample.form ?? sample.body)
    }

    /// A request for each route that has a sample.
    var samples: [(route: Route, sample: RouteSample)] {
        RouteTable(service.services).routes.compactMap { route in
            RouteSample.sample(for: route, in: self).map { (route, $0) }
        }
    }

    /// All that an organization has, as it sees it itself.
    func contents(of team: Team) async throws -> [String] {
        let sessions = try await service.contents(of: team)
        let keys = try await service.send(.get, "/api/organizations/\(team.id)/api-keys", as: team.owner.cookie)
        let organization = "/api/organizations/\(team.id)"
        let runners = try await service.send(.get, "\(organization)/runner-tokens", as: team.owner.cookie)
        let members = try await service.send(.get, "\(organization)/members", as: team.owner.cookie)
        let invitations = try await service.send(.get, "\(organization)/invitations", as: team.owner.cookie)
        let environments = try await service.send(.get, "\(organization)/environments", as: team.owner.cookie)
        let me = try await service.send(.get, "/api/me", as: team.owner.cookie)
        return sessions + [keys.body, runners.body, members.body, invitations.body, environments.body, me.body]
    }

    func contents() async throws -> [[String]] {
        [try await contents(of: home), try await contents(of: other)]
    }

    /// What of an organization nobody else may ever read.
    func secrets(of team: Team) -> [String] {
        // Words with letters that no random id has, of which there is one in each answer.
        let session = team.id == home.id ? "vault" : "porch"
        return ["sesame", session, team.organization.name, team.owner.user.name, team.owner.email, team.keyText]
    }

    var secrets: [String] { secrets(of: home) + secrets(of: other) }
}
