import Domain
import Testing

@testable import Web

struct QRCodeTests {
    private static func rows(of code: QRCode) -> [String] {
        code.grid.modules.map { row in String(row.map { $0 ? "#" : "." as Character }) }
    }

    /// The code that libqrencode 4.1.1 makes.
    @Test func aShortTextIsDrawnAsByALibrary() throws {
        let code = try #require(QRCode("Hello"))
        #expect(
            Self.rows(of: code) == [
                "#######..####.#######", "#.....#.....#.#.....#", "#.###.#.#.#.#.#.###.#", "#.###.#.#.#...#.###.#",
                "#.###.#.##..#.#.###.#", "#.....#.##.#..#.....#", "#######.#.#.#.#######", "........#.#..........",
                "#.#####..#.#..#####..", "...#....#..####..##.#", "..#####..##.#.##.###.", "..#..#.##.#####..##..",
                ".###..#####.#..#....#", "........#...#..#.#...", "#######..#.#.#..#.##.", "#.....#.#.#....#####.",
                "#.###.#.#..#.#..#..#.", "#.###.#.##.#####.#...", "#.###.#.##..#.##..#..", "#.....#..#.####.###..",
                "#######.##..#...#..#.",
            ])
    }

    /// With several blocks, alignment patterns and a version. The digest is that of the code of libqrencode 4.1.1.
    @Test func anAddressOfAKeyIsDrawnAsByALibrary() throws {
        let key = AuthenticatorKey(bytes: Array("12345678901234567890".utf8))
        let code = try #require(QRCode(key.address(for: try EmailAddress("ada@example.com"))))
        let digest = SecretDigest(of: Self.rows(of: code).joined(separator: "\n")).bytes
        #expect(code.grid.size == 49)
        #expect(
            digest.prefix(8).map { String($0, radix: 16) } == ["bf", "f", "8e", "53", "97", "45", "fd", "a1"])
    }

    @Test func anImageHasTheDarkModulesWithinAMargin() throws {
        let code = try #require(QRCode("Hello"))
        #expect(code.side == 29)
        #expect(code.path.hasPrefix("M4 4h7v1h-7zM13 4h4v1h-4zM18 4h7v1h-7zM4 5h1v1h-1z"))
        let dark = code.grid.modules.reduce(0) { $0 + $1.count { $0 } }
        let drawn = code.path.matches(of: #/h(\d+)v/#).reduce(0) { $0 + (Int($1.1) ?? 0) }
        #expect(drawn == dark)
    }

    @Test func aTextThatIsTooLongHasNoImage() {
        #expect(QRCode(String(repeating: "a", count: 666)) != nil)
        #expect(QRCode(String(repeating: "a", count: 667)) == nil)
    }
}
