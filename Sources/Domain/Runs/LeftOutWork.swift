/// Part of an agent's work in its workspace that is not in the session's changes.
package struct LeftOutWork: Codable, Equatable, Sendable {
    /// A path in the workspace, or the name of a branch.
    package let name: String
    /// A sentence for the session's author.
    package let reason: String

    package init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }
}
