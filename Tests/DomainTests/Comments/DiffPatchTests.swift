import Domain
import Testing

/// Lines are found in patches as git writes them.
struct DiffPatchTests {
    private func patch(_ text: String, _ files: ChangedFile..., isCut: Bool = false) -> DiffPatch {
        DiffPatch(SessionChanges(files: files, patch: Array(text.utf8), isCut: isCut))
    }

    private func file(_ path: String, from oldPath: String? = nil, isBinary: Bool = false) -> ChangedFile {
        ChangedFile(
            path: path, oldPath: oldPath, addedLines: isBinary ? nil : 1, removedLines: isBinary ? nil : 1)
    }

    private func quote(
        _ patch: DiffPatch, _ path: String, _ side: DiffPosition.Side, _ lines: ClosedRange<Int>
    ) throws -> String {
        try patch.quote(at: DiffPosition(path: path, side: side, lines: lines))
    }

    private func problem(
        _ patch: DiffPatch, _ path: String, _ side: DiffPosition.Side, _ lines: ClosedRange<Int>
    ) -> String? {
        do throws(DomainError) {
            _ = try patch.quote(at: DiffPosition(path: path, side: side, lines: lines))
            return nil
        } catch {
            return error.fields.first.map { "\($0.pointer) \($0.detail)" }
        }
    }

    private static let twoHunks = """
        diff --git a/a.txt b/a.txt
        index 1111111..2222222 100644
        --- a/a.txt
        +++ b/a.txt
        @@ -1,3 +1,3 @@
         one
        -two
        +zwei
         three
        @@ -20,2 +20,3 @@ func later()
         twenty
        +twenty and a half
         twenty-one

        """

    @Test func linesAreFoundOnBothSides() throws {
        let patch = patch(Self.twoHunks, file("a.txt"))
        #expect(try quote(patch, "a.txt", .old, 2...2) == "two")
        #expect(try quote(patch, "a.txt", .new, 2...2) == "zwei")
        #expect(try quote(patch, "a.txt", .new, 1...3) == "one\nzwei\nthree")
        #expect(try quote(patch, "a.txt", .old, 1...3) == "one\ntwo\nthree")
        #expect(try quote(patch, "a.txt", .new, 22...22) == "twenty-one")
        #expect(try quote(patch, "a.txt", .old, 21...21) == "twenty-one")
    }

    @Test func whatIsNotInThePatchIsNamed() throws {
        let patch = patch(Self.twoHunks, file("a.txt"))
        #expect(problem(patch, "b.txt", .new, 1...1) == "/path is not a file of the diff")
        #expect(problem(patch, "a.txt", .new, 4...4)?.hasPrefix("/line is not in the diff: line 4") == true)
        #expect(problem(patch, "a.txt", .new, 2...5)?.hasPrefix("/endLine is not in the diff: line 4") == true)
        #expect(problem(patch, "a.txt", .old, 22...22)?.hasPrefix("/line") == true)
        #expect(problem(patch, "a.txt", .new, 0...0)?.hasPrefix("/line") == true)
    }

    @Test func renamedDeletedNewAndReplacedFilesHaveTheirLines() throws {
        let patch = patch(
            """
            diff --git a/old name.txt b/new name.txt
            similarity index 90%
            rename from old name.txt
            rename to new name.txt
            --- a/old name.txt
            +++ b/new name.txt
            @@ -1 +1 @@
            -was
            +is
            diff --git a/gone.txt b/gone.txt
            deleted file mode 100644
            --- a/gone.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -bye
            \\ No newline at end of file
            diff --git a/link b/link
            deleted file mode 100644
            --- a/link
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -a file
            -of two lines
            diff --git a/link b/link
            new file mode 120000
            --- /dev/null
            +++ b/link
            @@ -0,0 +1 @@
            +target
            \\ No newline at end of file
            diff --git a/moved b/mode
            similarity index 100%
            rename from moved
            rename to mode
            diff --git a/new.txt b/new.txt
            new file mode 100644
            --- /dev/null
            +++ b/new.txt
            @@ -0,0 +1 @@
            +diff --git a/fake b/fake

            """, file("new name.txt", from: "old name.txt"), file("gone.txt"), file("link"),
            file("mode", from: "moved"), file("new.txt"))
        #expect(try quote(patch, "new name.txt", .old, 1...1) == "was")
        #expect(try quote(patch, "new name.txt", .new, 1...1) == "is")
        #expect(problem(patch, "old name.txt", .old, 1...1) == "/path is now `new name.txt`")
        #expect(try quote(patch, "gone.txt", .old, 1...1) == "bye")
        #expect(problem(patch, "gone.txt", .new, 1...1)?.hasPrefix("/line") == true)
        #expect(try quote(patch, "link", .old, 1...2) == "a file\nof two lines")
        #expect(try quote(patch, "link", .new, 1...1) == "target")
        #expect(problem(patch, "mode", .new, 1...1)?.hasPrefix("/line") == true)
        #expect(try quote(patch, "new.txt", .new, 1...1) == "diff --git a/fake b/fake")
        #expect(problem(patch, "fake", .new, 1...1)?.hasPrefix("/path") == true)
    }

