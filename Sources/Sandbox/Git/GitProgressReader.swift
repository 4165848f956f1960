/// Reads what a clone tells, a piece at a time.
struct GitProgressReader {
    /// All else that it said, up to 64 KiB.
    private(set) var said = ""
    private var rest = ""
    private var last: GitProgress?

    /// - Returns: the steps that are new: each stage's percentage, once.
    mutating func read(_ piece: [UInt8]) -> [GitProgress] {
        let text = rest + String(decoding: piece, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        rest = String((lines.last ?? "").suffix(1000))
        var updates: [GitProgress] = []
        for line in lines.dropLast() {
            guard let progress = GitProgress(line) else {
                if said.utf8.count + line.utf8.count < 65_536 { said += line + "\n" }
                continue
            }
            if progress != last { updates.append(progress) }
            last = progress
        }
        return updates
    }
}
