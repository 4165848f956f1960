package import Domain

/// The server's side of its runners, as the HTTP routes use it. Everything that a runner sends is untrusted.
package protocol RunnerGateway: Sendable {
    /// Lets a runner wait for a run that it may work on.
    ///
    /// - Throws: `DomainError.invalid` for another protocol, `.forbidden` for labels that its token doesn't have, and
    ///   `.tooOften` if too many runners wait.
    func wait(with claim: RunnerClaim, by runner: RunnerToken) throws -> any RunnerWait

    /// Whether there is a runner that may work on an organization's run with these labels. It waits or works, or did so
    /// within the time after which a silent runner is lost.
    func isConnected(forRunOf organization: OrganizationID, with labels: RunnerLabels) -> Bool

    /// - Throws: `DomainError.conflict` when the lease is over or belongs to another token.
    func lease(_ id: String, of runner: RunnerToken) throws -> any RunnerLeaseGateway
}

/// A runner that waits for a run.
package protocol RunnerWait: Sendable {
    /// Waits once.
    ///
    /// - Returns: `nil` when no run came in time.
    func assignment(within timeout: Duration) async -> RunnerAssignment?
}

/// A run that a runner works on. Every method renews the lease, and throws `DomainError.conflict` when it is over.
package protocol RunnerLeaseGateway: Sendable {
    /// Renews the lease during a long transfer.
    func renew() throws

    /// Renews the lease, and takes note that the runner has the orders up to this one.
    func renew(acknowledging order: Int) throws

    /// Waits for orders after the one with this number, for a part of the time after which a silent runner is lost.
    ///
    /// - Returns: no orders when none came in time, and that the lease is over if it ended meanwhile.
    func orders(after number: Int) async -> RunnerOrders

    /// The path of the archive of these files for the runner.
    ///
    /// - Throws: `DomainError.notFound` when there is none.
    func archive(of files: RunnerFiles) throws -> String

    /// Maximum size of an archive from the runner, in bytes.
    var archiveLimit: Int { get }

    /// Stores an archive of these files from the runner. The caller holds it to `archiveLimit`.
    ///
    /// - Parameter read: passes on the archive piece by piece to the function that it gets.
    /// - Throws: the errors of `read`.
    func store(
        _ files: RunnerFiles, _ read: (_ write: @escaping ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws

    /// Stores output of a process at its offset.
    ///
    /// - Throws: `DomainError.invalid` above the output's limit.
    func append(_ bytes: [UInt8], at offset: Int, to process: Int) async throws -> RunnerOutputAnswer

    /// Reports that a process has ended.
    func end(_ process: Int, _ ending: RunnerEnding) async throws

    /// Reports that the files for a checkpoint were sent.
    func finishCheckpoint(_ number: Int) async throws

    func answer(_ question: RunnerNetworkQuestion) async throws -> RunnerNetworkAnswer

    func setPause(_ isPaused: Bool) async throws

    /// Gives the run back: it is queued again.
    func giveBack() async throws
}
