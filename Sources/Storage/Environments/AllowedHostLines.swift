import Domain

/// The encoding of allowed hosts in a column: one host per line.
enum AllowedHostLines {
    static func text(of hosts: [AllowedHost]) -> String {
        hosts.map(\.description).joined(separator: "\n")
    }

    static func hosts(in text: String) throws -> [AllowedHost] {
        try text.split(separator: "\n").map { line throws(InvalidValue) in try AllowedHost(String(line)) }
    }
}
