import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

struct SecretTests {
    private static let secret = "swordfish with chips"

    @Test func aRunGetsScriptVariablesAndSecrets() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(isDefault: true, script: "true", variables: ["PLACE": "sea"])
        try await test.setSecret("TOKEN", "the first", of: id)
        try await test.setSecret("TOKEN", Self.secret, of: id)
        try await test.setSecret("KEY", "line one\nline two 😀", of: id)
        let session = try await test.createSession()
        let run = try #require(try await test.store.environments.settings(forRunOf: session.id))
        #expect(run.setupScript == "true")
        #expect(
            run.processVariables == ["PLACE": "sea", "TOKEN": Self.secret, "KEY": "line one\nline two 😀"])
        #expect(try await test.store.environments.settings(forRunOf: .random()) == nil)
        let names = try await test.store.environments.find(id, in: test.organization.id).secretNames
        #expect(names.map(\.description) == ["KEY", "TOKEN"])
        try await test.store.environments.removeSecret(
            VariableName("TOKEN"), of: id, in: test.organization.id, at: test.clock.now)
        let later = try await test.store.environments.settings(forRunOf: session.id)
        #expect(later?.processVariables.keys.sorted() == ["KEY", "PLACE"])
    }

    @Test func theDatabasesFilesDoNotHaveASecret() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(isDefault: true, variables: ["PLACE": "in the open sea"])
        try await test.setSecret("TOKEN", Self.secret, of: id)
        let path = test.store.directory.databasePath
        let files = try [path, path + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files.contains { $0.range(of: Data("in the open sea".utf8)) != nil })
        #expect(files.allSatisfy { $0.range(of: Data(Self.secret.utf8)) == nil })
        #expect(files.allSatisfy { $0.range(of: Data(Data(Self.secret.utf8).base64EncodedString().utf8)) == nil })
    }

    @Test func whatIsSealedOpensUntouchedAndInItsPlaceOnly() async throws {
        let test = try await TestStore()
        let (id, other) = (try await test.makeEnvironment(isDefault: true), try await test.makeEnvironment("Other"))
        try await test.setSecret("TOKEN", Self.secret, of: id)
        try await test.setSecret("TOKEN", Self.secret, of: other)
        try await test.setSecret("COPY", Self.secret, of: id)
        let session = try await test.createSession()
        let sealed = try await test.rows("SELECT sealed FROM environment_variables")
        #expect(Set(sealed).count == 3, "the nonces differ")
        for (name, bytes) in [
            ("TOKEN", "(SELECT sealed FROM environment_variables WHERE environment_id = '\(other)')"),
            ("COPY", "(SELECT sealed FROM environment_variables WHERE environment_id = '\(id)' AND name = 'TOKEN')"),
            ("COPY", "zeroblob(40)"),
            ("COPY", "substr(sealed, 1, length(sealed) - 1) || x'00'"),
        ] {
            let before = try await test.rows("SELECT sealed FROM environment_variables WHERE name = '\(name)'")
            let set = "UPDATE environment_variables SET sealed = CAST(\(bytes) AS BLOB)"
            try await test.execute("\(set) WHERE environment_id = '\(id)' AND name = '\(name)'")
            let error = StorageError.unreadableSecret(try VariableName(name), of: id)
            await #expect(throws: error) { try await test.store.environments.settings(forRunOf: session.id) }
            #expect(!error.description.contains(Self.secret) && !before.isEmpty)
            try await test.setSecret(name, Self.secret, of: id)
        }
        #expect(try await test.store.environments.settings(forRunOf: session.id)?.secretTexts.count == 2)
    }

    @Test func aNameIsAVariableOrASecret() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment(variables: ["PLACE": "sea"])
        let conflict = DomainError.conflict("PLACE is a variable of this environment. Remove the variable first.")
        await #expect(throws: conflict) {
            try await test.setSecret("PLACE", Self.secret, of: id)
        }
        try await test.setSecret("TOKEN", Self.secret, of: id)
        let field = FieldError("variables", "must not have TOKEN, which is a secret")
        await #expect(throws: DomainError.invalid(fields: [field])) {
            try await test.store.environments.apply(
                EnvironmentEdit(variables: try EnvironmentVariables(["TOKEN": "x"])), to: id,
                in: test.organization.id, at: test.clock.now)
        }
        let found = try await test.store.environments.find(id, in: test.organization.id)
        #expect(found.variables.sorted.map(\.value) == ["sea"])
        #expect(try found.secretNames == [VariableName("TOKEN")])
    }

    @Test func secretsHaveLimits() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment()
        for number in 0..<100 { try await test.setSecret("S\(number)", "four", of: id) }
        await #expect(throws: DomainError.invalid("An environment has at most 100 secrets.")) {
            try await test.setSecret("ANOTHER", "four", of: id)
        }
        try await test.setSecret("S1", "other", of: id)
        let large = try await test.makeEnvironment("Large")
        let text = String(repeating: "a", count: 32_768)
        for number in 0..<31 { try await test.setSecret("L\(number)", text, of: large) }
        await #expect(throws: DomainError.self) { try await test.setSecret("L31", text, of: large) }
    }
}

extension TestStore {
    fileprivate func rows(_ sql: String) async throws -> [Data] {
        try await store.environments.connections.read { try Data.fetchAll($0, sql: sql) }
    }

    fileprivate func execute(_ sql: String) async throws {
        try await store.environments.connections.writeContent { try $0.execute(sql: sql) }
    }
}
