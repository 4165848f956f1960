import CProcess
import Glibc

/// Who bubblewrap runs as, and what of the host is shown to it, when the server is root.
///
/// The kernel limits none of root's processes and hides nothing from them, whatever namespace they are in. So bubblewrap
/// then runs as a user without any right, in mounts where the profile's paths are this user's own; on the disk they stay
/// their owner's.
struct SandboxUser: Sendable {
    /// Reserved by Debian, and in no range from which systemd or containers take numbers.
    let number: uid_t = 65_530
    /// The workspace, the home and what else may be changed come first.
    let paths: [String]
    let ownedCount: Int

    /// - Returns: `nil` when the server isn't root: then the command's user is the server's.
    init?(for profile: SandboxProfile) {
        guard geteuid() == 0 else { return nil }
        let owned = [profile.workspace, profile.home] + profile.writablePaths
        paths = owned + profile.readOnlyPaths + [profile.attachments].compactMap(\.self)
        ownedCount = owned.count
    }

    /// Where a path of the profile is shown.
    func place(of path: String) -> String {
        paths.firstIndex(of: path).map { "\(PROCESS_STAGE)/\($0)" } ?? path
    }
}
