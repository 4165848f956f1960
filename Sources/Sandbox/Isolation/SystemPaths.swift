import Glibc

/// The parts of the host that every command may read.
enum SystemPaths {
    static let programs = ["/usr"]

    /// Symbolic links into `/usr` today, directories on older systems.
    static let roots = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"]

    /// Files for name resolution, TLS, time zones and the dynamic linker. Never a whole directory that could contain
    /// private keys, even protected ones.
    static let settings = [
        "/etc/alternatives", "/etc/ca-certificates", "/etc/gai.conf", "/etc/host.conf", "/etc/hosts",
        "/etc/ld.so.cache",
        "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/nsswitch.conf", "/etc/pki/ca-trust/extracted",
        "/etc/pki/tls/cert.pem", "/etc/pki/tls/certs", "/etc/protocols", "/etc/resolv.conf", "/etc/services",
        "/etc/ssl/cert.pem", "/etc/ssl/certs", "/etc/ssl/openssl.cnf", "/etc/timezone",
    ]

    /// Kernel settings and controls, some of them writable by everybody. Bubblewrap itself protects only some of these.
    static let kernelSettings = [
        "/proc/acpi", "/proc/bus", "/proc/driver", "/proc/dynamic_debug", "/proc/fs", "/proc/irq", "/proc/mtrr",
        "/proc/pressure", "/proc/scsi", "/proc/sys", "/proc/sysrq-trigger",
    ]

    static func linkTarget(of path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &bytes, bytes.count)
        return length < 0 ? nil : String(decoding: bytes.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
