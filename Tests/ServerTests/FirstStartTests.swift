import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Server

struct FirstStartTests {
    private let setUp: SetUp

    init() throws {
        setUp = try SetUp(
            organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password)
    }

    @Test func theLinkIsInAFileForTheOperatorOnlyUntilTheServerStops() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.setUpLinkPath
        try "an old link".write(toFile: path, atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            try await RunningServer.run(in: directory) { server in
                let link = try #require(server.setUpLink)
                #expect(link.hasPrefix("\(server.address)/setup#lsu_"))
                #expect(try String(contentsOfFile: path, encoding: .utf8) == "\(link)\n")
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func theLinkSetsTheServerUpOnceAndItsFileGoes() async throws {
        let directory = try TemporaryDirectory()
        try await RunningServer.run(in: directory) { server in
            let early = try await server.get("/api/sessions", key: "none")
            #expect(early.status == 503)
            #expect(try await server.get("/livez", key: "none").status == 200)
            #expect(try await server.setUp(with: server.setUpLink) == 201)
            #expect(!FileManager.default.fileExists(atPath: directory.dataDirectory.setUpLinkPath))
            #expect(try await server.get("/api/sessions", key: "none").status == 401)
            #expect(try await server.setUp(with: server.setUpLink) == 409)
        }
        try await RunningServer.run(in: directory) { server in
            let listing = try await server.get("/api/sessions", key: "none")
            #expect(server.setUpLink == nil && listing.status == 401)
            #expect(!FileManager.default.fileExists(atPath: directory.dataDirectory.setUpLinkPath))
        }
    }

    @Test func aRestartVoidsTheLinkBefore() async throws {
        let directory = try TemporaryDirectory()
        let old = Mutex<String?>(nil)
        try await RunningServer.run(in: directory) { server in old.withLock { $0 = server.setUpLink } }
        try await RunningServer.run(in: directory) { server in
            let status = try await server.setUp(with: old.withLock { $0 })
            #expect(status == 404)
            #expect(try await server.setUp(with: server.setUpLink) == 201)
        }
    }

    @Test func theCommandEndsTheWaitAtOnce() async throws {
        try await RunningServer.run { server in
            _ = try await server.administrator.perform(setUp)
            #expect(!FileManager.default.fileExists(atPath: server.directory.dataDirectory.setUpLinkPath))
            #expect(try await server.get("/api/sessions", key: "none").status == 401)
            #expect(try await server.setUp(with: server.setUpLink) == 409)
        }
    }

    @Test func aServerThatWasSetUpBeforehandMakesNoLink() async throws {
        let directory = try TemporaryDirectory()
        _ = try await Administrator(directory.dataDirectory, logger: .silent).perform(setUp)
        try await RunningServer.run(in: directory) { server in
            let listing = try await server.get("/api/sessions", key: "none")
            #expect(server.setUpLink == nil && listing.status == 401)
        }
    }
}
