/// The fence around a block of code, as in CommonMark; it may also follow text, such as one ending with a colon.
struct Fence: Equatable {
    private let mark: Character
    private let length: Int

    /// The fence that opens on this line and doesn't close on it, and the text before it.
    static func opening(_ text: String) -> (before: String, fence: Fence)? {
        for run in ["```", "~~~"] {
            guard let open = text.firstPlace(of: run), let mark = run.first else { continue }
            let fence = text[open.lowerBound...].prefix { $0 == mark }
            let info = text[fence.endIndex...]
            let before = text[..<open.lowerBound].trimmingEnd { $0 == " " }
            if info.holds(run) || !before.isEmpty && (mark == "~" || info.utf8.contains(UInt8(ascii: " "))) { continue }
            return (before, Fence(mark: mark, length: fence.count))
        }
        return nil
    }

    /// The text after the closing fence; `nil` if the line doesn't close it.
    func textAfterClosing(_ text: String) -> String? {
        guard text.first == mark else { return nil }
        let run = text.prefix { $0 == mark }
        guard run.count >= length else { return nil }
        return String(text[run.endIndex...].drop { $0 == " " })
    }
}
