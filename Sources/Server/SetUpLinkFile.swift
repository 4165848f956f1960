import FoundationEssentials
import SystemPackage

/// The file with the set-up link, which only the operator can read, for as long as the link may be used.
struct SetUpLinkFile: Sendable {
    let path: String

    /// - Throws: when the disk doesn't take it.
    func write(_ link: String) throws {
        remove()
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll("\(link)\n".utf8) }
    }

    @Sendable func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
