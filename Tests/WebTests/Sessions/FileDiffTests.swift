import Domain
import Testing

@testable import Web

struct FileDiffTests {
    @Test func linesOfWindowsAreLines() {
        let patch = """
            diff --git a/one.txt b/one.txt\n--- a/one.txt\n+++ b/one.txt\n@@ -1 +1,2 @@\n one\r\n+two\r
            diff --git a/two.txt b/two.txt\n--- a/two.txt\n+++ b/two.txt\n@@ -1 +1 @@\n-three\n+four\n
            """
        let files = ["one.txt", "two.txt"].map {
            ChangedFile(path: $0, oldPath: nil, addedLines: 1, removedLines: 0)
        }
        let diffs = list(SessionChanges(files: files, patch: Array(patch.utf8), isCut: false))
        let row = /<tr( class="\w+")?.*?<td>([^<]*)<\/td><\/tr>/
        let rows = diffs.map { $0.parts.map(\.rows).joined().matches(of: row) }
        let hunk = " class=\"hunk\""
        #expect(
            rows.map { $0.map { String($0.1 ?? "") } } == [
                [hunk, "", " class=\"added\""], [hunk, " class=\"removed\"", " class=\"added\""],
            ])
        #expect(
            rows.map { $0.map { String($0.2) } } == [
                ["@@ -1 +1,2 @@", "one", "two"], ["@@ -1 +1 @@", "three", "four"],
            ])
    }

    /// As a web page puts them together.
    private func list(_ changes: SessionChanges, _ layout: DiffLayout = DiffLayout()) -> [FileDiff] {
        FileDiff.list(DiffPatch(changes), DiffRemarks(), layout)
    }

    private func changes(_ path: String, _ hunks: String) -> SessionChanges {
        SessionChanges(
            files: [ChangedFile(path: path, oldPath: nil, addedLines: 1, removedLines: 1)],
            patch: Array("diff --git a/\(path) b/\(path)\n--- a/\(path)\n+++ b/\(path)\n\(hunks)".utf8), isCut: false)
    }

    @Test func bothNumbersStandBeforeALine() throws {
        let rows = try #require(
            list(changes("a.txt", "@@ -1,2 +5,2 @@\n one\n-two\n+three\n")).first?.parts.first?.rows)
        let texts = rows.split(separator: "\n").map { row in
            row.matches(of: /<td[^>]*>(?:<a [^>]*>)?([^<]*)/).map { String($0.1) }
        }
        #expect(texts == [["", "", "@@ -1,2 +5,2 @@"], ["1", "5", "one"], ["2", "", "two"], ["", "6", "three"]])
    }

    @Test func sideBySideOldLinesStandBesideNewOnes() throws {
        let changes = changes("a.txt", "@@ -1,3 +1,3 @@\n one\n-two\n-three\n+zwei\n four\n")
        let rows = try #require(list(changes, DiffLayout(isSplit: true)).first?.parts.first?.rows)
        let texts = rows.split(separator: "\n").dropFirst().map { row in
            row.matches(of: /<td[^>]*>(?:<a [^>]*>)?([^<]*)/).map { String($0.1) }
        }
        #expect(
            texts == [
                ["1", "one", "1", "one"], ["2", "two", "2", "zwei"], ["3", "three", "", ""],
                ["4", "four", "3", "four"],
            ])
        #expect(rows.contains("?view=split&amp;at="))
    }

    @Test func aLongFileIsClosedAtFirst() {
        let hunk = "@@ -0,0 +1,400 @@\n" + String(repeating: "+x\n", count: 400)
        #expect(list(changes("a.txt", hunk)).first?.isOpen == false)
        #expect(list(changes("a.txt", "@@ -0,0 +1 @@\n+x\n")).first?.isOpen == true)
    }

    @Test func theVersionOfAFileChangesWithItsLines() {
        let versions = ["x", "y", "x"].map { list(changes("a.txt", "@@ -0,0 +1 @@\n+\($0)\n")).first?.version }
        #expect(versions[0] == versions[2] && versions[0] != versions[1])
    }

    /// The time that a reader waits; it is only printed, because a busy machine proves nothing.
    @Test func howLongFifteenFilesTake() {
        let line = "+    let value = compute(\"text\", 42) // a remark\n"
        let hunk = "@@ -0,0 +1,333 @@\n" + String(repeating: line, count: 333)
        let files = (1...15).map { "Sources/File\($0).swift" }
        let patch = files.map { "diff --git a/\($0) b/\($0)\n--- /dev/null\n+++ b/\($0)\n\(hunk)" }.joined()
        let changed = files.map { ChangedFile(path: $0, oldPath: nil, addedLines: 333, removedLines: 0) }
        let changes = SessionChanges(files: changed, patch: Array(patch.utf8), isCut: false)
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure { count = list(changes).count }
        print("15 files with 5,000 lines: \(time)")
        #expect(count == 15)
    }

    @Test func aBinaryFileIsNamedOnly() {
        let patch = "diff --git a/x.png b/x.png\nGIT binary patch\nliteral 1\nx\n"
        let file = ChangedFile(path: "x.png", oldPath: nil, addedLines: nil, removedLines: nil)
        let diff = list(SessionChanges(files: [file], patch: Array(patch.utf8), isCut: false))[0]
        #expect(diff.parts.isEmpty && diff.count == "binary" && diff.omission == "Binary file not shown.")
    }
}
