import Glibc

/// The processes that come of one, without itself, as the kernel lists them.
struct ProcessTree {
    private(set) var processes = 0
    /// What they hold in memory; what several share counts for each.
    private(set) var residentBytes = 0

    init(under root: pid_t) {
        let all = Self.all()
        let children = Dictionary(grouping: all.keys) { all[$0]?.parent ?? 0 }
        var waiting = children[root] ?? []
        while let process = waiting.popLast() {
            guard let entry = all[process] else { continue }
            processes += 1
            residentBytes += entry.pages * Int(getpagesize())
            waiting += children[process] ?? []
        }
    }

    private struct Entry {
        let parent: pid_t
        let pages: Int
    }

    private static func all() -> [pid_t: Entry] {
        guard let directory = opendir("/proc") else { return [:] }
        defer { closedir(directory) }
        var entries: [pid_t: Entry] = [:]
        while let item = readdir(directory) {
            let number = withUnsafeBytes(of: &item.pointee.d_name) { name in
                pid_t(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
            }
            if let number, let entry = entry(of: number) { entries[number] = entry }
        }
        return entries
    }

    /// Reads `/proc/N/stat` (proc(5)): what follows the name, which may itself have spaces and brackets.
    private static func entry(of process: pid_t) -> Entry? {
        let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
            count = max(read(file, buffer.baseAddress, buffer.count), 0)
        }
        guard let name = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = bytes[(name + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 21, let parent = pid_t(String(decoding: fields[1], as: UTF8.self)),
            let pages = Int(String(decoding: fields[21], as: UTF8.self))
        else { return nil }
        return Entry(parent: parent, pages: pages)
    }
}
