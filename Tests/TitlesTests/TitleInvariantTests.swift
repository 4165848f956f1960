import Testing

@testable import Titles

/// Properties that hold for every message.
@Suite struct TitleInvariantTests {
    @Test func titlesOfHostileMessages() {
        for message in HostileMessages.long + HostileMessages.random {
            check(SessionTitle.generate(from: message), upTo: SessionTitle.maximumLength, of: message)
        }
    }

    @Test func previewsOfHostileMessages() {
        for message in HostileMessages.long + HostileMessages.random {
            check(MessagePreview.generate(from: message), upTo: MessagePreview.maximumLength, of: message)
        }
    }

    /// A preview is a short message, and a short message is its own preview.
    @Test func previewOfAPreviewIsItself() {
        for message in HostileMessages.random {
            let preview = MessagePreview.generate(from: message)
            #expect(MessagePreview.generate(from: preview) == preview, "\(message.debugDescription)")
        }
    }

    private func check(_ text: String, upTo limit: Int, of message: String) {
        let comment = Comment(rawValue: String(message.prefix(200)).debugDescription)
        #expect(!text.isEmpty, comment)
        #expect(text.count <= limit, comment)
        #expect(text.utf8.count <= limit * 64, comment)
        #expect(text.first != " " && text.last != " ", comment)
        #expect(!text.unicodeScalars.contains(where: isForbidden), comment)
    }

    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        let isBidirectionalControl =
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        return scalar.properties.generalCategory == .control || isBidirectionalControl || scalar == "\u{200B}"
            || scalar == "\u{2028}"
    }
}
