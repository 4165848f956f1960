import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport

extension TestService {
    /// As an agent's work would leave it.
    func saveChanges(of session: String, _ files: String, patch: String, isCut: Bool = false) async throws {
        let database = try DatabaseQueue(path: directory.dataDirectory.databasePath)
        let digits = String(UInt(bitPattern: patch.hashValue), radix: 16)
        let version = String(repeating: "0", count: 64 - digits.count) + digits
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO changes (session_number, files, patch, is_cut, file_count, added_lines,
                        removed_lines, version)
                    SELECT number, ?2, CAST(?3 AS BLOB), ?4, 1, 1, 1, ?5
                    FROM sessions WHERE id = ?1
                    """,
                arguments: [session, files, patch, isCut, version])
        }
    }

    /// The same for one file, whose hunks are given.
    func saveChanges(of session: String, _ path: String, _ hunks: String) async throws {
        try await saveChanges(
            of: session, #"[{"path":"\#(path)","addedLines":1,"removedLines":1}]"#,
            patch: "diff --git a/\(path) b/\(path)\n--- a/\(path)\n+++ b/\(path)\n\(hunks)")
    }
}

/// A session with changes to comment on.
struct Commenting {
    static let hunks = "@@ -1,3 +1,4 @@\n one\n-two\n+zwei\n+zweieinhalb\n three <b>\n"

    let service: TestService
    let team: Team
    let session: String
    var path: String { "/api/sessions/\(session)/comments" }
    var page: String { "\(team.path(of: session))/changes" }

    init(_ service: TestService) async throws {
        self.service = service
        team = try await service.makeTeam()
        session = try await service.createSession(in: team)
        try await service.saveChanges(of: session, "a.txt", Self.hunks)
    }

    static func body(
        _ body: String = "Why?", path: String = "a.txt", side: String = "new", line: Int = 2, endLine: Int? = nil
    ) -> String {
        let end = endLine.map { #","endLine":\#($0)"# } ?? ""
        return #"{"path":"\#(path)","side":"\#(side)","line":\#(line)\#(end),"body":"\#(body)"}"#
    }

    func add(
        _ body: String = body(), as credential: Credential? = nil, headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        try await service.send(.post, path, as: credential ?? team.owner.cookie, headers: headers, body: body)
    }

    func send(
        _ body: String? = nil, as credential: Credential? = nil, headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        var fields = headers
        fields[.contentType] = "application/json"
        return try await service.send(
            .post, "\(path)/send", as: credential ?? team.owner.cookie, headers: fields, body: body)
    }

    func delete(_ place: String, as credential: Credential? = nil) async throws -> TestAnswer {
        try await service.send(
            .delete, place, as: credential ?? team.owner.cookie, headers: [.contentType: "application/json"])
    }

    func comments(as credential: Credential? = nil) async throws -> [JSONValue] {
        try await service.send(.get, path, as: credential ?? team.owner.cookie).json["comments"]?.elements ?? []
    }

    func messages() async throws -> [JSONValue] {
        try await service.send(.get, "/api/sessions/\(session)/messages", as: team.key).json["messages"]?.elements ?? []
    }
}
