import Glibc

/// The system's limit of the files and connections that this process may have open at once.
struct OpenFileLimit {
    /// The kernel's default maximum for any process (`fs.nr_open`), whatever the hard limit is.
    private static let most = 1_048_576

    let count: Int
    let countBefore: Int

    /// How many connections leave enough descriptors for the database, agents and other files.
    var connections: Int { max(16, count - max(64, count / 4)) }

    /// Raises the soft limit to the hard limit. The usual soft limit of 1,024 exists for programs that use `select`.
    static func raised() -> OpenFileLimit {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return OpenFileLimit(count: 1024, countBefore: 1024)
        }
        let before = Int(clamping: limit.rlim_cur)
        let most = min(Int(clamping: limit.rlim_max), most)
        guard before < most else { return OpenFileLimit(count: before, countBefore: before) }
        limit.rlim_cur = rlim_t(most)
        let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        return OpenFileLimit(count: isRaised ? most : before, countBefore: before)
    }
}
