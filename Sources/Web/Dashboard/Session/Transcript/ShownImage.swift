import Domain

/// An image of a transcript, as pages show it.
struct ShownImage: Equatable {
    let name: String
    let words: String
    /// How large it is shown, in CSS pixels: at most `largest`.
    let width: Int
    let height: Int

    private static let largest = (width: 640, height: 400)

    /// - Parameter sequence: of the message that it is part of.
    init(_ image: LineImage, in sequence: Int) {
        name = ImageName(sequence: sequence, number: image.number).text
        let (width, height) = (image.dimensions.width, image.dimensions.height)
        words = "Image, \(width) × \(height) pixels"
        // Rounded, a width of a thousandth of the height is none.
        let scale = min(1, Double(Self.largest.width) / Double(width), Double(Self.largest.height) / Double(height))
        self.width = max(1, Int((Double(width) * scale).rounded()))
        self.height = max(1, Int((Double(height) * scale).rounded()))
    }
}

/// The last part of an image's address: the sequence number of its message, and its number in that, such as `12-1`.
struct ImageName: Equatable {
    let sequence: Int
    let number: Int

    var text: String { "\(sequence)-\(number)" }

    init(sequence: Int, number: Int) {
        self.sequence = sequence
        self.number = number
    }

    /// - Returns: `nil` for a text that isn't as `text` is.
    init?(_ text: String) {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else { return nil }
        self.init(sequence: numbers[0], number: numbers[1])
        guard self.text == text else { return nil }
    }
}
