/// How much of its work an agent does without asking people.
package enum SessionMode: String, Codable, Sendable, CaseIterable {
    /// It works by itself, and asks only what it wants to know.
    case auto
    /// It first makes a plan, and works by itself once that is approved.
    case plan
    /// It asks before each use of a tool that the repository's rules don't allow.
    case ask

    /// What Claude Code calls it.
    package var permissionMode: String {
        switch self {
        case .auto: "bypassPermissions"
        case .plan: "plan"
        case .ask: "default"
        }
    }
}
