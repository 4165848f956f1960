import Domain
import Glibc

extension Isolation {
    /// Bubblewrap as this machine has it.
    ///
    /// - Parameters:
    ///   - searchPath: the directories to look in, as in `PATH`.
    ///   - directory: where runs will have their files, whose file system matters when the server is root.
    /// - Throws: `SandboxError` with a sentence for the operator when it isn't there or can't work here.
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

    /// Runs something harmless in the way that agents will be.
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
            kernel.apparmor_restrict_unprivileged_userns. In a container it needs an unmasked /proc. A service that is \
            root also needs to be allowed to mount, and its data on a file system with ID-mapped mounts, such as ext4, \
            XFS or Btrfs: better run it as a user of its own.
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
