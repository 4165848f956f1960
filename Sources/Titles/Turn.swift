/// The point in a sentence at which the background ends and a request begins: "I'm using Next.js and I need to add
/// auth".
enum Turn {
    private static let joints: Set<String> = ["and", "so", "but", "then"]

    /// The clause that makes the better title; `nil` if the whole sentence does.
    ///
    /// The request is better if the background is about the author or the sentence is too long for a title; the
    /// background is better if the request is just "… can you fix it?".
    static func better(of sentence: ArraySlice<Word>) -> ArraySlice<Word>? {
        guard let turn = sentence.indices.dropFirst(2).first(where: { isTurn(sentence, at: $0) }) else { return nil }
        var setting = sentence[..<turn]
        while let last = setting.last, joints.contains(last.key) { setting.removeLast() }
        let request = sentence[turn...].drop { $0.key == "now" }
        if onlyPoints(request) { return setting }
        let isTooLong = sentence.line(backticks: .dropped).count > SessionTitle.maximumLength
        return isTooLong || setting.first?.is(.speaker) == true ? request : nil
    }

    private static func isTurn(_ sentence: ArraySlice<Word>, at index: Int) -> Bool {
        let before = sentence[index - 1]
        guard before.text.utf8.last == UInt8(ascii: ",") || joints.contains(before.key) || before.key.isEmpty else {
            return false
        }
        return sentence[index...].prefixLength(.turn) != nil
    }

    private static func onlyPoints(_ request: ArraySlice<Word>) -> Bool {
        var stripped = Courtesies.stripped(from: request)
        stripped.isRequest = true
        return Sense(of: stripped).points || stripped.words.count <= 3 && stripped.words.contains { $0.is(.pronoun) }
    }
}
