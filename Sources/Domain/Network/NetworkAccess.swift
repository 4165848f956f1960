/// Which hosts agents may reach: the setting of an environment, or the maximum that an owner or the operator allows for
/// environments.
package enum NetworkAccess: String, CaseIterable, Sendable {
    /// Only the hosts that the operator lists for the agent itself, such as its model.
    case none
    /// As `none`, and also the usual package registries, the hosts of repositories, and listed hosts.
    case trusted
    /// Only hosts that the operator and the owners list.
    case custom
    /// Every public host, on every port.
    case all

    /// - Throws: `InvalidValue` for another word.
    package init(checking text: String) throws(InvalidValue) {
        guard let access = NetworkAccess(rawValue: text) else {
            throw InvalidValue("must be none, trusted, custom or all")
        }
        self = access
    }
}
