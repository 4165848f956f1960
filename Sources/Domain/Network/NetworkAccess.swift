/// What agents may reach, for an environment or as the most that an owner or the operator lets environments have.
package enum NetworkAccess: String, CaseIterable, Sendable {
    /// What the operator lists for the agent itself: its model.
    case none
    /// And the usual sources of packages, the hosts of repositories, and what is listed.
    case trusted
    /// What the operator and the owners list, and nothing else.
    case custom
    /// Every public host, at every port.
    case all

    /// - Throws: `InvalidValue` for another word.
    package init(checking text: String) throws(InvalidValue) {
        guard let access = NetworkAccess(rawValue: text) else {
            throw InvalidValue("must be none, trusted, custom or all")
        }
        self = access
    }
}
