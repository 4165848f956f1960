import Domain
import Foundation
import NIOCore
import TestSupport

@testable import Server

/// A data directory that files are imported into and exported from, without a server.
struct DataHome {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    init(importing text: String) async throws {
        try self.init()
        let result = try await importText(text)
        guard result.rejected.isEmpty else { throw DomainError.invalid("\(result.rejected)") }
    }

    var administrator: Administrator { Administrator(directory.dataDirectory, logger: .silent) }

    struct Result {
        let report: ImportReport
        let rejected: [RejectedLine]
    }

    func importText(
        _ text: String, author: String? = nil, organization: String? = nil, limits: BatchLimits = .standard
    ) async throws -> Result {
        try await importBytes(Data(text.utf8), author: author, organization: organization, limits: limits)
    }

    func importBytes(
        _ bytes: Data, author: String? = nil, organization: String? = nil, limits: BatchLimits = .standard
    ) async throws -> Result {
        let path = "\(directory.path)/import.ndjson"
        try bytes.write(to: URL(fileURLWithPath: path))
        let importer = Importer(
            administrator, author: try author.map(EmailAddress.init(_:)),
            organization: organization.map(OrganizationID.init(rawValue:)), limits: limits)
        var rejected: [RejectedLine] = []
        let report = try await importer.run([path]) { event in
            if case .rejected(_, let line) = event { rejected.append(line) }
        }
        return Result(report: report, rejected: rejected)
    }

    func export(_ organization: String? = nil) async throws -> String {
        var bytes = Data()
        let download = ExportArchive(organization: organization.map(OrganizationID.init(rawValue:)))
        try await administrator.perform(download) { bytes.append(contentsOf: $0.readableBytesView) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The sessions and lines of an export, without the sessions' ids, which each import creates.
    func sessions() async throws -> [String] {
        try await export().split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix(#"{"record":"session""#) || $0.hasPrefix(#"{"record":"message""#) }
            .map { $0.replacing(#/"(id|session)":"c[a-z0-9]{24}",/#, with: "") }
    }

    /// A home with one organization, whose owner is Alice.
    static func ofAlice() async throws -> DataHome {
        try await DataHome(
            importing: """
                {"record":"header","format":"lodestone-export","version":1}
                {"record":"user","id":"user_a","name":"Alice","email":"alice@example.com","createdAt":"2026-01-01T00:00:00Z"}
                {"record":"organization","id":"org_a","name":"Acme","createdAt":"2026-01-01T00:00:00Z",\
                "members":[{"user":"user_a","role":"owner","joinedAt":"2026-01-01T00:00:00Z"}]}
                {"record":"end"}
                """)
    }

    static func fixture(_ name: String) throws -> String {
        guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
            throw DomainError.notFound("There is no fixture \(name).")
        }
        return try String(contentsOf: url, encoding: .utf8)
    }
}
