/// How much an agent does without asking people.
package enum SessionMode: String, Codable, Sendable, CaseIterable {
    /// It works by itself, and asks only questions about the task.
    case auto
    /// It first makes a plan, and works by itself once the plan is approved.
    case plan
    /// It asks before each use of a tool that the repository's rules don't allow.
    case ask

    /// Claude Code's name of the mode.
    package var permissionMode: String {
        switch self {
        case .auto: "bypassPermissions"
        case .plan: "plan"
        case .ask: "default"
        }
    }
}
