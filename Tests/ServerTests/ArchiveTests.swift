import Domain
import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Server

/// Exports and their import. The fixture has every kind of record and value.
struct ArchiveTests {
    private let everything: String

    init() throws {
        everything = try DataHome.fixture("export.ndjson")
    }

    @Test func anExportImportedAndExportedAgainHasTheSameBytes() async throws {
        let home = try DataHome()
        let result = try await home.importText(everything)
        #expect(result.rejected.isEmpty)
        #expect(result.report.tally.newSessions == 4 && result.report.tally.lines == 7)
        #expect(try await home.export() == everything)
    }

    @Test func whatTheServiceWroteItselfSurvivesTheJourney() async throws {
        let home = try await DataHome(importing: everything)
        _ = try await home.importText(
            try DataHome.fixture("transcript.jsonl"), author: "alice@example.com", organization: "org_aaaaaaaaaaaaaaaa")
        let exported = try await home.export()
        let elsewhere = try await DataHome(importing: exported)
        #expect(try await elsewhere.export() == exported)
    }

    @Test func throughTheRunningServerItIsTheSame() async throws {
        let everything = everything
        try await RunningServer.run { server in
            let file = "\(server.directory.path)/everything.ndjson"
            try everything.write(toFile: file, atomically: true, encoding: .utf8)
            let importer = Importer(server.administrator, author: nil, organization: nil)
            let report = try await importer.run([file]) { _ in }
            #expect(report.rejected == 0 && report.tally.newSessions == 4)
            var bytes = Data()
            try await server.administrator.perform(ExportArchive(organization: nil)) {
                bytes.append(contentsOf: $0.readableBytesView)
            }
            #expect(String(decoding: bytes, as: UTF8.self) == everything)
            await #expect(throws: DomainError.self) {
                try await server.administrator.perform(
                    ExportArchive(organization: OrganizationID(rawValue: "org_x"))
                ) { _ in }
            }
        }
    }

    @Test func oneOrganizationsExportHasNothingOfAnother() async throws {
        let home = try await DataHome(importing: everything)
        let umbrella = try await home.export("org_bbbbbbbbbbbbbbbb")
        #expect(!umbrella.contains("org_aaaa") && !umbrella.contains("alice@") && !umbrella.contains("carol@"))
        let elsewhere = try await DataHome(importing: umbrella)
        #expect(try await elsewhere.export() == umbrella)
        // A session's author who is no member comes along with the session.
        let acme = try await home.export("org_aaaaaaaaaaaaaaaa")
        #expect(acme.contains("carol@"))
        #expect(try await DataHome(importing: acme).export("org_aaaaaaaaaaaaaaaa") == acme)
    }

    @Test func repeatingAnImportChangesNothing() async throws {
        let home = try await DataHome(importing: everything)
        let again = try await home.importText(everything, limits: BatchLimits(lines: 3, bytes: 1_000))
        #expect(again.report.tally.skippedSessions == 4 && again.report.tally.newSessions == 0)
        #expect(again.report.tally.lines == 0 && again.rejected.isEmpty)
        #expect(try await home.export() == everything)
    }

    /// Every tenth place, in the middle of lines and characters too, and at every end of a line.
    @Test func anImportCutOffAnywhereAndRepeatedEndsTheSame() async throws {
        let bytes = Data(everything.utf8)
        let cuts = stride(from: 37, to: bytes.count, by: bytes.count / 12)
        for cut in cuts {
            let home = try DataHome()
            let first = try await home.importBytes(bytes.prefix(cut), limits: BatchLimits(lines: 4, bytes: 1_000))
            #expect(first.rejected.contains { $0.reason.contains("ends early") } || first.report.rejected > 0)
            let second = try await home.importBytes(bytes, limits: BatchLimits(lines: 4, bytes: 1_000))
            #expect(second.rejected.isEmpty)
            #expect(try await home.export() == everything, "cut at \(cut)")
        }
    }

    @Test func aLaterExportBringsAnEarlierOneUpToDate() async throws {
        let earlier = everything.split(separator: "\n").dropLast().filter { !$0.contains("\"sequence\":5") }
            .map { $0.replacing("2026-02-10T15:00:00.123Z", with: "2026-02-10T14:40:00.000Z") }
            .map { $0.replacing(#""status":"completed","model""#, with: #""status":"active","model""#) }
        let home = try await DataHome(importing: earlier.joined(separator: "\n") + "\n{\"record\":\"end\"}\n")
        let result = try await home.importText(everything)
        #expect(result.report.tally.updatedSessions == 1 && result.report.tally.skippedSessions == 3)
        #expect(try await home.export() == everything)
    }

    @Test func usersAreKnownByTheirAddressAndOrganizationsKeepTheirMembers() async throws {
        let home = try await DataHome(importing: everything)
        let other = everything.replacing("user_bbbbbbbbbbbbbbbb", with: "user_zzzzzzzzzzzzzzzz")
            .replacing("c00000000000000000000000", with: "c99999999999999999999999")
            .replacing("org_bbbbbbbbbbbbbbbb", with: "org_cccccccccccccccc")
        let result = try await home.importText(other)
        #expect(result.rejected.isEmpty)
        let exported = try await home.export()
        #expect(!exported.contains("user_zzzzzzzzzzzzzzzz"))
        #expect(
            exported.contains(
                #""id":"c999999999999999999999993","organization":"org_aaaaaaaaaaaaaaaa","author":"user_bbbb"#))
        #expect(
            exported.contains(
                #""id":"org_cccccccccccccccc","name":"Umbrella","createdAt":"2026-01-05T00:00:00.000Z","members":[{"user":"user_bbbb"#
            ))
    }

    @Test func nothingOfAnotherOrganizationIsTouched() async throws {
        let home = try await DataHome(importing: everything)
        let stolen = everything.replacing("org_aaaaaaaaaaaaaaaa", with: "org_eeeeeeeeeeeeeeee")
            .replacing("Renamed by hand", with: "Stolen")
        let result = try await home.importText(stolen)
        #expect(result.rejected.filter { $0.reason.contains("another organization has this id") }.count == 3)
        #expect(result.rejected.count == 3 + 6)
        #expect(try await home.export("org_aaaaaaaaaaaaaaaa").contains("Stolen") == false)
        #expect(try await home.export("org_eeeeeeeeeeeeeeee").contains("\"session\"") == false)
    }

    @Test func anotherOrganizationCanTakeAnExport() async throws {
        let source = try await DataHome(importing: everything).export("org_bbbbbbbbbbbbbbbb")
        let home = try await DataHome(importing: everything.replacing("c000000000000000000000004", with: "c5"))
        let result = try await home.importText(source, organization: "org_aaaaaaaaaaaaaaaa")
        #expect(result.rejected.isEmpty && result.report.tally.newSessions == 1)
        #expect(
            try await home.export("org_aaaaaaaaaaaaaaaa").contains(
                #""c000000000000000000000004","organization":"org_aaaa"#))
        let several = try await home.importText(everything, organization: "org_aaaaaaaaaaaaaaaa")
        #expect(several.rejected.contains { $0.reason.contains("several organizations") })
    }
}
