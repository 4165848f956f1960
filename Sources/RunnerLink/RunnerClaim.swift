/// A runner's request for a run.
package struct RunnerClaim: Codable, Sendable {
    /// Raised whenever server and runner of two releases can't work together.
    package static let currentProtocol = 1

    package let protocolNumber: Int
    /// The release of the runner.
    package let version: String
    /// The labels of this machine, all of them among its token's; empty for all of the token's.
    package let labels: [String]

    package init(version: String, labels: [String]) {
        protocolNumber = Self.currentProtocol
        self.version = version
        self.labels = labels
    }

    private enum CodingKeys: String, CodingKey {
        case protocolNumber = "protocol"
        case version
        case labels
    }
}

/// The answer to a claim.
package struct RunnerClaimAnswer: Codable, Sendable {
    /// `nil` when no run came in time.
    package let assignment: RunnerAssignment?

    package init(_ assignment: RunnerAssignment?) {
        self.assignment = assignment
    }
}

/// A run that a runner works on.
package struct RunnerAssignment: Codable, Sendable {
    /// Names the lease in every later request. Random, so that no lease is ever taken for a later one of the same run.
    package let lease: String
    /// For the runner's log.
    package let session: String
    /// The lease ends when the server hears nothing from the runner for this long.
    package let seconds: Int

    package init(lease: String, session: String, seconds: Int) {
        self.lease = lease
        self.session = session
        self.seconds = seconds
    }
}
