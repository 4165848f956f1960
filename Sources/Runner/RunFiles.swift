import Foundation
import RunnerLink
import Sandbox
import Threads

/// The files of a leased run on this machine. They come from the server and return there as compressed archives, which
/// are packed and unpacked in the sandbox.
struct RunFiles: Sendable {
    private let directory: RunDirectory
    private let lease: String
    private let sandbox: Sandbox
    private let server: RunnerServer
    /// Returns the files once at a time.
    private let turn = AsyncSemaphore(1)

    init(in directory: RunDirectory, of lease: String, sandbox: Sandbox, server: RunnerServer) {
        self.directory = directory
        self.lease = lease
        self.sandbox = sandbox
        self.server = server
    }

    func profile(limits: SandboxLimits) -> SandboxProfile {
        SandboxProfile(
            workspace: directory.workspace, home: directory.home, attachments: directory.attachments, limits: limits)
    }

    private func packing(limits: SandboxLimits) -> SandboxProfile { profile(limits: limits.forPackedFiles) }

    /// Replaces everything by the server's files.
    ///
    /// - Throws: `SandboxError` when they can't be unpacked here, and the errors of the server.
    func take(limits: SandboxLimits) async throws {
        try await directory.remove()
        for path in [directory.path, directory.workspace, directory.home] { try PrivateDirectory.create(at: path) }
        try directory.createAttachments()
        let profile = packing(limits: limits)
        try await unpack(.workspace, with: PackedFiles.unpackingHere, in: profile)
        try await unpack(.home, with: PackedFiles.unpackingHome, in: profile)
        try await unpackAttachments(limits: limits)
    }

    /// Adds the files attached to messages that the server has now.
    func takeAttachments(limits: SandboxLimits) async throws {
        try await turn.acquire()
        defer { turn.release() }
        try await unpackAttachments(limits: limits)
    }

    private func unpackAttachments(limits: SandboxLimits) async throws {
        // For the agent they are read-only; here they are the place to write to.
        let profile = SandboxProfile(
            workspace: directory.attachments, home: directory.home, limits: limits.forPackedFiles)
        try await unpack(.attachments, with: PackedFiles.unpackingHere, in: profile)
    }

    /// Returns the files to the server.
    ///
    /// - Throws: `SandboxError` when they can't be packed, and the errors of the server.
    func giveBack(limits: SandboxLimits) async throws {
        try await turn.acquire()
        defer { turn.release() }
        try directory.openWorkspace()
        let profile = packing(limits: limits)
        let paths = sandbox.isolation.paths(of: profile)
        // Files that the agent made unreadable, even for itself, would not be packed.
        let script = #"""
            for place in "$1" "$2"; do
                find "$place" -type d ! -perm -700 -exec chmod u+rwx {} \;
                find "$place" -type f ! -perm -400 -exec chmod u+r {} +
            done
            """#
        _ = try await sandbox.run(["sh", "-c", script, "sh", paths.workspace, paths.home], in: profile)
        for (files, path) in [(RunnerFiles.workspace, paths.workspace), (.home, paths.home)] {
            let archive = archive(files)
            let size = try await archive.pack(
                PackedFiles.packing, path, in: profile, of: sandbox, limit: profile.limits.diskBytes)
            try Task.checkCancellation()
            guard size != nil else { throw SandboxError.notStarted(reason: "its files could not be packed") }
            try await server.upload(files, of: lease, from: archive.path)
            try archive.remove()
        }
    }

    /// The output file of a process.
    func output(of process: Int) -> String { directory.output(process) }

    func remove() async throws {
        try await directory.remove()
    }

    private func unpack(_ files: RunnerFiles, with script: String, in profile: SandboxProfile) async throws {
        let archive = archive(files)
        try await server.download(files, of: lease, to: archive.path)
        guard try await archive.unpack(script, in: profile, of: sandbox) else {
            throw SandboxError.notStarted(reason: "the session's files could not be unpacked on the runner")
        }
        try archive.remove()
    }

    private func archive(_ files: RunnerFiles) -> PackedFiles {
        PackedFiles(path: "\(directory.path)/\(files.rawValue).tar.gz")
    }
}
