import Foundation
import Threads

/// Files of a sandbox in a compressed archive on the host's disk.
///
/// The commands that read and write the files run in the sandbox: links that an agent left cannot lead outside.
package struct PackedFiles: Sendable {
    private static let pieceSize = 1 << 20
    private static let threads = WorkerThreads()

    /// A script that packs the directory `$1`, fast rather than small: the archive only travels. Its format has the files'
    /// times in full, by which the changes of files are found.
    package static let packing = #"tar -c --format=posix -C "$1" . | gzip -1"#
    /// A script that unpacks into the workspace.
    package static let unpackingHere = "tar -xzp --no-same-owner"
    /// A script that unpacks into the home directory.
    package static let unpackingHome = #"cd "$HOME" && tar -xzp --no-same-owner"#

    package let path: String

    package init(path: String) {
        self.path = path
    }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Stores a command's output as the archive, readable only by the server's user. An existing archive is replaced
    /// once the new one is complete.
    ///
    /// - Parameters:
    ///   - arguments: the script's `$1` and so on.
    ///   - limit: maximum size of the archive, in bytes.
    /// - Returns: the size; `nil` when the output is empty or too large.
    package func pack(
        _ script: String, _ arguments: String..., in profile: SandboxProfile, of sandbox: Sandbox, limit: Int
    ) async throws -> Int? {
        var profile = profile
        profile.network = .none
        profile.limits.outputBytes = .max
        let file = try await Self.threads.run { try Self.create(part) }
        defer { try? file.close() }
        let command = ["sh", "-c", script, "sh"] + arguments
        let (size, ending) = try await sandbox.withProcess(command, in: profile) { process in
            process.finishInput()
            var size = 0
            while case let piece = await process.output(), !piece.isEmpty {
                size += piece.count
                guard size <= limit else { break }
                try await Self.threads.run { try file.write(contentsOf: Data(piece)) }
            }
            if size <= limit { _ = await process.ending() }
            return size
        }
        // An unreadable file makes the command fail at its end, but the archive has all other files.
        guard size > 0, size <= limit, ending.breach == nil else {
            try? FileManager.default.removeItem(atPath: part)
            return nil
        }
        try await finish(file)
        return size
    }

    /// Stores bytes as the archive. An existing archive is replaced once the new one is complete.
    ///
    /// - Parameter read: passes the bytes on to the function that it gets.
    package func write(
        _ read: (_ write: @escaping ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws {
        let file = try await Self.threads.run { try Self.create(part) }
        defer { try? file.close() }
        do {
            try await read { piece in
                try await Self.threads.run { try file.write(contentsOf: Data(piece)) }
            }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        try await finish(file)
    }

    private var part: String { path + ".part" }

    private func finish(_ file: FileHandle) async throws {
        try await Self.threads.run {
            try file.synchronize()
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    /// Passes the archive to a command that unpacks it.
    ///
    /// - Returns: whether the command succeeded; `false` without an archive.
    package func unpack(_ script: String, in profile: SandboxProfile, of sandbox: Sandbox) async throws -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        var profile = profile
        profile.network = .none
        let (_, ending) = try await sandbox.withProcess(["sh", "-c", script], in: profile) { process in
            async let printed: Void = {
                while case let piece = await process.output(), !piece.isEmpty {}
            }()
            while let piece = try await Self.threads.run({ try file.read(upToCount: Self.pieceSize) }), !piece.isEmpty {
                // A command that stops reading is about to exit; its exit status tells whether it failed.
                guard (try? await process.write(Array(piece))) != nil else { break }
            }
            process.finishInput()
            await printed
            _ = await process.ending()
        }
        return ending.isSuccess
    }

    /// Removes the archive if it exists.
    package func remove() throws {
        guard exists else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    private static func create(_ path: String) throws -> FileHandle {
        try? FileManager.default.removeItem(atPath: path)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        return file
    }
}
