import ArgumentParser
import Domain
import Foundation
import Server

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over an export, or what Claude Code wrote.",
        discussion: """
            Reads what `lodestone export` wrote, Claude Code's stream-json output, and the transcripts that it keeps; \
            each file's content tells which. Lines that are here already are skipped, so that repeating an import does \
            no harm:

              lodestone import acme.ndjson
              lodestone import ~/.claude/projects --author alice@example.com
            """)

    @Argument(help: ArgumentHelp("Files, folders with .jsonl files, or - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "The e-mail address of the member who had the conversations of Claude Code's files.")
    var author: String?

    @Option(help: "The id of the organization that takes everything (default: the export's, or the only one).")
    var organization: OrganizationID?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let importer = Importer(
            try await dataOptions.administrator(), author: try checked { try author.map(EmailAddress.init(_:)) },
            organization: organization)
        var progress = ProgressLine()
        let report = try await importer.run(try ImportFiles.find(files)) { news in
            switch news {
            case .progress(let file, let bytes, let size, let tally):
                progress.show { Self.progress(of: file, bytes, size, tally) }
            case .rejected(let file, let line):
                progress.clear()
                FileHandle.standardError.write(
                    Data("\("\(file):\(line.number): \(line.reason)".shownInTerminal)\n".utf8))
            }
        }
        progress.clear()
        try output.show(report) { report in
            let tally = report.tally
            return [
                "\(tally.newSessions) sessions new, \(tally.updatedSessions) updated, \(tally.skippedSessions) here already.",
                "\(tally.lines) lines added, \(report.rejected) rejected, from \(report.files) files.",
            ]
        }
        if report.rejected > 0 { throw ExitCode.failure }
    }

    private static func progress(of file: String, _ bytes: Int, _ size: Int?, _ tally: ImportTally) -> String {
        let share = size.map { $0 > 0 ? "\(min(100, bytes * 100 / $0)) %" : "100 %" } ?? "\(bytes / 1_048_576) MiB"
        return "\(file): \(share), \(tally.lines) lines added"
    }
}
