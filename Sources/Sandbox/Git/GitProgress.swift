import Domain

/// Progress of a clone.
package struct GitProgress: Equatable, Sendable {
    /// Git's name for the stage, such as `Receiving objects`.
    package let stage: String
    package let percent: Int

    /// Parses a line such as `Receiving objects:  45% (9/20), 1.2 MiB`; `nil` for any other.
    init?(_ line: some StringProtocol) {
        let line = line.hasPrefix("remote: ") ? line.dropFirst(8) : line[...]
        guard let colon = line.firstIndex(of: ":"), let sign = line.firstIndex(of: "%"), colon < sign,
            let percent = Int(String(line[line.index(after: colon)..<sign]).trimmed), (0...100).contains(percent)
        else { return nil }
        self.percent = percent
        stage = String(line[..<colon])
    }
}
