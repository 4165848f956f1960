import Glibc

/// All descendants of a process, without itself, as listed in `/proc`.
struct ProcessTree {
    private(set) var members: [Member] = []
    var processes: Int { members.count }
    /// Their resident memory; shared memory counts once for each process.
    private(set) var residentBytes = 0

    init(under root: pid_t) {
        let all = Self.all()
        let children = Dictionary(grouping: all.keys) { all[$0]?.parent ?? 0 }
        var waiting = children[root] ?? []
        while let process = waiting.popLast() {
            guard let entry = all[process] else { continue }
            members.append(Member(number: process, start: entry.start, isStopped: entry.isStopped))
            residentBytes += entry.pages * Int(getpagesize())
            waiting += children[process] ?? []
        }
    }

    struct Member {
        let number: pid_t
        /// The start time: with the number it identifies the process even if the number is reused.
        let start: String
        /// Whether a signal stopped the process, or it has ended.
        let isStopped: Bool

        /// Sends the signal unless the process is gone, even if another one has its number now.
        func send(_ signal: CInt) {
            guard let handle = try? ProcessHandle(number), ProcessTree.entry(of: number)?.start == start else { return }
            handle.send(signal)
        }
    }

    private struct Entry {
        let parent: pid_t
        let pages: Int
        let start: String
        let isStopped: Bool
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

    /// Parses `/proc/N/stat` (proc(5)): the fields after the name, which may itself contain spaces and brackets.
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
        let state = fields[0].first ?? 0
        return Entry(
            parent: parent, pages: pages, start: String(decoding: fields[19], as: UTF8.self),
            isStopped: "TtZX".utf8.contains(state))
    }
}
