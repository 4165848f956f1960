/// Names and help texts of the metrics about workspaces.
package enum WorkspaceMetrics {
    static let count = "lodestone_workspaces"
    static let size = "lodestone_workspaces_size_bytes"

    package static let help = [
        count: "The number of sessions that have a workspace.",
        size: "The disk space that workspaces use, as last measured.",
    ]
}
