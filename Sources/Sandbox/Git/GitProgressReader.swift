/// Parses git's progress output piece by piece.
struct GitProgressReader {
    /// Everything that is not progress, up to 64 KiB.
    private(set) var said = ""
    private var rest = ""
    private var last: GitProgress?

    /// - Returns: the new progress, without repetitions.
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
