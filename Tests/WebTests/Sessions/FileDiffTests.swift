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
                ["@@ -1 +1,2 @@", " one", "+two"], ["@@ -1 +1 @@", "-three", "+four"],
            ])
    }

    /// As a web page puts them together.
    private func list(_ changes: SessionChanges) -> [FileDiff] {
        FileDiff.list(DiffPatch(changes), DiffRemarks())
    }

    @Test func aBinaryFileIsNamedOnly() {
        let patch = "diff --git a/x.png b/x.png\nGIT binary patch\nliteral 1\nx\n"
        let file = ChangedFile(path: "x.png", oldPath: nil, addedLines: nil, removedLines: nil)
        let diff = list(SessionChanges(files: [file], patch: Array(patch.utf8), isCut: false))[0]
        #expect(diff.parts.isEmpty && diff.count == "binary" && diff.omission == "A binary file isn't shown.")
    }
}
