import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

/// Files of messages on their way to another server.
struct ArchivedAttachmentTests {
    private static let size = AttachmentContent.pieceSize

    /// The export of a server whose session has an image, a file of several pieces, and the same file once more.
    private static func export() async throws -> String {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bytes = (0..<size * 2 + 7).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let ids = [
                try await service.uploaded(SampleFile.png, named: "ü \"1\".png", in: team),
                try await service.uploaded(bytes, named: "a.bin", in: team),
                try await service.uploaded(bytes, named: "b.bin", "text/csv", in: team),
            ]
            _ = try await service.uploaded([1], named: "unused.txt", in: team)
            let session = try await service.createSession(in: team)
            for ids in [ids.prefix(2), ids.suffix(1)] {
                let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
                let answer = try await service.send(
                    .post, "/api/sessions/\(session)/messages", as: team.owner.cookie,
                    body: #"{"content":"See","attachments":[\#(list)]}"#)
                #expect(answer.status == 201)
                service.clock.advance(by: .seconds(1))
            }
            return try await service.send(.get, "/api/sessions/\(session)/export", as: team.key).body
        }
    }

    @Test func anExportImportedAndExportedAgainHasTheSameBytes() async throws {
        let exported = try await Self.export()
        let lines = exported.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix(#"{"record":"attachment""#) } == 3)
        #expect(lines.count { $0.hasPrefix(#"{"record":"piece""#) } == 7)
        #expect(!exported.contains("unused.txt"))
        let home = try await DataHome(importing: exported)
        #expect(try await home.export() == exported)
        // Once more, in small portions.
        let again = try await home.importText(exported, limits: BatchLimits(lines: 2, bytes: 1000))
        #expect(again.rejected.isEmpty)
        #expect(try await home.export() == exported)
    }

    @Test func aMessageThatWasTakenBackIsNotMissed() async throws {
        let exported = try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            _ = try await service.store.runs.deliver(
                try #require(run.prompts.first), to: run.number, at: service.clock.now)
            for words in ["Paint a walrus", "Paint a narwhal", "Paint a seal"] {
                _ = try await service.send(
                    .post, "/api/sessions/\(session)/messages", as: team.owner.cookie,
                    body: #"{"content":"\#(words)"}"#)
            }
            for sequence in [2, 3] {
                let taken = try await service.send(
                    .delete, "/api/sessions/\(session)/messages/\(sequence)", as: team.owner.cookie,
                    headers: [.contentType: "application/json"])
                #expect(taken.status == 200)
            }
            return try await service.send(.get, "/api/sessions/\(session)/export", as: team.key).body
        }
        #expect(exported.contains(#""sequence":4,"after":1,"#) && !exported.contains("narwhal"))
        let home = try await DataHome(importing: exported)
        #expect(try await home.export() == exported)
        let far = exported.replacing(#""sequence":4,"after":1,"#, with: #""sequence":9007199254740991,"after":1,"#)
        #expect(try await DataHome().importText(far).rejected.count == 1)
    }

    @Test func anImportCutOffAnywhereAndRepeatedEndsTheSame() async throws {
        let exported = try await Self.export()
        let bytes = Data(exported.utf8)
        for cut in stride(from: 1000, to: bytes.count, by: bytes.count / 7) {
            let home = try DataHome()
            _ = try await home.importBytes(bytes.prefix(cut), limits: BatchLimits(lines: 2, bytes: 1000))
            let second = try await home.importBytes(bytes, limits: BatchLimits(lines: 2, bytes: 1000))
            #expect(second.rejected.isEmpty, "\(second.rejected)")
            #expect(try await home.export() == exported, "cut at \(cut)")
        }
    }

    @Test func damagedRecordsAreRejectedAndChangeNothingElse() async throws {
        let lines = try await Self.export().split(separator: "\n").map(String.init)
        let piece = try #require(lines.lastIndex { $0.hasPrefix(#"{"record":"piece""#) })
        let attachment = try #require(lines.firstIndex { $0.hasPrefix(#"{"record":"attachment""#) })
        let damages: [(Int, String)] = [
            (piece, lines[piece].replacing(#""position":2"#, with: #""position":5"#)),
            (piece, lines[piece].replacing(#/"content":"[^"]+"/#, with: #""content":"%%%""#)),
            (piece, lines[piece].replacing(#/"content":"[^"]+"/#, with: #""content":"AAAA""#)),
            (attachment, lines[attachment].replacing(#/"sequence":\d+/#, with: #""sequence":99"#)),
            (attachment, lines[attachment].replacing(#/"bytes":\d+/#, with: #""bytes":99999999999"#)),
            (attachment, lines[attachment].replacing(#/"id":"att_\w+"/#, with: #""id":"../../x""#)),
        ]
        for (place, damaged) in damages {
            var changed = lines
            #expect(changed[place] != damaged)
            changed[place] = damaged
            let home = try DataHome()
            let result = try await home.importText(changed.joined(separator: "\n"))
            #expect(!result.rejected.isEmpty && result.report.tally.lines == 3, "\(damaged.prefix(200))")
            #expect(try await home.export().contains(#""record":"end""#))
        }
    }
}
