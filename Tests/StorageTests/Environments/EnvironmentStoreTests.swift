import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

struct EnvironmentStoreTests {
    @Test func whatIsMadeIsThereAsItWasMade() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(
            "Web app", isDefault: true, repository: "acme/web-app", branch: "develop", script: "npm ci\n",
            variables: ["B": "two\nlines", "A": ""])
        let found = try await test.store.environments.find(id, in: test.organization.id)
        #expect(found.outline.name == "Web app" && found.outline.isDefault)
        #expect(try found.outline.repository == TestStore.repository("acme/web-app", "develop"))
        #expect(found.setupScript == "npm ci\n")
        #expect(found.variables.sorted.map(\.value) == ["", "two\nlines"])
        #expect(found.secretNames.isEmpty && found.createdAt == test.clock.now)
        #expect(try await test.store.environments.environments(of: test.organization.id) == [found])
        #expect(try await test.store.environments.outlines(of: test.organization.id) == [found.outline])
    }

    @Test func thereIsOneDefaultAndItComesFirst() async throws {
        let test = try await TestStore()
        let (c, b) = (try await test.makeEnvironment("c"), try await test.makeEnvironment("b", isDefault: true))
        let a = try await test.makeEnvironment("a", isDefault: true)
        func order() async throws -> [EnvironmentID] {
            let outlines = try await test.store.environments.outlines(of: test.organization.id)
            #expect(outlines.map(\.isDefault) == [true, false, false])
            return outlines.map(\.id)
        }
        #expect(try await order() == [a, b, c])
        _ = try await test.store.environments.apply(
            EnvironmentEdit(isDefault: true), to: c, in: test.organization.id, at: test.clock.now)
        #expect(try await order() == [c, a, b])
    }

    @Test func aNameIsThereOnce() async throws {
        let test = try await TestStore()
        let (one, two) = (try await test.makeEnvironment("One"), try await test.makeEnvironment("Two"))
        await #expect(throws: DomainError.self) { try await test.makeEnvironment("One") }
        await #expect(throws: DomainError.self) {
            try await test.store.environments.apply(
                EnvironmentEdit(name: "One"), to: two, in: test.organization.id, at: test.clock.now)
        }
        let same = try await test.store.environments.apply(
            EnvironmentEdit(name: "One", setupScript: "true"), to: one, in: test.organization.id, at: test.clock.now)
        #expect(same.outline.name == "One" && same.setupScript == "true")
    }

    @Test func anEditChangesWhatItNamesAndNothingElse() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(
            repository: "acme/web-app", branch: "develop", script: "true", variables: ["A": "1"])
        try await test.setSecret("TOKEN", "swordfish", of: id)
        let before = try await test.store.environments.find(id, in: test.organization.id)
        test.clock.advance(by: .seconds(1))
        func edit(_ edit: EnvironmentEdit) async throws -> SandboxEnvironment {
            try await test.store.environments.apply(edit, to: id, in: test.organization.id, at: test.clock.now)
        }
        #expect(try await edit(EnvironmentEdit()) == before)
        let renamed = try await edit(EnvironmentEdit(name: "Other"))
        #expect(renamed.outline.name == "Other" && renamed.updatedAt == test.clock.now)
        #expect(renamed.variables == before.variables && renamed.secretNames == before.secretNames)
        #expect(renamed.outline.repository == before.outline.repository && renamed.setupScript == "true")
        let bare = try await edit(
            EnvironmentEdit(
                repository: RepositoryChoice(nil), setupScript: "", variables: try EnvironmentVariables([:])))
        #expect(bare.outline.repository == nil && bare.setupScript == nil && bare.variables.values.isEmpty)
        #expect(try bare.secretNames == [VariableName("TOKEN")])
    }

    @Test func anotherOrganizationsEnvironmentIsNotThere() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment()
        let other = OrganizationID.random()
        let environments = test.store.environments
        let actions: [@Sendable () async throws -> Void] = [
            { _ = try await environments.find(id, in: other) },
            { try await environments.delete(id, in: other, at: test.clock.now) },
            { _ = try await environments.apply(EnvironmentEdit(name: "x"), to: id, in: other, at: test.clock.now) },
            {
                try await environments.setSecret(
                    VariableName("A"), to: SecretValue("swordfish"), of: id, in: other, at: test.clock.now)
            },
            { try await environments.removeSecret(VariableName("A"), of: id, in: other, at: test.clock.now) },
        ]
        for action in actions {
            await #expect(throws: DomainError.notFound("The organization has no environment \(id).")) {
                try await action()
            }
        }
        #expect(try await environments.outlines(of: test.organization.id).map(\.name) == ["Web app"])
    }

    @Test func aSessionGetsTheChosenOrTheRepositorysOrTheDefault() async throws {
        let test = try await TestStore()
        let plain = try await test.createSession(on: "acme/web-app")
        #expect(try await test.environment(of: plain) == nil)
        let fallback = try await test.makeEnvironment("Default", isDefault: true)
        let first = try await test.makeEnvironment("First", repository: "Acme/Web-App", branch: "develop")
        test.clock.advance(by: .seconds(1))
        _ = try await test.makeEnvironment("Second", repository: "acme/web-app")

        let ofRepository = try await test.createSession(on: "acme/WEB-app")
        #expect(try await test.environment(of: ofRepository) == first)
        #expect(try ofRepository.repository == TestStore.repository("acme/WEB-app", "trunk"))
        for repository in ["acme/other", nil] {
            let session = try await test.createSession(on: repository)
            #expect(try await test.environment(of: session) == fallback)
            #expect(session.repository?.url.name == (repository == nil ? nil : "other"))
        }

        let chosen = try await test.createSession(on: nil, choosing: first)
        #expect(try await test.environment(of: chosen) == first)
        #expect(try chosen.repository == TestStore.repository("Acme/Web-App", "develop"))
        let both = try await test.createSession(on: "acme/other", choosing: first)
        #expect(try await test.environment(of: both) == first)
        #expect(try both.repository == TestStore.repository("acme/other", "trunk"))
        let field = FieldError("environmentId", "must be the id of one of the organization's environments")
        await #expect(throws: DomainError.invalid(fields: [field])) {
            try await test.createSession(on: nil, choosing: .random())
        }
    }

    @Test func aDeletedEnvironmentLeavesItsSessions() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(isDefault: true, variables: ["A": "1"])
        let session = try await test.createSession()
        #expect(try await test.environment(of: session) == id)
        try await test.store.environments.delete(id, in: test.organization.id, at: test.clock.now)
        #expect(try await test.environment(of: session) == nil)
        #expect(try await test.store.environments.settings(forRunOf: session.id) == nil)
        let left = try await test.store.environments.connections.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM environment_variables")
        }
        #expect(left == 0)
    }
}
