extension Isolation {
    /// What this isolation doesn't do on this machine, a sentence each for the operator.
    package var cautions: [String] {
        switch self {
        case .none:
            ["Agents run without isolation: they read, change and reach over the network what the service's user may."]
        case .bubblewrap: []
        }
    }
}
