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
        let diffs = FileDiff.list(SessionChanges(files: files, patch: Array(patch.utf8), isCut: false))
        #expect(diffs.map { $0.lines.map(\.kind) } == [["hunk", "", "added"], ["hunk", "removed", "added"]])
        #expect(diffs[1].lines.map(\.text) == ["@@ -1 +1 @@", "-three", "+four"])
    }

    @Test func aBinaryFileIsNamedOnly() {
        let patch = "diff --git a/x.png b/x.png\nGIT binary patch\nliteral 1\nx\n"
        let file = ChangedFile(path: "x.png", oldPath: nil, addedLines: nil, removedLines: nil)
        let diff = FileDiff.list(SessionChanges(files: [file], patch: Array(patch.utf8), isCut: false))[0]
        #expect(diff.lines.isEmpty && diff.count == "binary" && diff.omission == "A binary file isn't shown.")
    }
}
