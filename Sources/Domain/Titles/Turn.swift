/// The point in a sentence where a setting ends and a request begins: "I'm using Next.js and I need to add auth".
enum Turn {
    private static let requests = Phrases(
        """
        please, can you, could you, would you, will you, can we, could we, i need you to, i want you to,
        i'd like you to, i would like you to, i need to, i want to, i'd like to, i would like to, we need to,
        we want to, we should, i think we should, i think we need to, let's, where do, how do, how can, how would,
        why does, is there, noticed that, noticed, found that, saw that, i noticed, i found that, i saw that, now
        """
    )

    private static let joints: Set<String> = ["and", "so", "but", "then"]
    private static let pronouns: Set<String> = ["it", "this", "that", "them", "these", "those"]
    private static let speakers: Set<String> = ["i", "im", "i'm", "i've", "we", "we're", "we've", "i'll", "my", "our"]

    /// The clause that makes the better title, or nothing where the sentence is best as a whole.
    ///
    /// What follows the turn wins over a speaker's setting, or a long one; what stands before it wins over
    /// "… can you fix it?".
    static func better(of sentence: ArraySlice<Word>) -> ArraySlice<Word>? {
        guard let turn = sentence.indices.dropFirst(2).first(where: { isTurn(sentence, at: $0) }) else { return nil }
        var setting = sentence[..<turn]
        while let last = setting.last, joints.contains(last.key) { setting.removeLast() }
        let request = sentence[turn...].drop { $0.key == "now" }
        if onlyPoints(request) { return setting }
        let isTooLong = sentence.line(backticks: .dropped).count > SessionTitle.maximumLength
        return isTooLong || speakers.contains(setting.first?.key ?? "") ? request : nil
    }

    private static func isTurn(_ sentence: ArraySlice<Word>, at index: Int) -> Bool {
        let before = sentence[index - 1]
        guard before.text.hasSuffix(",") || joints.contains(before.key) || before.key.isEmpty else { return false }
        return requests.prefixLength(of: sentence[index...]) != nil
    }

    private static func onlyPoints(_ request: ArraySlice<Word>) -> Bool {
        let words = Courtesies.stripped(from: request).words
        return Merit(of: words, isRequest: true) == .hollow
            || words.count <= 3 && words.contains { pronouns.contains($0.key) }
    }
}
