import ArgumentParser
import Domain
import Server

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Replace the data with those of a backup.",
        discussion: """
            Stop the server first. The backup is verified before anything changes, and what it replaces is kept in the \
            data directory, in `replaced-…`:

              lodestone restore /var/backups/lodestone/lodestone-20260211T100000.000Z --data /var/lib/lodestone

            Browsers stay signed in as they were when the backup was made, unless you give --sign-out-everybody.
            """)

    @Argument(help: ArgumentHelp("The backup, a directory that `lodestone backup` made.", valueName: "backup"))
    var backup: String

    @Flag(help: "End all sign-ins, so that everybody has to sign in again.")
    var signOutEverybody = false

    @OptionGroup var passphraseOptions: PassphraseOptions
    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let passphrase = try passphraseOptions.passphrase()
        let report = try await dataOptions.administrator().restore(
            absolutePath(backup), passphrase: passphrase, endsBrowserSessions: signOutEverybody)
        try output.show(report) { report in
            [
                "Restored the backup of \(report.createdAt), made by version \(report.version), to \(report.dataDirectory)."
            ]
                + (report.replaced.map { ["What was there before is in \($0)."] } ?? [])
        }
    }
}