    @Test(arguments: [
        ("tab\there", #""a/tab\there" "b/tab\there""#), ("new\nline", #""a/new\nline" "b/new\nline""#),
        ("say \"hi\" \\", #""a/say \"hi\" \\" "b/say \"hi\" \\""#),
        ("ünï", #""a/\303\274n\303\257" "b/\303\274n\303\257""#),
        ("sp ace b/x", "a/sp ace b/x b/sp ace b/x"), ("bad \u{FFFD}", #""a/bad \377" "b/bad \377""#),
    ])
    func unusualPathsAreTheSameAsInTheList(path: String, header: String) throws {
        let hunk = "@@ -1 +1 @@\n-a\n+b\n"
        let patch = patch(
            "diff --git a/first b/first\n\(hunk)diff --git \(header)\n\(hunk)", file("first"),
            file("missing"), file(path))
        #expect(try quote(patch, path, .new, 1...1) == "b")
        #expect(problem(patch, "missing", .new, 1...1)?.hasPrefix("/line") == true)
        #expect(DiffPosition(path: path, side: .new, lines: 1...1).label.contains("\n") == false)
    }

    @Test func aPathThatASecretWasRedactedFromIsToldByItsPlace() throws {
        let patch = patch("diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b\n", file("[secret]"))
        #expect(try quote(patch, "[secret]", .new, 1...1) == "b")
    }

    @Test func binaryFilesHaveNoLines() throws {
        let patch = patch(
            "diff --git a/a.png b/a.png\nGIT binary patch\nliteral 3\nKcmZ\n\ndiff --git a/b b/b\n@@ -1 +1 @@\n-a\n+b\n",
            file("a.png", isBinary: true), file("b"))
        #expect(problem(patch, "a.png", .new, 1...1) == "/path is a binary file, which has no lines to comment on")
        #expect(try quote(patch, "b", .new, 1...1) == "b")
    }

    @Test func ofACutPatchTheLastLineIsLeftOut() throws {
        let text = "diff --git a/a b/a\n@@ -0,0 +1,9 @@\n+whole\n+half of a li"
        let patch = patch(text, file("a"), file("b"), isCut: true)
        #expect(try quote(patch, "a", .new, 1...1) == "whole")
        #expect(problem(patch, "a", .new, 2...2)?.hasPrefix("/line") == true)
        #expect(problem(patch, "b", .new, 1...1)?.hasPrefix("/line") == true)
        #expect(self.patch("", file("a"), isCut: true).files.count == 1)
    }

    @Test func hugeAndBrokenPatchesAreRead() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let many = (1...20_000).map { "+\($0)\n" }.joined()
        let patch = patch(
            "diff --git a/a b/a\n@@ -0,0 +1,20002 @@\n\(many)+\(long)\r\n+\u{1B}[31m\tred\u{0}\n", file("a"))
        #expect(try quote(patch, "a", .new, 20_000...20_000) == "20000")
        let cut = try quote(patch, "a", .new, 20_001...20_001)
        #expect(cut == String(repeating: "x", count: 500) + "…")
        #expect(try quote(patch, "a", .new, 20_002...20_002) == "\u{FFFD}[31m\tred\u{FFFD}")
        let several = try quote(patch, "a", .new, 19_900...20_001)
        #expect(several.unicodeScalars.count < 4600)
        for broken in [
            "@@ -99999999999999999999,1 +1 @@\n+a\n", "@@ -1 @@\n+a\n", "@@ \n+a\n", "@@ -a +b @@\n+a\nno sign\n\n+b",
        ] {
            let patch = self.patch("diff --git a/a b/a\n\(broken)", file("a"))
            _ = try? quote(patch, "a", .new, 1...2)
            #expect(!Array(try #require(patch.files.first).lines).isEmpty)
        }
    }

    @Test func commentsAreOutdatedOnceTheirLinesReadOtherwise() {
        let patch = patch(Self.twoHunks, file("a.txt"))
        func comment(_ id: String, _ path: String, _ lines: ClosedRange<Int>, _ quote: String) -> DiffComment {
            DiffComment(
                id: CommentID(rawValue: id), author: Author(id: .random(), name: "A", imageURL: nil),
                place: DiffPosition(path: path, side: .new, lines: lines), quote: quote, body: "?", version: "1",
                createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0), sending: nil)
        }
        let outdated = patch.outdated(among: [
            comment("same", "a.txt", 1...3, "one\nzwei\nthree"), comment("other", "a.txt", 2...2, "two"),
            comment("gone", "a.txt", 3...4, "three\nfour"), comment("lost", "b.txt", 1...1, "one"),
        ])
        #expect(Set(outdated.map(\.rawValue)) == ["other", "gone", "lost"])
    }

    @Test(
        arguments: [
            (0, nil, "/line"), (-1, nil, "/line"), (1_000_000_000, nil, "/line"), (5, 4, "/endLine"),
            (1, 201, "/endLine"),
            (1, Int.max, "/endLine"), (1, Int.min, "/endLine"), (1, 200, nil), (7, 7, nil), (7, nil, nil),
        ] as [(Int, Int?, String?)])
    func placesThatCannotBeAreRefused(line: Int, endLine: Int?, field: String?) {
        do throws(DomainError) {
            let place = try DiffPosition(path: "a", side: .old, line: line, endLine: endLine)
            #expect(field == nil && place.lines == line...(endLine ?? line))
        } catch {
            #expect(error.fields.map(\.pointer) == [field])
        }
    }
}
