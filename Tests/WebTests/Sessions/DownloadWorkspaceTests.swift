import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

/// The archive of a workspace whose work could not be saved in another way.
struct DownloadWorkspaceTests {
    @Test func anArchiveIsThereForTheSessionsOrganization() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Go")
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            let path = service.store.directory.archivePath(of: SessionID(rawValue: id))
            let missing = try await service.send(.get, "/api/sessions/\(id)/workspace", as: team.key)
            #expect(missing.status == 404)
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            try await service.store.runs.keepArchive(bytes: bytes.count, of: run.number, at: service.clock.now)
            let answer = try await service.send(.get, "/api/sessions/\(id)/workspace", as: team.key)
            #expect(answer.status == 200 && answer.bytes == bytes)
            #expect(answer.headers[.contentType] == "application/gzip")
            let session = try await service.session(id, of: team)
            #expect(session["run"]?["archiveBytes"] == 600_000)
            let page = try await service.visit(team.path(of: id), as: team.owner.cookie)
            #expect(page.body.contains("Download the workspace"))
            let others = try await service.makeTeam("Others")
            let foreign = try await service.send(.get, "/api/sessions/\(id)/workspace", as: others.key)
            #expect(foreign.status == 403)
        }
    }
}
