import Domain
import Foundation
import Testing
import Threads

@testable import Sandbox

/// Nothing with a secret in it is pushed, wherever in the commits it stands.
@Suite(.timeLimit(.minutes(10)))
struct SecretScanTests {
    private static let secret = "s3cret-Token_0123456789"
    private static let redactor = SecretRedactor([secret])

    private func places(after script: String, format: String = "sha1") async throws -> [String] {
        let repository = try await TestRepository(.none, format: format)
        let (base, branch) = try await repository.clone()
        let ending = try await repository.agent("SECRET=\(Self.secret)\n" + script)
        #expect(ending.isSuccess, "\(ending.errorText)")
        _ = try await repository.takeOver(since: base, as: branch)
        return try await repository.workspace.secrets(Self.redactor, in: branch, since: base).map { place in
            let text = place.description
            #expect(!text.contains(Self.secret))
            return text.replacing(/commit [0-9a-f]{12}/, with: "COMMIT")
        }
    }

    @Test(arguments: [
        ("echo a > a; git add a; git commit -qm \"Use $SECRET\"", "the message of COMMIT"),
        ("echo a > a; git add a; GIT_AUTHOR_NAME=$SECRET git commit -qm A", "the author or committer of COMMIT"),
        (
            "GIT_COMMITTER_EMAIL=$SECRET@x git commit -qm A --allow-empty; echo a > a",
            "the author or committer of COMMIT"
        ),
        ("echo $SECRET > .env; git add .; git commit -qm A; git rm -q .env; git commit -qm B", ".env of COMMIT"),
        ("mkdir -p d; printf '\\000\\001%s\\377' $SECRET > d/x.bin", "d/x.bin of COMMIT"),
        ("echo key=$SECRET | gzip > x.gz", "x.gz of COMMIT"),
        ("(echo a | gzip; echo key=$SECRET | gzip) > x.gz", "x.gz of COMMIT"),
        ("printf 's3cret-Tok\\n   en_0123456789\\n' > two", "two of COMMIT"),
        ("printf '%s' $SECRET | sed 's/./&\\x00/g' > utf16", "utf16 of COMMIT"),
        ("printf '%s' $SECRET | od -An -v -tx1 | tr -d ' \\n' > hex", "hex of COMMIT"),
        ("(head -c 3000000 /dev/zero | tr '\\000' a; echo $SECRET; head -c 99 /dev/zero) > big", "big of COMMIT"),
    ])
    func aSecretIsFoundWhereverItStands(script: String, place: String) async throws {
        #expect(try await places(after: script) == [place])
    }

    @Test func aSecretIsFoundInNames() async throws {
        let found = try await places(after: "mkdir -p d; echo a > d/x-$SECRET; echo b > b")
        #expect(Set(found) == ["a file name in d of COMMIT", "a file name in d/x-*** of COMMIT"])
        let spread = try await places(after: "mkdir -p s3cret-Token_01; echo a > s3cret-Token_01/23456789")
        #expect(spread == [])
    }

    @Test func aSecretIsFoundWhereObjectsHaveLongIDs() async throws {
        let found = try await places(after: "mkdir -p d; echo a > d/x-$SECRET; echo $SECRET > b", format: "sha256")
        #expect(Set(found) == ["a file name in d of COMMIT", "a file name in d/x-*** of COMMIT", "b of COMMIT"])
    }

    @Test func aSecretInAZipArchiveIsFound() async throws {
        let python = """
            import zipfile
            with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
                archive.writestr('a', 'a' * 100000)
                archive.writestr('b', 'key=$SECRET' + 'b' * 1000)
            """
        let found = try await places(after: "python3 - <<END\n\(python)\nEND")
        #expect(found == ["x.zip of COMMIT"])
    }

    @Test func aTagIsNotPushed() async throws {
        let repository = try await TestRepository(.none)
        let (base, branch) = try await repository.clone()
        _ = try await repository.agent("echo a > a; git add a; git commit -qm A; git tag -a v1 -m \(Self.secret)")
        _ = try await repository.takeOver(since: base, as: branch)
        #expect(try await repository.workspace.secrets(Self.redactor, in: branch, since: base) == [])
        try await repository.workspace.push(branch, to: repository.remote, credential: nil)
        #expect(try await repository.shell("git -C $ORIGIN tag; git -C $ORIGIN rev-list --all --objects | wc -l") != "")
        #expect(try await repository.shell("git -C $ORIGIN tag") == "")
    }

    @Test func whatIsCleanStaysClean() async throws {
        let script = "echo token > a; git add a; git commit -qm 's3cret Token'; echo b | gzip > b.gz"
        #expect(try await places(after: script) == [])
    }

    /// Two bombs: much from little, and what begins as a stream and is none.
    @Test func whatIsDecompressedIsBounded() throws {
        var content = CompressedContent()
        var taken = 0
        let compressed = Inflated.zeros(CompressedContent.limit + (8 << 20))
        for start in stride(from: 0, to: compressed.count, by: 1000) {
            try content.read(compressed[start..<min(start + 1000, compressed.count)]) { taken += $0.count }
        }
        #expect(taken >= CompressedContent.limit && taken < CompressedContent.limit + (1 << 20))
        var broken = CompressedContent()
        try broken.read([0x78, 0x9C, 1, 2, 3, 4, 5, 0x50, 0x4B, 0x03, 0x04][...]) { _ in }
        try broken.read([UInt8](repeating: 0xFF, count: 200_000)[...]) { _ in }
    }

    @Test func objectsAreReadInPiecesOfAnySize() throws {
        let text = "aaaa commit 3 \nabc\nbbbb blob 0 a file\n\ncccc tree 1 d\nx\n"
        for size in 1...text.utf8.count {
            var batch = ObjectBatch()
            var (headers, content): ([ObjectBatch.Header], [UInt8]) = ([], [])
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                try batch.read(Array(rest.prefix(size))) { event in
                    switch event {
                    case .begin(let header): headers.append(header)
                    case .content(let part): content += part
                    case .end: content.append(UInt8(ascii: "|"))
                    }
                }
                rest = rest.dropFirst(size)
            }
            #expect(batch.isComplete && String(decoding: content, as: UTF8.self) == "abc||x|")
            #expect(headers.map(\.type) == ["commit", "blob", "tree"])
            #expect(headers.map { String(decoding: $0.path, as: UTF8.self) } == ["", "a file", "d"])
        }
        var batch = ObjectBatch()
        #expect(throws: ObjectBatch.Problem.self) { try batch.read(Array("aaaa missing\n".utf8)) { _ in } }
    }
}

/// Data that was compressed.
private enum Inflated {
    /// So many zeros as a gzip stream of a few hundred bytes a mebibyte.
    static func zeros(_ count: Int) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "head -c \(count) /dev/zero | gzip -1"]
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return [] }
        return Array(pipe.fileHandleForReading.readDataToEndOfFile())
    }
}
