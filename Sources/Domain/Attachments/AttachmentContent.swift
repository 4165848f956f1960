/// The bytes of a file, divided into pieces as they are stored and sent.
package struct AttachmentContent: Sendable {
    /// The length of every piece but the last, in bytes. It is a multiple of three, so that the concatenated Base64 of
    /// the pieces is the Base64 of the whole file.
    package static let pieceSize = 196_608

    package private(set) var pieces: [[UInt8]] = []
    package private(set) var count = 0

    package init() {}

    package init(_ bytes: some Collection<UInt8>) {
        append(bytes)
    }

    package mutating func append(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let room = Self.pieceSize - count % Self.pieceSize
            if room == Self.pieceSize { pieces.append([]) }
            let part = rest.prefix(room)
            pieces[pieces.count - 1].append(contentsOf: part)
            count += part.count
            rest = rest.dropFirst(part.count)
        }
    }
}

extension AttachmentContent: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> UInt8 {
        pieces[position / Self.pieceSize][position % Self.pieceSize]
    }
}
