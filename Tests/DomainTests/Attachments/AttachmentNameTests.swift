import Domain
import Testing

struct AttachmentNameTests {
    @Test(arguments: [
        ("photo.png", "photo.png"), ("../../etc/passwd", "passwd"), (#"C:\fakepath\report.pdf"#, "report.pdf"),
        ("..", "file"), ("", "file"), ("/", "file"), (" \u{200B}\n", "file"), ("a\nb\r\u{0}.txt", "ab.txt"),
        ("\u{202E}gnp.exe", "gnp.exe"), ("Übersicht 2.md", "Übersicht 2.md"), (".gitignore", ".gitignore"),
        ("<img src=x>.html", "<img src=x>.html"),
    ])
    func peopleSeeTheLastPartOnOneLine(_ name: String, _ shown: String) {
        #expect(AttachmentName.shown(name) == shown)
        #expect(AttachmentName.shown(shown) == shown)
    }

    @Test func aLongNameKeepsItsEnding() {
        let long = AttachmentName.shown(String(repeating: "ä", count: 4000) + ".jpeg")
        #expect(long.unicodeScalars.count == 200 && long.hasSuffix("ä.jpeg"))
        let marks = AttachmentName.shown("a" + String(repeating: "\u{301}", count: 4000))
        #expect(marks.unicodeScalars.count == 200)
    }

    @Test func namesOnTheDiskMeanNothingToAShellAndAreOfOneFile() {
        var taken: Set<String> = []
        let names = [
            "a b.png", "a;b.png", "A_B.png", "$(rm -rf ~).sh", "-rf", ".bashrc", "résumé.pdf", "`x`", "..",
            String(repeating: "ß", count: 200) + ".tar",
        ].map { AttachmentName.file($0, taken: &taken) }
        #expect(
            names.dropLast() == [
                "a_b.png", "a_b-2.png", "A_B-3.png", "__rm_-rf___.sh", "_-rf", "_.bashrc", "résumé.pdf", "_x_", "_..",
            ])
        #expect(names.allSatisfy { $0.utf8.count <= 160 && !$0.contains("/") })
        #expect(names.last?.hasSuffix("ß.tar") == true)
    }
}
