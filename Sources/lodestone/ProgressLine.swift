import Domain
import Foundation
import Glibc

/// A line on the terminal that tells how far a long command is, written over again and again; nothing when standard
/// error is no terminal.
struct ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shownAt: ContinuousClock.Instant?

    mutating func show(_ text: () -> String) {
        let now = ContinuousClock.now
        guard isShown, shownAt.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shownAt = now
        write("\r\u{1B}[K\(text().shownInTerminal)")
    }

    /// Makes room for other output.
    mutating func clear() {
        guard shownAt != nil else { return }
        shownAt = nil
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
