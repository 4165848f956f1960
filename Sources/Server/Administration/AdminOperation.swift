import Domain
package import Web

/// One of the administrator's commands, encoded for the process that may write the database.
package protocol AdminOperation: Codable, Sendable {
    associatedtype Output: Codable & Sendable

    /// - Throws: `DomainError` for errors of the administrator.
    func perform(with services: Services) async throws -> Output
}

extension AdminOperation {
    /// The operation's name on the socket, used as the request's path.
    static var name: String { String(describing: Self.self) }

    /// Performs the operation as the administrator, who is then the actor in the audit log.
    func performAudited(with services: Services) async throws -> Output {
        try await AuditOrigin.$current.withValue(AuditOrigin(.administrator)) {
            try await perform(with: services)
        }
    }
}

/// The output of an operation without a result.
package struct Done: Codable, Sendable {
    package init() {}
}

/// A command whose output is a file, which is streamed while it is generated.
package protocol AdminDownload: Codable, Sendable {
    /// Checks the arguments, and returns the function that writes the file.
    ///
    /// - Throws: `DomainError` for errors of the administrator.
    func open(with services: Services) async throws -> @Sendable (ArchiveExport.Write) async throws -> Void
}

extension AdminDownload {
    static var name: String { String(describing: Self.self) }

    /// Opens the download as the administrator, who is then the actor in the audit log.
    func openAudited(with services: Services) async throws -> @Sendable (ArchiveExport.Write) async throws -> Void {
        try await AuditOrigin.$current.withValue(AuditOrigin(.administrator)) {
            try await open(with: services)
        }
    }
}
