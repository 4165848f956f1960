/// Reads a message block by block to find the sentence with the request.
struct RequestSearch {
    /// After this number of blocks only the last ones are read, since a request can follow long pasted content.
    private static let maximumBlocks = 500

    private var best: Candidate?
    private var headings = Headings()
    private var firstLine: Candidate?
    private var blocksRead = 0
    private var sentencesRead = 0
    private var unread: [Block] = []
    private var section = Section()
    private var evidence = Evidence()
    private(set) var isSettled = false

    private struct Section {
        var place = Candidate.Place.message
        var penalty = 0
        /// Whether the next block is directly below a heading, where a form has its answers.
        var isAnswer = false
    }

    mutating func read(_ block: Block) {
        guard blocksRead < Self.maximumBlocks else {
            unread = unread.suffix(2) + [block]
            return
        }
        blocksRead += 1
        if let title = firstLine {
            firstLine = nil
            if block.isAfterBlank || block.kind == .heading {
                best = title
                isSettled = true
                return
            }
        }
        let isFirst = best == nil && sentencesRead == 0
        search(block)
        if isFirst, block.kind == .paragraph, let title = TitleLine.title(in: block) {
            firstLine = title
            isSettled = false
        }
    }

    private mutating func search(_ block: Block) {
        defer { section.isAnswer = block.kind == .heading }
        switch block.kind {
        case .heading: readHeading(block)
        case .subject: readSubject(block.text)
        case .paragraph: readSentences(of: block.text, in: section.place)
        case .item: readSentences(of: block.text, in: section.place, penalty: Score.item)
        case .checkbox: readSentences(of: block.text, in: .background)
        case .quotation: readSentences(of: block.text, in: .quotation)
        case .code, .output: evidence.note(block)
        case .aside: evidence.note(row: block.text)
        }
    }

    private mutating func readSubject(_ text: String) {
        let words = InlineMarkdown.words(of: text)
        evidence.note(text)
        evidence.note(words[...])
        let sentence = Courtesies.stripped(from: words[...])
        guard let candidate = Candidate(sentence, in: .message), candidate.score > Score.statement / 2 else { return }
        best = Candidate(title: sentence)
        isSettled = true
    }

    private mutating func readHeading(_ block: Block) {
        let words = InlineMarkdown.words(of: block.text)
        evidence.note(block.text)
        evidence.note(words[...])
        section = Section()
        guard !words.isEmpty else { return }
        if block.level == Block.tagLevel {
            if SectionLabel.role(ofHeading: words[...]) == .background { section.place = .background }
            return
        }
        let isFirst = headings.isEmpty && best.map { $0.score < 0 } ?? true
        headings.read(level: block.level, isBackground: SectionLabel.role(ofWords: words[...]) == .background)
        var title = words[...]
        while let label = SectionLabel.leading(title), label.length < title.count {
            title = title.dropFirst(label.length)
        }
        let isOwn = (isFirst || title.count < words.count) && !SectionLabel.isFormQuestion(title)
        let role = isOwn ? SectionLabel.role(ofWords: title) : SectionLabel.role(ofHeading: title)
        switch role {
        case .background: section.place = .background
        case .request: break
        case nil:
            if isOwn {
                keepTitle(title, level: block.level)
            } else {
                section.penalty = Score.unknownSection
            }
        }
    }

    /// Stores a heading as the title of the message; later headings of its level can show that it is only a section.
    private mutating func keepTitle(_ words: ArraySlice<Word>, level: Int) {
        let sentence = Courtesies.stripped(from: words)
        guard Candidate(sentence, in: .message).map({ !$0.points }) == true, !TitleLine.isField(words) else { return }
        headings.title = Candidate(title: sentence)
    }

    private mutating func readSentences(of text: String, in place: Candidate.Place, penalty: Int = 0) {
        evidence.note(text)
        headings.noteText()
        if section.isAnswer || text.endsWith(anyOf: ":：*"), isLabelOrAnswer(InlineMarkdown.words(of: text)[...]) {
            return
        }
        var sentences = Sentences(of: text)
        while var sentence = sentences.next() {
            evidence.note(sentence)
            var place = place
            var isLabelled = false
            while let label = SectionLabel.leading(sentence) {
                sentence = sentence.dropFirst(label.length)
                isLabelled = true
                if label.role == .background, place == .message { place = .background }
            }
            consider(sentence, in: place, penalty: penalty, isLabelled: isLabelled)
            if isSettled { return }
        }
    }

    /// Whether the words are a label, which begins a section, or an answer without content below a form's heading, such
    /// as "yes" or "none".
    private mutating func isLabelOrAnswer(_ words: ArraySlice<Word>) -> Bool {
        if section.isAnswer, words.count <= 6, words.isPhrase(.emptyAnswer) { return true }
        guard words.last?.text.endsWith(anyOf: ":：*") == true, let role = SectionLabel.role(ofWords: words) else {
            return false
        }
        section = Section()
        section.place = role == .background ? .background : .message
        return true
    }

    private mutating func consider(
        _ sentence: ArraySlice<Word>, in place: Candidate.Place, penalty: Int, isLabelled: Bool
    ) {
        var bare = Courtesies.stripped(from: sentence)
        if RolePlay.isOpening(bare.words) {
            guard let request = RolePlay.request(in: bare.words) else {
                return keep(Candidate(role: bare.words, in: place))
            }
            bare = Courtesies.stripped(from: request)
        }
        if let better = Turn.better(of: bare.words) { bare = Courtesies.stripped(from: better) }
        if let rest = Sense.textAfterPointingLead(bare.words) { bare = Courtesies.stripped(from: rest) }
        if isLabelled { bare.isReport = true }
        let position = Score.position(sentencesRead) + section.penalty
        let isFirst = sentencesRead == 0 && place == .message
        guard let candidate = Candidate(bare, in: place, penalty: penalty + position, isFirst: isFirst) else { return }
        sentencesRead += 1
        keep(candidate)
    }

    private mutating func keep(_ candidate: Candidate) {
        if best.map({ candidate.score > $0.score }) ?? true { best = candidate }
        guard let best, headings.title == nil else { return }
        isSettled = best.score >= Score.best(from: sentencesRead)
    }

    /// The words of the title, not yet capitalized.
    consuming func result() -> [Word] {
        for block in unread { search(block) }
        if let title = headings.title { best = title }
        if let best, best.place == .message {
            if best.score <= 0, let named = evidence.named { return named }
            return Title.words(of: best, evidence)
        }
        if let named = evidence.named { return named }
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
