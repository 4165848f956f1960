import Domain

/// How far a clone is.
package struct GitProgress: Equatable, Sendable {
    /// As git names it, `Receiving objects`.
    package let stage: String
    package let percent: Int

    /// Reads a line such as `Receiving objects:  45% (9/20), 1.2 MiB`; `nil` for any other.
    init?(_ line: some StringProtocol) {
        let line = line.hasPrefix("remote: ") ? line.dropFirst(8) : line[...]
        guard let colon = line.firstIndex(of: ":"), let sign = line.firstIndex(of: "%"), colon < sign,
            let percent = Int(String(line[line.index(after: colon)..<sign]).trimmed), (0...100).contains(percent)
        else { return nil }
        self.percent = percent
        stage = String(line[..<colon])
    }
}
