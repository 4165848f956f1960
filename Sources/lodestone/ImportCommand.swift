import ArgumentParser
import Domain
import Foundation
import Server

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import an export or agents' transcripts.",
        discussion: """
            Reads files of `lodestone export`, Claude Code's stream-json output, and the transcripts of Claude Code, \
            Codex and Gemini CLI. It recognizes each kind of file by its content, and skips lines that were imported \
            before, so an import can be repeated:

              lodestone import acme.ndjson
              lodestone import ~/.claude/projects --author alice@example.com
              lodestone import ~/.codex/sessions ~/.gemini/tmp --author alice@example.com
            """)

    @Argument(help: ArgumentHelp("Files, folders with transcripts, or - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "The email address of the member who owns the imported transcripts.")
    var author: String?

    @Option(help: "The ID of the organization to import into (default: the export's, or the only one).")
    var organization: OrganizationID?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let importer = Importer(
            try await dataOptions.administrator(), author: try checked { try author.map(EmailAddress.init(_:)) },
            organization: organization)
        var progress = ProgressLine()
        let found = try ImportFiles.find(files)
        for path in found.emptyPaths {
            Self.tell("\(path): this folder has no transcript, which is a file whose name ends in .jsonl")
        }
        let report = try await importer.run(found.files) { event in
            switch event {
            case .progress(let file, let bytes, let size, let tally):
                progress.show { Self.progress(of: file, bytes, size, tally) }
            case .rejected(let file, let line):
                progress.clear()
                Self.tell("\(file):\(line.number): \(line.reason)")
            }
        }
        progress.clear()
        try output.show(report) { report in
            let tally = report.tally
            return [
                "\(tally.newSessions) sessions added, \(tally.updatedSessions) updated, "
                    + "\(tally.skippedSessions) unchanged.",
                "\(tally.lines) lines added, \(report.rejected) rejected, from \(report.files) files.",
            ] + [report.filesWithoutConversation].compactMap(\.self)
        }
        guard report.rejected == 0, !report.isEmpty, found.emptyPaths.isEmpty else { throw ExitCode.failure }
    }

    private static func tell(_ text: String) {
        FileHandle.standardError.write(Data("\(text.shownInTerminal)\n".utf8))
    }

    private static func progress(of file: String, _ bytes: Int, _ size: Int?, _ tally: ImportTally) -> String {
        let share = size.map { $0 > 0 ? "\(min(100, bytes * 100 / $0)) %" : "100 %" } ?? "\(bytes / 1_048_576) MiB"
        return "\(file): \(share), \(tally.lines) lines added"
    }
}
