import CSeccomp
import Glibc

/// A system call to refuse, always or with certain arguments.
struct SystemCallRule {
    let name: String
    /// The error with which the call fails.
    let error: CInt
    /// The conditions for refusal, all of which must hold; at most one per argument.
    let conditions: [scmp_arg_cmp]
    /// For calls that libseccomp may not know yet. From 424 on, all architectures use the same numbers.
    private let knownNumber: CInt?

    init(_ name: String, error: CInt = EPERM, number: CInt? = nil, _ conditions: scmp_arg_cmp...) {
        self.name = name
        self.error = error
        self.conditions = conditions
        knownNumber = number
    }

    /// Negative if this architecture has no such call.
    var number: CInt { knownNumber ?? seccomp_syscall_resolve_name(name) }

    static let all = always + unknown + namespaces + tracing + terminals + sockets + personalities

    /// Calls refused with any arguments: kernel keys shared by processes, BPF programs and kernel tracing, modules,
    /// kexec, mounts, clocks, swap, and access to other processes' memory and files.
    private static let always =
        [
            "add_key", "keyctl", "request_key",
            "bpf", "fanotify_init", "lookup_dcookie", "perf_event_open", "syslog", "userfaultfd",
            "create_module", "delete_module", "finit_module", "init_module", "kexec_file_load", "kexec_load", "reboot",
            "chroot", "fsconfig", "fsmount", "fsopen", "fspick", "mount", "mount_setattr", "move_mount", "open_tree",
            "pivot_root", "umount", "umount2",
            "acct", "adjtimex", "clock_adjtime", "clock_settime", "ioperm", "iopl", "modify_ldt", "nfsservctl",
            "quotactl",
            "quotactl_fd", "setdomainname", "sethostname", "settimeofday", "stime", "swapoff", "swapon", "vhangup",
            "kcmp", "open_by_handle_at", "pidfd_getfd", "process_madvise", "process_vm_readv", "process_vm_writev",
            "setns",
        ].map { SystemCallRule($0) } + [SystemCallRule("open_tree_attr", number: 467)]

    /// Calls reported as missing, for which programs have a fallback: io_uring, whose requests no filter sees, and
    /// `clone3`, whose flags it does not see.
    private static let unknown = ["clone3", "io_uring_enter", "io_uring_register", "io_uring_setup"].map {
        SystemCallRule($0, error: ENOSYS)
    }

    /// New namespaces: a process would get privileges in them, which exposes more of the kernel to attacks.
    private static let namespaces =
        [
            CLONE_NEWCGROUP, CLONE_NEWIPC, CLONE_NEWNET, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWUSER, CLONE_NEWUTS,
        ].flatMap { flag in
            ["clone", "unshare"].map { SystemCallRule($0, .bits(UInt64(flag), of: 0)) }
        } + [SystemCallRule("unshare", .bits(UInt64(CLONE_NEWTIME), of: 0))]

    /// Debuggers may trace the agent's own processes, but not bubblewrap's, the first one in the sandbox. Processes
    /// outside have no number inside.
    private static let tracing = [PTRACE_ATTACH, PTRACE_SEIZE].map {
        SystemCallRule("ptrace", .equal(UInt64($0.rawValue), in: 0), .lowHalf(1, of: 1))
    }

    /// Calls that insert input into a terminal as if typed. The kernel looks only at the low half of the request
    /// number.
    private static let terminals = [TIOCSTI, 0x541C /* TIOCLINUX */].map {
        SystemCallRule("ioctl", .lowHalf(UInt64($0), of: 1))
    }

    /// Allows only Unix, IPv4, IPv6 and netlink sockets; of netlink, only the family that lists network interfaces; no
    /// raw packets.
    private static let sockets =
        (0...AF_NETLINK).filter { ![AF_UNIX, AF_INET, AF_INET6, AF_NETLINK].contains($0) }
        .map { SystemCallRule("socket", error: EAFNOSUPPORT, .equal(UInt64($0), in: 0)) } + [
            SystemCallRule("socket", error: EAFNOSUPPORT, .greater(UInt64(AF_NETLINK), in: 0)),
            SystemCallRule(
                "socket", .equal(UInt64(AF_NETLINK), in: 0), .different(UInt64(NETLINK_ROUTE), in: 2)),
        ]
        + [AF_INET, AF_INET6].flatMap { family in
            [SOCK_RAW, SOCK_PACKET].map {
                SystemCallRule(
                    "socket", .equal(UInt64(family), in: 0), .bits(UInt64($0.rawValue), of: 1, among: 0xF))
            }
        }

    /// Emulation of other systems and older kernels. Two uses stay possible, since debuggers and sanitizers need them:
    /// the query (all ones) and turning off address randomization. Any other set bit is refused.
    private static let personalities = personalityBits.flatMap { bit in
        [
            SystemCallRule("personality", .bits(bit, of: 0, among: bit | highestBit)),
            SystemCallRule("personality", .bits(highestBit, of: 0, among: bit | highestBit)),
        ]
    }
    private static let highestBit: UInt64 = 1 << 31
    private static let withoutRandomization: UInt64 = 0x004_0000
    private static let personalityBits = (0..<31).map { UInt64(1) << $0 }.filter { $0 != withoutRandomization }
}

extension scmp_arg_cmp {
    /// All of the bits are set.
    fileprivate static func bits(_ bits: UInt64, of argument: UInt32) -> Self {
        Self.bits(bits, of: argument, among: bits)
    }

    fileprivate static func bits(_ bits: UInt64, of argument: UInt32, among mask: UInt64) -> Self {
        Self(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: bits)
    }

    fileprivate static func lowHalf(_ value: UInt64, of argument: UInt32) -> Self {
        Self.bits(value, of: argument, among: 0xFFFF_FFFF)
    }

    fileprivate static func equal(_ value: UInt64, in argument: UInt32) -> Self {
        Self(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    }

    fileprivate static func different(_ value: UInt64, in argument: UInt32) -> Self {
        Self(arg: argument, op: SCMP_CMP_NE, datum_a: value, datum_b: 0)
    }

    fileprivate static func greater(_ value: UInt64, in argument: UInt32) -> Self {
        Self(arg: argument, op: SCMP_CMP_GT, datum_a: value, datum_b: 0)
    }
}
