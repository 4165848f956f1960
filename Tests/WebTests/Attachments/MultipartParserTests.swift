import Domain
import NIOCore
import Testing

@testable import Web

struct MultipartParserTests {
    private static let type = "multipart/form-data; boundary=\"xx\""

    private static func parts(of body: [UInt8], in size: Int) throws -> (parts: [String], isOver: Bool) {
        var parser = try #require(MultipartParser(contentType: type))
        var parts: [String] = []
        for start in stride(from: 0, to: body.count, by: size) {
            for event in try parser.events(of: ByteBuffer(bytes: body[start..<min(body.count, start + size)])) {
                switch event {
                case .begin(let head): parts.append("\(head.name)|\(head.filename ?? "-")|\(head.contentType ?? "-")|")
                case .content(let bytes): parts[parts.count - 1] += String(buffer: bytes)
                case .end: parts[parts.count - 1] += "."
                }
            }
        }
        return (parts, parser.isOver)
    }

    private static let form = Array(
        """
        a preamble\r
        --xx\r
        Content-Disposition: form-data; name="content"\r
        \r
        One\r
        two\r\n--x\r
        --xx\r
        content-disposition: form-data; name=attachments; filename="a%22b.png"\r
        Content-Type: image/png\r
        \r
        \r\n\r\n--xy\r
        --xx\r
        Content-Disposition: form-data; name="attachments"; filename=""\r
        \r
        \r
        --xx--\r
        an epilogue
        """.utf8)

    @Test func partsAreTheSameHoweverTheyCome() throws {
        let expected = [
            "content|-|-|One\r\ntwo\r\n--x.", "attachments|a\"b.png|image/png|\r\n\r\n--xy.", "attachments||-|.",
        ]
        for size in [1, 2, 3, 5, 7, 11, 64, 10_000] {
            let (parts, isOver) = try Self.parts(of: Self.form, in: size)
            #expect(parts == expected && isOver, "\(size)")
        }
    }

    @Test func aFormThatIsCutOffIsNotOver() throws {
        let length = Self.form.count - "\r\nan epilogue".utf8.count
        for count in (0..<length) {
            #expect(try !Self.parts(of: Array(Self.form.prefix(count)), in: 64).isOver)
        }
    }

    @Test(arguments: [
        "--xx\r\n\r\nwithout a name\r\n--xx--", "--xxA\r\n",
        "--xx\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n",
        "--xx\r\nContent-Disposition: form-data\r\n\r\n", "--xx\r\nContent-Disposition: form-data; name=\"a\n\r\n\r\n",
        "--xx\r\nX: " + String(repeating: "y", count: 40_000),
        String(repeating: "--xx\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n", count: 201),
    ])
    func whatIsNoFormIsRefused(_ body: String) {
        #expect(throws: DomainError.self) { try Self.parts(of: Array(body.utf8), in: 1000) }
    }

    @Test func aBoundaryIsNeeded() {
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"ä\"",
            "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
        ] {
            #expect(MultipartParser(contentType: type) == nil)
        }
    }

    @Test func aLongNameIsTaken() throws {
        let name = String(repeating: "ä", count: 4000)
        let body = "--xx\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\(name)\"\r\n\r\n1\r\n--xx--"
        #expect(try Self.parts(of: Array(body.utf8), in: 777).parts == ["a|\(name)|-|1."])
    }
}
