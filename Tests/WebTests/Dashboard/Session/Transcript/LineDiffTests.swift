import Testing

@testable import Web

struct LineDiffTests {
    private func diff(_ old: String, _ new: String) -> [String] {
        LineDiff(from: old, to: new).lines.map { $0.kind.rawValue + $0.text }
    }

    @Test(arguments: [
        ("", "", []),
        ("a", "a", []),
        ("a", "b", ["-a", "+b"]),
        ("", "a", ["+a"]),
        ("a", "", ["-a"]),
        ("a\nb\nc", "a\nc", [" a", "-b", " c"]),
        ("1\n2\n3\n4\nx\n5\n6\n7\n8", "1\n2\n3\n4\ny\n5\n6\n7\n8", [" 2", " 3", " 4", "-x", "+y", " 5", " 6", " 7"]),
        ("a\nkeep\nb", "c\nkeep\nd", ["-a", "+c", " keep", "-b", "+d"]),
        ("a\na", "a\na\na", [" a", " a", "+a"]),
    ])
    func showsWhatChangedWithALittleAroundIt(_ old: String, _ new: String, _ expected: [String]) {
        #expect(diff(old, new) == expected)
    }

    @Test func comparesLargeTextsAsAWhole() {
        let old = (0..<1000).map { "old \($0)" }.joined(separator: "\n")
        let new = (0..<1000).map { "new \($0)" }.joined(separator: "\n")
        let diff = LineDiff(from: old, to: new)
        #expect(diff.added == 1000)
        #expect(diff.removed == 1000)
    }
}
