import Domain
import Glibc

extension Isolation {
    /// Bubblewrap as this machine has it.
    ///
    /// - Parameter searchPath: the directories to look in, as in `PATH`.
    /// - Throws: `SandboxError` with a sentence for the operator when it isn't there or can't work here.
    package static func findingBubblewrap(in searchPath: String) async throws -> Isolation {
        guard let path = ProgramSearch.path(of: "bwrap", in: searchPath) else {
            throw SandboxError.unavailable(
                "bubblewrap (bwrap) isn't installed. Install the package bubblewrap, or let agents run without isolation."
            )
        }
        let isolation = Isolation.bubblewrap(path: path)
        try await isolation.check()
        return isolation
    }

    /// Runs something harmless in the way that agents will be.
    private func check() async throws {
        var template = Array("/tmp/lodestone-check-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallError("mkdtemp") }
        let directory = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        defer { rmdir(directory) }
        let profile = SandboxProfile(workspace: directory, home: directory)
        let result = try? await Sandbox(self).run(["true"], in: profile)
        guard let result, result.ending.isSuccess else {
            let reason = result?.ending.errorText.trimmed ?? ""
            throw SandboxError.unavailable(
                """
                bubblewrap doesn't work here\(reason.isEmpty ? "" : " (\(reason))"). It needs unprivileged user \
                namespaces: see kernel.unprivileged_userns_clone, user.max_user_namespaces and, on Ubuntu, \
                kernel.apparmor_restrict_unprivileged_userns. In a container it needs an unmasked /proc.
                """)
        }
    }
}
