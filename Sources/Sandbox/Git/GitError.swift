import Domain

/// Why git failed, with a text for the session's user.
package struct GitError: Error, Equatable, CustomStringConvertible {
    /// The git command, such as `clone` or `push`.
    package let operation: String
    package let reason: String

    init(operation: String, reason: String) {
        self.operation = operation
        self.reason = reason
    }

    init(operation: String, result: CommandResult, redactor: SecretRedactor) {
        self.operation = operation
        if let breach = result.ending.breach {
            reason = breach.description
        } else {
            let said = redactor.redacting(result.ending.errorText + result.text)
            let lines = said.split(whereSeparator: \.isNewline).filter {
                $0.contains("fatal:") || $0.contains("error:")
            }
            let reasons = lines.isEmpty ? said.split(whereSeparator: \.isNewline).suffix(3).map(\.self) : lines
            reason = reasons.isEmpty ? result.ending.status.description : reasons.joined(separator: "\n")
        }
    }

    /// - Parameter credential: its token is redacted.
    init(operation: String, result: CommandResult, credential: GitCredential? = nil) {
        self.init(
            operation: operation, result: result, redactor: SecretRedactor([credential?.token].compactMap(\.self)))
    }

    package var description: String { "git \(operation) failed: \(reason)" }
}

extension CommandResult {
    /// - Throws: `GitError` unless the command succeeded.
    func checked(as operation: String, credential: GitCredential? = nil) throws(GitError) -> CommandResult {
        guard ending.isSuccess else { throw GitError(operation: operation, result: self, credential: credential) }
        return self
    }
}
