/// Names and help texts of the metrics about workspaces.
package enum WorkspaceMetrics {
    static let count = "lodestone_workspaces"
    static let size = "lodestone_workspaces_size_bytes"

    package static let help = [
        count: "The sessions that have a workspace.",
        size: "How much of the disk workspaces take, as it was counted last.",
    ]
}
