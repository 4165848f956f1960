package import Domain

/// An agent's work after it was copied from its workspace.
package struct AgentWork: Equatable, Sendable {
    /// The last commit of the session's branch; `nil` when nothing was changed.
    package let tip: String?
    /// The work that is missing from that commit, by name.
    package let leftOut: [LeftOutWork]
    /// Why the work is not ready for a pull request, such as a merge in progress; `nil` when it is ready.
    package let unfinished: String?
}
