/// What a runner offers, such as `gpu` or `arch:arm64`, or what an environment asks of the runners for its sessions.
///
/// In lower case, sorted, each once: labels that differ only in case are equal.
package struct RunnerLabels: Equatable, Sendable {
    package static let none = RunnerLabels(unchecked: [])
    package static let maximumCount = 20
    /// In characters.
    package static let maximumLength = 63

    package let sorted: [String]

    /// - Throws: `InvalidValue` that names the invalid label, and for more than 20 labels.
    package init(_ texts: [String]) throws(InvalidValue) {
        for text in texts where !Self.isLabel(text) {
            throw InvalidValue(
                "has `\(text.prefix(100))`, which must have 1 to 63 ASCII letters, digits and . _ - : / =, and begin "
                    + "with a letter or digit")
        }
        let labels = Set(texts.map { $0.lowercased() })
        guard labels.count <= Self.maximumCount else {
            throw InvalidValue("must have at most \(Self.maximumCount) labels")
        }
        sorted = labels.sorted()
    }

    /// Labels in one line, separated by spaces or commas, as a person enters them.
    ///
    /// - Throws: `InvalidValue`, like `init(_:)`.
    package init(line: String) throws(InvalidValue) {
        try self.init(line.split { $0.isWhitespace || $0 == "," }.map(String.init))
    }

    private init(unchecked labels: [String]) {
        sorted = labels
    }

    package var isEmpty: Bool { sorted.isEmpty }

    /// Whether a runner with these labels may work on what asks for the other ones.
    package func include(_ asked: RunnerLabels) -> Bool {
        Set(sorted).isSuperset(of: asked.sorted)
    }

    private static func isLabel(_ text: String) -> Bool {
        guard (1...maximumLength).contains(text.utf8.count), let first = text.utf8.first else { return false }
        return (first.isASCIILetter || first.isASCIIDigit)
            && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "._-:/=".utf8.contains($0) }
    }
}

/// Coded as an array of texts.
extension RunnerLabels: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(unchecked: try decoder.singleValueContainer().decode([String].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sorted)
    }
}
