import Foundation
import RunnerLink
import Sandbox

/// The files of a run on their way to a runner and back, as compressed archives in a directory of the lease.
///
/// Whole directories travel, rather than commits: the same code then saves the work in whatever state the agent left it,
/// and the agent's own files come along.
struct RunnerArchives: Sendable {
    let run: RunDirectory
    private let directory: RunDirectory
    private let sandbox: Sandbox

    init(of run: RunDirectory, lease: String, sandbox: Sandbox) {
        self.run = run
        directory = RunDirectory(path: "\(run.path)/lease-\(lease)")
        self.sandbox = sandbox
    }

    func outgoing(_ files: RunnerFiles) -> PackedFiles {
        PackedFiles(path: "\(directory.path)/to-runner-\(files.rawValue).tar.gz")
    }

    private func incoming(_ files: RunnerFiles) -> PackedFiles {
        PackedFiles(path: "\(directory.path)/from-runner-\(files.rawValue).tar.gz")
    }

    /// The file for the output of a process that has none of its own.
    func outputPath(of process: Int) -> String { "\(directory.path)/output-\(process)" }

    /// Packs files for the runner.
    ///
    /// - Throws: `RunFailure` when they can't be packed.
    func pack(_ files: RunnerFiles, of profile: SandboxProfile) async throws {
        try PrivateDirectory.create(at: directory.path)
        let profile = plain(profile)
        let paths = sandbox.isolation.paths(of: profile)
        let path: String? =
            switch files {
            case .workspace: paths.workspace
            case .home: paths.home
            case .attachments: paths.attachments
            }
        guard let path else { return }
        let size = try await outgoing(files).pack(
            PackedFiles.packing, path, in: profile, of: sandbox, limit: profile.limits.diskBytes)
        guard size != nil else { throw RunFailure(reason: "The files of the session could not be sent to a runner.") }
    }

    /// Stores an archive from the runner, once it is complete.
    func receive(
        _ files: RunnerFiles, _ read: (_ write: @escaping ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws {
        try PrivateDirectory.create(at: directory.path)
        try await incoming(files).write(read)
    }

    /// Replaces the run's files by those that the runner returned, if it has returned any since. They are untrusted: they
    /// are unpacked in a sandbox, with room for an agent that has exceeded its limits.
    ///
    /// - Throws: `RunFailure` when they can't be unpacked; the run's files are then unchanged.
    func takeBack(into profile: SandboxProfile) async throws {
        let (workspace, home) = (incoming(.workspace), incoming(.home))
        guard workspace.exists, home.exists else { return }
        let tree = RunDirectory(path: "\(directory.path)/tree")
        try await tree.remove()
        for path in [tree.workspace, tree.home] { try PrivateDirectory.create(at: path) }
        var unpacking = plain(profile)
        (unpacking.workspace, unpacking.home, unpacking.attachments) = (tree.workspace, tree.home, nil)
        let isWorkspaceThere = try await workspace.unpack(
            PackedFiles.unpackingHere, in: unpacking, of: sandbox)
        let isHomeThere = try await home.unpack(PackedFiles.unpackingHome, in: unpacking, of: sandbox)
        guard isWorkspaceThere, isHomeThere else {
            throw RunFailure(reason: "The files that a runner returned could not be unpacked.")
        }
        let old = RunDirectory(path: "\(directory.path)/old")
        try await old.remove()
        try PrivateDirectory.create(at: old.path)
        try RunDirectory(path: profile.workspace).move(to: RunDirectory(path: old.workspace))
        try RunDirectory(path: tree.workspace).move(to: RunDirectory(path: profile.workspace))
        try RunDirectory(path: profile.home).move(to: RunDirectory(path: old.home))
        try RunDirectory(path: tree.home).move(to: RunDirectory(path: profile.home))
        try workspace.remove()
        try home.remove()
        try await old.remove()
    }

    /// Removes the archives of this lease.
    func remove() async throws {
        try await directory.remove()
    }

    /// Removes the archives of earlier leases of the run, which a server that was killed left behind.
    func removeEarlier() async throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: run.path)) ?? []
        for name in names where name.hasPrefix("lease-") && "\(run.path)/\(name)" != directory.path {
            try await RunDirectory(path: "\(run.path)/\(name)").remove()
        }
    }

    private func plain(_ profile: SandboxProfile) -> SandboxProfile {
        SandboxProfile(
            workspace: profile.workspace, home: profile.home, attachments: profile.attachments,
            limits: profile.limits.forPackedFiles)
    }
}
