package import Web

/// One of the administrator's commands, as it is sent to the process that may write the database.
package protocol AdminOperation: Codable, Sendable {
    associatedtype Output: Codable & Sendable

    /// - Throws: `DomainError` for what the administrator got wrong.
    func perform(with services: Services) async throws -> Output
}

extension AdminOperation {
    /// What the operation is called on the socket.
    static var name: String { String(describing: Self.self) }
}

/// The output of an operation that has nothing to tell but its success.
package struct Done: Codable, Sendable {
    package init() {}
}

/// A command whose output is a file, sent as it is made rather than kept in memory.
package protocol AdminDownload: Codable, Sendable {
    /// Checks what is asked for, and returns what writes it.
    ///
    /// - Throws: `DomainError` for what the administrator got wrong.
    func open(with services: Services) async throws -> @Sendable (ArchiveExport.Write) async throws -> Void
}

extension AdminDownload {
    static var name: String { String(describing: Self.self) }
}
