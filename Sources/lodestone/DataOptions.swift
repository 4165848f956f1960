import ArgumentParser
import Domain
import Foundation
import Logging
import Server

/// The options of every command that works on a data directory.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The directory for the service's data. [LODESTONE_DATA]", valueName: "directory"))
    var data: String?

    @Option(help: ArgumentHelp("A JSON file of settings. [LODESTONE_CONFIG]", valueName: "file"))
    var config: String?

    var flags: Flags {
        var flags = Flags()
        flags.configPath = config
        flags.values["data"] = data
        return flags
    }

    func administrator() async throws -> Administrator {
        let configuration = try await Settings(flags).serverConfiguration()
        return Administrator(
            configuration.dataDirectory, address: configuration.address(onPort: configuration.port),
            logger: Logger(label: "lodestone") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// The output format of an administrator's command.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON.")
    var json = false

    /// Prints the value as JSON, or else the lines that `describe` returns.
    func show<Value: Encodable>(_ value: Value, _ describe: (Value) -> [String]) throws {
        guard json else {
            for line in describe(value) { print(line.shownInTerminal) }
            return
        }
        print(String(decoding: try JSONEncoder.readable.encode(value), as: UTF8.self))
    }
}
