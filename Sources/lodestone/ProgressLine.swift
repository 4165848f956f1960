import Domain
import Foundation
import Glibc

/// A progress line of a long command, rewritten in place at most every 100 ms; nothing is shown when standard error
/// isn't a terminal.
struct ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shownAt: ContinuousClock.Instant?

    mutating func show(_ text: () -> String) {
        let now = ContinuousClock.now
        guard isShown, shownAt.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shownAt = now
        write("\r\u{1B}[K\(text().shownInTerminal)")
    }

    /// Removes the line before other output.
    mutating func clear() {
        guard shownAt != nil else { return }
        shownAt = nil
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
