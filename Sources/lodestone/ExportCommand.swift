import ArgumentParser
import Domain
import Foundation
import NIOCore
import Server

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export all data as NDJSON, which `lodestone import` can read.",
        discussion: """
            Passwords, keys and cookies are not exported. Works whether or not the server is running:

              lodestone export --output acme.ndjson
            """)

    @Option(help: "The organization's ID (default: all organizations).")
    var organization: OrganizationID?

    @Option(help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var dataOptions: DataOptions

    func run() async throws {
        let download = ExportArchive(organization: organization)
        let administrator = try await dataOptions.administrator()
        let file = try OutputFile(output)
        var progress = ProgressLine()
        var bytes = 0
        try await administrator.perform(download) { piece in
            try file.write(Data(piece.readableBytesView))
            bytes += piece.readableBytes
            progress.show { "\(bytes / 1_048_576) MiB written" }
        }
        progress.clear()
        try file.finish()
    }
}

/// A file that appears under its name once it is complete; or standard output.
private struct OutputFile {
    private let handle: FileHandle
    private let path: String?
    private var partialPath: String? { path.map { "\($0).partial" } }

    /// - Throws: `ValidationError` when it can't be written.
    init(_ path: String) throws {
        guard path != "-" else {
            self.path = nil
            handle = .standardOutput
            return
        }
        self.path = path
        guard FileManager.default.createFile(atPath: "\(path).partial", contents: nil),
            let handle = FileHandle(forWritingAtPath: "\(path).partial")
        else { throw ValidationError("\(path) cannot be written.") }
        self.handle = handle
    }

    func write(_ data: Data) throws {
        try handle.write(contentsOf: data)
    }

    func finish() throws {
        guard let path, let partialPath else { return }
        try handle.synchronize()
        try handle.close()
        guard rename(partialPath, path) == 0 else { throw ValidationError("\(path) cannot be written.") }
    }
}
