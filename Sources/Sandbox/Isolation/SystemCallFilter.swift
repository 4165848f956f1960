import CSeccomp
import Glibc

/// The seccomp filter (seccomp(2)) for everything that runs in bubblewrap, built with libseccomp.
///
/// It refuses system calls that expose much of the kernel and that no agent needs, and allows all others: agents run
/// compilers, browsers and debuggers that are not known in advance. It applies to the machine's native architecture;
/// calls in another one's format, such as i386 or x32 on x86_64, fail as unknown (`ENOSYS`).
struct SystemCallFilter {
    private let context: scmp_filter_ctx

    /// In bubblewrap's format: instructions of eight bytes each.
    static func program() throws(SystemCallError) -> [UInt8] {
        let filter = try SystemCallFilter()
        defer { seccomp_release(filter.context) }
        for rule in SystemCallRule.all { try filter.add(rule) }
        return try filter.exported()
    }

    private init() throws(SystemCallError) {
        guard let context = seccomp_init(0x7fff_0000 /* SCMP_ACT_ALLOW */) else {
            throw SystemCallError("seccomp_init", code: ENOMEM)
        }
        self.context = context
        try Self.check(
            seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, Self.action(ENOSYS)), "seccomp_attr_set")
    }

    private func add(_ rule: SystemCallRule) throws(SystemCallError) {
        let number = rule.number
        // The call does not exist on this architecture.
        guard number >= 0 else { return }
        let result = rule.conditions.withUnsafeBufferPointer { conditions in
            seccomp_rule_add_array(
                context, Self.action(rule.error), number, UInt32(conditions.count), conditions.baseAddress)
        }
        try Self.check(result, "seccomp_rule_add_array of \(rule.name)")
    }

    private func exported() throws(SystemCallError) -> [UInt8] {
        let file = try Descriptor.memory(holding: [])
        try Self.check(seccomp_export_bpf(context, file.number), "seccomp_export_bpf")
        let length = Int(lseek(file.number, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(length, 0))
        guard !bytes.isEmpty, pread(file.number, &bytes, length, 0) == length else { throw SystemCallError("pread") }
        return bytes
    }

    /// `SCMP_ACT_ERRNO`, a macro that Swift does not import.
    private static func action(_ error: CInt) -> UInt32 {
        0x0005_0000 | UInt32(error)
    }

    private static func check(_ result: CInt, _ operation: String) throws(SystemCallError) {
        guard result < 0 else { return }
        throw SystemCallError(operation, code: -result)
    }
}
