/// Something that an agent left in its workspace and that is not in the session's changes.
package struct LeftOutWork: Codable, Equatable, Sendable {
    /// A path in the workspace, or the name of a branch.
    package let name: String
    /// A sentence for the person whose session it is.
    package let reason: String

    package init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }
}
