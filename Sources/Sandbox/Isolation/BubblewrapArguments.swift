/// Arguments for bubblewrap (bwrap(1)) that implement a profile.
///
/// They are passed through a descriptor: a variable's value may be a secret, and every user of a machine can read the
/// arguments of its processes.
struct BubblewrapArguments {
    /// The descriptors that bubblewrap gets after the three standard ones.
    enum Descriptor {
        static let report: CInt = 3
        static let gate: CInt = 4
        static let arguments: CInt = 5
        static let users: CInt = 6
        static let groups: CInt = 7
        static let filter: CInt = 8
    }

    static let users = "agent:x:1000:1000:agent:/home/agent:/bin/sh\nnobody:x:65534:65534::/:/usr/sbin/nologin\n"
    static let groups = "agent:x:1000:\nnogroup:x:65534:\n"

    private(set) var list: [String] = []

    /// - Parameter user: the user that runs bubblewrap; `nil` for the server's user.
    init(for profile: SandboxProfile, paths: SandboxPaths, environment: [String: String], user: SandboxUser?) {
        let source = { path in user?.place(of: path) ?? path }
        isolate(from: profile.network)
        addSystem()
        addMemory(bytes: profile.limits.temporaryBytes)
        for path in profile.readOnlyPaths { add("--ro-bind", source(path), path) }
        for path in profile.writablePaths { add("--bind", source(path), path) }
        add("--bind", source(profile.home), paths.home)
        add("--bind", source(profile.workspace), paths.workspace)
        if let files = profile.attachments, let path = paths.attachments { add("--ro-bind", source(files), path) }
        // The root is a file system in memory, which would otherwise accept writes without limit.
        add("--remount-ro", "/")
        add("--clearenv")
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) { add("--setenv", name, value) }
        add("--chdir", paths.workspace)
    }

    /// The arguments in the form that bubblewrap reads from a descriptor.
    var bytes: [UInt8] {
        list.flatMap { Array($0.utf8) + [0] }
    }

    private mutating func isolate(from network: SandboxNetwork) {
        add("--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try")
        switch network {
        case .none, .relayed: add("--unshare-net")
        case .machine: break
        }
        add("--disable-userns", "--cap-drop", "ALL", "--new-session", "--die-with-parent")
        add("--uid", "1000", "--gid", "1000", "--hostname", "sandbox")
        add("--info-fd", "\(Descriptor.report)", "--block-fd", "\(Descriptor.gate)")
        add("--seccomp", "\(Descriptor.filter)")
    }

    private mutating func addSystem() {
        for path in SystemPaths.programs { add("--ro-bind", path, path) }
        for path in SystemPaths.roots {
            if let target = SystemPaths.linkTarget(of: path) {
                add("--symlink", target, path)
            } else {
                add("--ro-bind-try", path, path)
            }
        }
        for path in SystemPaths.settings { add("--ro-bind-try", path, path) }
        add("--file", "\(Descriptor.users)", "/etc/passwd", "--file", "\(Descriptor.groups)", "/etc/group")
        add("--proc", "/proc")
        for path in SystemPaths.kernelSettings { add("--ro-bind-try", path, path) }
        add("--dev", "/dev", "--dir", "/run", "--dir", "/var", "--symlink", "/tmp", "/var/tmp")
    }

    private mutating func addMemory(bytes: Int) {
        add("--perms", "1777", "--size", "\(bytes)", "--tmpfs", "/dev/shm", "--remount-ro", "/dev")
        add("--perms", "1777", "--size", "\(bytes)", "--tmpfs", "/tmp")
    }

    private mutating func add(_ arguments: String...) {
        list += arguments
    }
}
