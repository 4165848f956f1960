/// A line that needs no cleaning, as ranges in the bytes of a message.
struct PlainLine {
    /// The range of the text, without white space around it.
    let text: Range<Int>
    /// The position of the line feed, or the end of the message.
    let end: Int
    private(set) var scalars = 0
    private(set) var marks = Line.Marks()
    private(set) var codeSigns = 0

    /// Returns `nil` if the line has control or invisible characters, combining marks or double spaces.
    init?(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var position = start
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        let textStart = position
        var textEnd = position
        var scalars = 0
        var codeSigns = 0
        var marks: UInt16 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: " ") {
                position += 1
                continue
            }
            if byte == UInt8(ascii: "\n") { break }
            if position - textEnd > 1, textEnd > textStart { return nil }
            scalars += position - textEnd
            if byte.isASCIILetter {
                let wordStart = position
                repeat { position += 1 } while position < bytes.count && bytes[position].isASCIILetter
                scalars += position - wordStart
                textEnd = position
                continue
            }
            scalars += 1
            if byte < 0x80 {
                guard byte > 0x20, byte < 0x7F else { return nil }
                let mark = Line.Marks.of(byte).rawValue
                marks |= mark
                codeSigns += Int(mark & Line.Marks.code.rawValue)
                position += 1
            } else {
                guard let length = PlainScalars.length(in: bytes, at: position) else { return nil }
                marks |= Line.Marks.beyondASCII.rawValue
                position += length
            }
            textEnd = position
        }
        text = textStart..<textEnd
        end = position
        self.scalars = scalars
        self.codeSigns = codeSigns
        self.marks = Line.Marks(rawValue: marks)
    }
}
