/// The marks around a block of code, as CommonMark has them, and also where people put them after a colon.
struct Fence: Equatable {
    private let mark: Character
    private let length: Int

    /// The text before a fence that opens on this line and does not close on it.
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

    /// Nothing while the fence stays open, otherwise what follows its closing mark.
    func textAfterClosing(_ text: String) -> String? {
        guard text.first == mark else { return nil }
        let run = text.prefix { $0 == mark }
        guard run.count >= length else { return nil }
        return String(text[run.endIndex...].drop { $0 == " " })
    }
}
