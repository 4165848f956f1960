import CProcess
import Glibc

/// The user that runs bubblewrap when the server is root, with the paths that the user may reach.
///
/// The kernel applies neither limits nor file permissions to root's processes, whatever namespace they are in. So
/// bubblewrap then runs as a user without privileges, in mounts where that user owns the profile's paths; on disk their
/// owner is unchanged.
struct SandboxUser: Sendable {
    /// Reserved by Debian, and outside the ranges from which systemd and containers allocate users.
    let number: uid_t = 65_530
    /// The writable paths (workspace, home, others) come first.
    let paths: [String]
    let ownedCount: Int

    /// - Returns: `nil` when the server is not root: commands then run as the server's user.
    init?(for profile: SandboxProfile) {
        guard geteuid() == 0 else { return nil }
        let owned = [profile.workspace, profile.home] + profile.writablePaths
        paths = owned + profile.readOnlyPaths + [profile.attachments].compactMap(\.self)
        ownedCount = owned.count
    }

    /// The path in the mounts where a path of the profile appears.
    func place(of path: String) -> String {
        paths.firstIndex(of: path).map { "\(PROCESS_STAGE)/\($0)" } ?? path
    }
}
