/// Reads a message block by block for the sentence that says what is wanted.
struct RequestSearch {
    /// Beyond so many blocks only the last ones are read, where a request stands after much that was pasted.
    private static let maximumBlocks = 500

    private var best: Candidate?
    private var blocksRead = 0
    private var unread: [Block] = []
    private var section = Candidate.Place.message
    private var evidence = Evidence()

    /// Whether reading on could not change the title.
    var isSettled: Bool {
        guard let best else { return false }
        return best.place == .message && best.merit == .wanted
    }

    mutating func read(_ block: Block) {
        guard blocksRead < Self.maximumBlocks else {
            unread = unread.suffix(2) + [block]
            return
        }
        blocksRead += 1
        search(block)
    }

    private mutating func search(_ block: Block) {
        switch block.kind {
        case .heading: readHeading(block.text)
        case .paragraph: readSentences(of: block.text, in: section)
        case .item: readSentences(of: block.text, in: section, isItem: true)
        case .checkbox, .aside: readSentences(of: block.text, in: .background)
        case .quotation: readSentences(of: block.text, in: .quotation)
        case .code, .output: evidence.note(block)
        }
    }

    private mutating func readHeading(_ text: String) {
        let words = InlineMarkdown.words(of: text)[...]
        evidence.note(Array(words), text)
        switch SectionLabel.role(ofWords: words) {
        case .request: section = .message
        case .background: section = .background
        case nil:
            section = .message
            guard !words.isEmpty else { return }
            readSentences(of: text, in: .message)
        }
    }

    private mutating func readSentences(of text: String, in place: Candidate.Place, isItem: Bool = false) {
        let words = InlineMarkdown.words(of: text)
        evidence.note(words, text)
        if let role = SectionLabel.role(ofWords: words), words.last?.text.endsWith(anyOf: ":：*") == true {
            section = role == .background ? .background : .message
            return
        }
        var place = place
        for sentence in Sentences.split(words) {
            var sentence = sentence
            while let label = SectionLabel.leading(sentence) {
                sentence = sentence.dropFirst(label.length)
                if label.role == .background, place == .message { place = .background }
            }
            consider(sentence, in: place, isItem: isItem)
            if isSettled { return }
        }
    }

    private mutating func consider(_ sentence: ArraySlice<Word>, in place: Candidate.Place, isItem: Bool) {
        var bare = Courtesies.stripped(from: sentence)
        if RolePlay.isOpening(bare.words) {
            guard let request = RolePlay.request(in: bare.words) else {
                return keep(Candidate(role: bare.words, in: place))
            }
            bare = Courtesies.stripped(from: request)
        }
        if let better = Turn.better(of: bare.words) { bare = Courtesies.stripped(from: better) }
        if let rest = Merit.textAfterHollowLead(bare.words) { bare = Courtesies.stripped(from: rest) }
        guard let candidate = Candidate(bare, in: place, isItem: isItem) else { return }
        keep(candidate)
    }

    private mutating func keep(_ candidate: Candidate) {
        if best.map(candidate.isBetter) ?? true { best = candidate }
    }

    /// The words of the title, before the capital is set.
    consuming func result() -> [Word] {
        for block in unread { search(block) }
        if let best, best.place == .message { return Title.words(of: best, evidence) }
        if let error = evidence.errorLine { return Title.withoutClosing(error) }
        if let best, best.place == .background { return Title.words(of: best, evidence) }
        if let output = evidence.outputLine { return Title.withoutClosing(output) }
        if let only = evidence.link ?? evidence.codeLine { return only }
        if let best { return Title.words(of: best, evidence) }
        let words = evidence.anyText?.split(separator: " ").map { Word(String($0)) } ?? []
        let trimmed = Title.withoutClosing(words)
        return trimmed.isEmpty ? words : trimmed
    }
}
