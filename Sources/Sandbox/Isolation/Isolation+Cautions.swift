extension Isolation {
    /// Warnings for the operator about missing isolation, one sentence each.
    package var cautions: [String] {
        switch self {
        case .none:
            ["Agents run without isolation: they read, change and reach over the network what the service's user may."]
        case .bubblewrap: []
        }
    }
}
