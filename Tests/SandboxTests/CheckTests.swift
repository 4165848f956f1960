import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// The messages for the operator.
@Suite(.inTurns) struct CheckTests {
    @Test func withoutBubblewrapThereIsASentence() async throws {
        let directory = try TemporaryDirectory()
        let error = await #expect(throws: SandboxError.self) {
            _ = try await Isolation.findingBubblewrap(in: directory.path)
        }
        #expect(error?.description.hasPrefix("bubblewrap (bwrap) isn't installed.") == true)
    }

    @Test func aBubblewrapThatDoesNotWorkIsASentenceWithTheReason() async throws {
        let directory = try TemporaryDirectory()
        let program = directory.path + "/bwrap"
        try Data("#!/bin/sh\necho no luck >&2; exit 1\n".utf8).write(to: URL(fileURLWithPath: program))
        chmod(program, 0o755)
        let error = await #expect(throws: SandboxError.self) {
            _ = try await Isolation.findingBubblewrap(in: directory.path)
        }
        // Root's bubblewrap must be where everybody's programs are.
        let reason = geteuid() == 0 ? "\(program): execve: No such file or directory" : "no luck"
        #expect(error?.description.hasPrefix("bubblewrap doesn't work here (\(reason)). It needs") == true)
    }

    @Test func onlyNoIsolationNeedsACaution() async {
        #expect(Isolation.none.cautions.count == 1)
        #expect(Isolation.bubblewrap(path: "/usr/bin/bwrap").cautions.isEmpty)
    }
}
