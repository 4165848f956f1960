import Domain
import Foundation
import TestSupport
import Testing

@testable import Server

/// Input that an import rejects, and the errors.
struct ArchiveRefusalTests {
    private func lines() throws -> [String] {
        try DataHome.fixture("export.ndjson").split(separator: "\n").map(String.init)
    }

    @Test func aFileOfAnotherKindIsRefusedAsAWhole() async throws {
        let home = try DataHome()
        let binary = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        for bytes in [binary, Data("some notes\nand more\n".utf8), Data("{\"a\":1}\n[]\n".utf8)] {
            let result = try await home.importBytes(bytes)
            #expect(result.rejected.count == 1)
            #expect(result.rejected.first?.reason.contains("not a Lodestone export") == true)
        }
    }

    @Test func anEmptyFileIsToldOf() async throws {
        for text in ["", "\n\n \n", "\0\0\n\0"] {
            let result = try await DataHome().importText(text)
            #expect(result.rejected.isEmpty && result.report.isEmpty)
            #expect(result.report.filesWithoutConversation == "No conversations in 1 files: 1 empty.")
        }
    }

    @Test func anExportWithoutItsHeaderIsRefused() async throws {
        let home = try DataHome()
        let result = try await home.importText(try lines().dropFirst().joined(separator: "\n"))
        #expect(result.rejected.map(\.number) == [1])
        #expect(result.rejected.first?.reason.contains("header is missing") == true)
        #expect(try await home.export().contains("user_") == false)
    }

    @Test func aNewerFormatIsRefused() async throws {
        let newer = try DataHome.fixture("export.ndjson").replacing("\"version\":1", with: "\"version\":2")
        let result = try await DataHome().importText(newer)
        #expect(result.rejected.count == 1)
        #expect(result.rejected.first?.reason.contains("newer Lodestone") == true)
    }

    @Test func anExportWithoutItsEndIsTakenButToldOf() async throws {
        let result = try await DataHome().importText(try lines().dropLast().joined(separator: "\n"))
        #expect(result.report.tally.newSessions == 4)
        #expect(result.rejected.map(\.reason).first?.contains("ends early") == true)
    }

    @Test func eachBrokenLineIsNamedAndTheOthersAreTaken() async throws {
        var lines = try lines()
        lines[7] = "{\"record\":\"message\"}"
        lines[12] = lines[12].replacing("claude-sonnet-4-5", with: "")
        lines[14] = lines[14].replacing("\"status\":\"active\"", with: "\"status\":\"asleep\"")
        lines[16] = String(lines[16].dropLast(3))
        let home = try DataHome()
        let result = try await home.importText(lines.joined(separator: "\n"))
        // After a message that is missing those behind it can't be appended; after a session, its messages.
        #expect(result.rejected.map(\.number) == [8, 9, 10, 11, 12, 13, 14, 15, 17])
        let reasons = Dictionary(uniqueKeysWithValues: result.rejected.map { ($0.number, $0.reason) })
        #expect(reasons[8]?.contains("`session` is required.") == true)
        #expect(reasons[9]?.contains("before this one are missing") == true)
        #expect(reasons[13]?.contains("contradicts itself") == true)
        #expect(reasons[14]?.contains("its session must come before it") == true)
        #expect(reasons[15] == "`status` must be one of active, completed, failed.")
        #expect(reasons[17] == "is not a JSON object")
        #expect(result.report.tally.newSessions == 2)
    }

    @Test func aTranscriptThatWentOnOtherwiseIsLeft() async throws {
        let everything = try DataHome.fixture("export.ndjson")
        let home = try await DataHome(importing: everything)
        let result = try await home.importText(everything.replacing("All done.", with: "All undone."))
        #expect(result.rejected.map(\.number) == [12])
        #expect(result.rejected.first?.reason.contains("another line with the sequence 5") == true)
        #expect(try await home.export() == everything)
    }

    @Test func claudeCodesFilesNeedAnAuthorWhoIsAMember() async throws {
        let home = try await DataHome(importing: try DataHome.fixture("export.ndjson"))
        let log = try DataHome.fixture("output.jsonl")
        func detail(author: String?, organization: String? = "org_aaaaaaaaaaaaaaaa") async -> String {
            let error = await #expect(throws: DomainError.self) {
                try await home.importText(log, author: author, organization: organization)
            }
            return error?.detail ?? ""
        }
        #expect(await detail(author: nil).contains("--author"))
        #expect(await detail(author: "mallory@example.com").contains("No account has the email address"))
        #expect(await detail(author: "carol@example.com").contains("no member"))
        #expect(await detail(author: "alice@example.com", organization: nil).contains("--organization"))
        #expect(await detail(author: "alice@example.com", organization: "org_x").contains("no organization"))
    }
}
