extension Isolation {
    /// Warnings for the operator about missing isolation, one sentence each.
    package var cautions: [String] {
        switch self {
        case .none:
            ["Agents run without isolation: they can access the same files and network as the service's user."]
        case .bubblewrap: []
        }
    }
}
