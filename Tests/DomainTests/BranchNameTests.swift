import Domain
import Foundation
import Testing

/// Compares with git itself: names that git refuses are refused.
struct BranchNameTests {
    private static let names = [
        "main", "feature/x", "a.b", "release-1.2", "ünï/cödé", "a@b", "v1.0", "x/y/z", "@x", "a{b", "a}b", "HEAD2",
        "", " ", "a b", "-x", "--upload-pack=x", "a..b", ".a", "a/.b", "a.lock", "a.lock/b", "a/", "/a", "a//b", "a.",
        "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", "a\\b", "a@{b", "a\u{1}b", "a\u{7F}", "HEAD", "a\tb", "a\nb",
    ]

    @Test(arguments: names)
    func gitAgrees(name: String) throws {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "check-ref-format", "--branch", name]
        git.standardOutput = FileHandle.nullDevice
        git.standardError = FileHandle.nullDevice
        git.currentDirectoryURL = URL(fileURLWithPath: "/")
        try git.run()
        git.waitUntilExit()
        let isAccepted = (try? BranchName(name)) != nil
        #expect(isAccepted == (git.terminationStatus == 0))
    }

    /// `@` alone means HEAD to git.
    @Test func aNameIsBoundedAndNoAlias() throws {
        #expect(throws: InvalidValue.self) { try BranchName("@") }
        #expect(throws: InvalidValue.self) { try BranchName(String(repeating: "a", count: 241)) }
    }
}
