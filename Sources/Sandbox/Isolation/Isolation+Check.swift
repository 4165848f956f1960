import Domain
import Glibc

extension Isolation {
    /// Finds bubblewrap and checks that it works on this machine.
    ///
    /// - Parameters:
    ///   - searchPath: the directories to search, separated by colons, as in `PATH`.
    ///   - directory: the directory for the files of runs; its file system matters when the server is root.
    /// - Throws: `SandboxError` with a sentence for the operator when bubblewrap is missing or does not work.
    package static func findingBubblewrap(
        in searchPath: String, directory: String = "/tmp"
    ) async throws -> Isolation {
        guard let path = ProgramSearch.path(of: "bwrap", in: searchPath) else {
            throw SandboxError.unavailable(
                "bubblewrap (bwrap) isn't installed. Install the package bubblewrap, or let agents run without isolation."
            )
        }
        let isolation = Isolation.bubblewrap(path: path)
        try await isolation.check(in: directory)
        return isolation
    }

    /// Runs a harmless command in the same way as agents.
    private func check(in directory: String) async throws {
        var template = Array("\(directory)/lodestone-check-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallError("mkdtemp") }
        let directory = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        defer { rmdir(directory) }
        guard let reason = await failure(in: directory) else { return }
        throw SandboxError.unavailable(
            """
            bubblewrap doesn't work here (\(reason)). It needs unprivileged user namespaces: see \
            kernel.unprivileged_userns_clone, user.max_user_namespaces and, on Ubuntu, \
            kernel.apparmor_restrict_unprivileged_userns. In a container it needs an unmasked /proc. A service that \
            runs as root also needs permission to mount, and its data directory on a file system with ID-mapped \
            mounts, such as ext4, XFS or Btrfs. Running the service as a user of its own is easier.
            """)
    }

    private func failure(in directory: String) async -> String? {
        do {
            let profile = SandboxProfile(workspace: directory, home: directory)
            let ending = try await Sandbox(self).run(["true"], in: profile).ending
            guard !ending.isSuccess else { return nil }
            return ending.errorText.isEmpty ? ending.status.description : ending.errorText.trimmed
        } catch SandboxError.notStarted(let reason) {
            return reason
        } catch {
            return "\(error)"
        }
    }
}
