package import Domain

/// An agent's work after it was taken over from its workspace.
package struct AgentWork: Equatable, Sendable {
    /// The last commit of the session's branch; `nil` when nothing was changed.
    package let tip: String?
    /// What is not in that commit, by name.
    package let leftOut: [LeftOutWork]
    /// Why the work is not ready for a pull request, such as a merge under way; `nil` when it is.
    package let unfinished: String?
}
