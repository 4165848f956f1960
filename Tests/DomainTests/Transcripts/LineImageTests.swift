import FoundationEssentials
import TestSupport
import Testing

@testable import Domain

struct LineImageTests {
    private static let png = SampleFile.png

    private static func image(_ bytes: [UInt8], type: String = "base64", media: String = "image/png") -> String {
        let data = Data(bytes).base64EncodedString()
        return #"{"type":"image","source":{"type":"\#(type)","media_type":"\#(media)","data":"\#(data)"}}"#
    }

    private static func result(_ parts: String...) -> String {
        let content = parts.joined(separator: ",")
        return #"{"type":"tool_result","tool_use_id":"toolu_1","content":[\#(content)]}"#
    }

    private static func user(_ blocks: String...) -> String {
        #"{"type":"user","message":{"role":"user","content":[\#(blocks.joined(separator: ","))]}}"#
    }

    @Test func imagesAreNumberedWhereverTheyStandInTheLine() throws {
        let (small, large) = (SampleFile.gif(3, 4), SampleFile.gif(640, 480))
        let text = #"{"type":"text","text":"Two files"}"#
        let line = Self.user(Self.result(text, Self.image(small)), Self.result(Self.image(large), Self.image(Self.png)))
        let blocks = try #require(try LineContent.reading(line)).blocks
        let results = blocks.compactMap(\.result)
        #expect(results.map(\.text) == ["Two files", ""])
        #expect(results.map { $0.images.map(\.number) } == [[1], [2, 3]])
        #expect(results[1].images[0].dimensions == ImageDimensions(width: 640, height: 480))
        #expect(results[1].images.map(\.format) == [.gif, .png])
        for (number, bytes) in [(1, small), (2, large), (3, Self.png)] {
            #expect(try LineImage.content(of: number, in: line)?.bytes == bytes)
        }
        for number in [-1, 0, 4] { #expect(try LineImage.content(of: number, in: line) == nil) }
    }

    @Test func theFormatIsThatOfTheBytes() throws {
        let line = Self.user(Self.result(Self.image(Self.png, media: "text/html")))
        #expect(try LineImage.content(of: 1, in: line)?.format == .png)
    }

    @Test func whatIsNotShownIsSaidInItsPlaceAndKeepsItsNumber() throws {
        let script = Array("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8)
        let refused = [
            Self.image(script, media: "image/svg+xml"), Self.image(Self.png, type: "url"),
            Self.image(SampleFile.gif(9000, 1)),
            Self.image(SampleFile.gif(1, 1, bytes: AttachmentLimits.imageBytes + 1)), Self.image([]),
            #"{"type":"image","source":{"type":"base64","data":"not Base64"}}"#, #"{"type":"image"}"#,
        ]
        for part in refused {
            let line = Self.user(Self.result(part, Self.image(Self.png)))
            guard case .toolResult(let result)? = try LineContent.reading(line)?.blocks.first else {
                Issue.record("no result: \(line.prefix(200))")
                continue
            }
            #expect(result.text == "[image]" && result.images.map(\.number) == [2], "\(part.prefix(100))")
            #expect(try LineImage.content(of: 1, in: line) == nil)
            #expect(try LineImage.content(of: 2, in: line)?.bytes == Self.png)
        }
    }

    @Test func aPersonsImagesStandBesideTheirWords() throws {
        let text = #"{"type":"text","text":"What is this?"}"#
        let document = #"{"type":"document","source":{}}"#
        for (blocks, words, count) in [
            ([text, Self.image(Self.png)], "What is this?", 1), ([Self.image(Self.png)], nil, 1),
            ([#"{"type":"text","text":"[Image #1]"}"#, Self.image(Self.png)], nil, 1),
            ([Self.image(Self.png), document], "[document]", 1),
            ([text, Self.image([])], "What is this?\n\n[image]", 0),
        ] as [([String], String?, Int)] {
            let line = Self.user(blocks.joined(separator: ","))
            let content = try #require(try LineContent.reading(line))
            let texts = content.blocks.compactMap(\.words)
            #expect(texts == [words].compactMap(\.self))
            #expect(content.blocks.count(where: \.isImage) == count)
        }
    }

    @Test func whatIsHiddenHasNoImages() throws {
        let hidden = #"{"type":"user","isMeta":true,"message":{"role":"user","content":[\#(Self.image(Self.png))]}}"#
        #expect(try LineImage.content(of: 1, in: hidden) == nil)
    }
}

extension LineBlock {
    fileprivate var result: ToolResult? {
        guard case .toolResult(let result) = self else { return nil }
        return result
    }

    fileprivate var words: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    fileprivate var isImage: Bool {
        guard case .image = self else { return false }
        return true
    }
}
