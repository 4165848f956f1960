/// What one session's agent may reach.
package struct NetworkRules: Equatable, Sendable {
    /// As its environment says.
    package var access: NetworkAccess
    /// The most that its organization's owners and the operator allow: each alone refuses what it doesn't have.
    package var ceilings: [NetworkAccess]
    /// Those that owners list, for the environment and for the organization.
    package var hosts: [AllowedHost]
    package var operators: OperatorHosts

    package init(
        access: NetworkAccess, ceilings: [NetworkAccess] = [], hosts: [AllowedHost] = [],
        operators: OperatorHosts = OperatorHosts()
    ) {
        self.access = access
        self.ceilings = ceilings
        self.hosts = hosts
        self.operators = operators
    }

    package func verdict(on destination: NetworkDestination) -> NetworkVerdict {
        let mayBePrivate = operators.contains(destination)
        if operators.agent.contains(where: { $0.contains(destination) }) { return .allowed(mayBePrivate: mayBePrivate) }
        let isTrusted =
            [AllowedHost].trusted.contains { $0.contains(destination) }
            || operators.repositories.contains { $0.contains(destination) }
        let isListed = hosts.contains { $0.contains(destination) }
        let isInAccess =
            switch access {
            case .none: false
            case .trusted: isTrusted || isListed
            case .custom: isListed
            case .all: true
            }
        guard isInAccess else { return .refused(.notAllowed) }
        let isBelowCeilings = ceilings.allSatisfy { ceiling in
            switch ceiling {
            case .none: false
            case .trusted: isTrusted
            case .custom: isTrusted || isListed
            case .all: true
            }
        }
        return isBelowCeilings ? .allowed(mayBePrivate: mayBePrivate) : .refused(.aboveCeiling)
    }

    /// Whether listing a host lets it through, rather than that the environment or a ceiling lets nothing listed through.
    package var takesListedHosts: Bool {
        access != .none && ceilings.allSatisfy { $0 == .custom || $0 == .all }
    }
}

/// Hosts that the operator lists. They may have private addresses: the operator knows them.
package struct OperatorHosts: Equatable, Sendable {
    /// What agents reach whatever their environments say, such as their model.
    package var agent: [AllowedHost]
    /// Where repositories are.
    package var repositories: [AllowedHost]

    package init(agent: [AllowedHost] = [], repositories: [AllowedHost] = []) {
        self.agent = agent
        self.repositories = repositories
    }

    package func contains(_ destination: NetworkDestination) -> Bool {
        (agent + repositories).contains { $0.contains(destination) }
    }
}

package enum NetworkVerdict: Equatable, Sendable {
    /// - Parameter mayBePrivate: whether the addresses it has may be private ones.
    case allowed(mayBePrivate: Bool)
    case refused(NetworkRefusal)
}

/// Why an agent didn't reach a host.
package enum NetworkRefusal: String, CaseIterable, Sendable {
    /// Its environment doesn't let it.
    case notAllowed = "not-allowed"
    /// Its environment would, but its organization or the operator doesn't.
    case aboveCeiling = "above-ceiling"
    /// It is on this machine or in its networks.
    case privateAddress = "private-address"
}
