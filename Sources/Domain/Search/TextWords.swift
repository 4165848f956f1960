/// The words of a text one after the other, folded, and where they stand.
struct TextWords: IteratorProtocol {
    struct Word {
        let scalars: [UInt32]
        let range: Range<String.UnicodeScalarView.Index>
    }

    private let scalars: String.UnicodeScalarView
    private var index: String.UnicodeScalarView.Index

    init(_ text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    mutating func next() -> Word? {
        while index < scalars.endIndex, FoldedScalars.folded(scalars[index]) == nil { scalars.formIndex(after: &index) }
        let start = index
        var word: [UInt32] = []
        while index < scalars.endIndex, let folded = FoldedScalars.folded(scalars[index]) {
            if !FoldedScalars.isAccent(scalars[index]) { word.append(folded) }
            scalars.formIndex(after: &index)
        }
        return start == index ? nil : Word(scalars: word, range: start..<index)
    }
}
