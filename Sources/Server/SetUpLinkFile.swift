import FoundationEssentials
import SystemPackage

/// The file with the setup link, readable by the operator only. It exists only while the link can be used.
struct SetUpLinkFile: Sendable {
    let path: String

    /// - Throws: when the file can't be written.
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
