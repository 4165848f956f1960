import ArgumentParser
import Domain
import Server

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back up the database and the key for its secrets.",
        discussion: """
            Makes a directory such as lodestone-20260211T100000.000Z in the one that you name, and prints its path. It \
            is checked before it counts, and replaces nothing. Works whether or not the server is running:

              lodestone backup /var/backups/lodestone

            Without a passphrase, whoever can read the backup can also decrypt the secrets of environments in it. Old \
            backups are not deleted; for backups by schedule, see the setting `backupDirectory`.
            """)

    @Argument(help: ArgumentHelp("The directory for backups, created if it is missing.", valueName: "directory"))
    var destination: String

    @OptionGroup var passphraseOptions: PassphraseOptions
    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let passphrase = try passphraseOptions.passphrase()
        let report = try await dataOptions.administrator().backUp(
            to: absolutePath(destination), passphrase: passphrase)
        try output.show(report) { report in
            let key =
                switch (report.hasKey, report.isSealed) {
                case (true, true): "with the key for secrets, sealed with the passphrase"
                case (true, false): "with the key for secrets; keep it where nobody else can read it"
                case (false, _): "without a key for secrets, since the data directory has none"
                }
            return [report.path, "\(report.bytes / 1_048_576) MiB, \(key)"]
        }
    }
}
