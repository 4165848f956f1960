package import Domain

/// The runs that a runner may work on.
package struct RunnerScope: Hashable, Sendable {
    package let token: RunnerTokenID
    /// Runners of the same kind may work on the same runs.
    package let kind: Kind

    package struct Kind: Hashable, Sendable {
        /// The organization of the runs; `nil` for those of all organizations.
        let organization: OrganizationID?
        /// The labels that a run's environment may ask for.
        let labels: Set<String>
    }

    /// - Parameter labels: the labels of the runner's machine, which may be fewer than its token's.
    package init(_ token: RunnerToken, labels: RunnerLabels) {
        self.token = token.id
        kind = Kind(organization: token.organizationID, labels: Set(labels.sorted))
    }

    /// - Parameter labels: what the run's environment asks for.
    package func includes(runOf organization: OrganizationID, askingFor labels: RunnerLabels) -> Bool {
        (kind.organization ?? organization) == organization && kind.labels.isSuperset(of: labels.sorted)
    }
}
