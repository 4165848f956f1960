import Domain
import Sandbox

@testable import struct Sandbox.SystemCallRule

/// Runs system calls by number in a sandbox, and reports each error.
struct SystemCalls {
    let test: TestSandbox

    init(_ isolation: Isolation) throws {
        test = try TestSandbox(isolation)
    }

    struct Call {
        let name: String
        let arguments: [UInt64]

        init(_ name: String, _ arguments: UInt64...) {
            self.name = name
            self.arguments = arguments
        }
    }

    /// A function for the script: `call(number, arguments…)` returns the error number, or 0.
    static let prelude = """
        import ctypes, os, sys
        libc = ctypes.CDLL(None, use_errno=True)
        def result(number, *arguments):
            ctypes.set_errno(0)
            return libc.syscall(ctypes.c_long(number), *[
                ctypes.c_long(ctypes.c_int64(a & (1 << 64) - 1).value) if isinstance(a, int) else a for a in arguments])
        libc.syscall.restype = ctypes.c_long
        def call(number, *arguments):
            return ctypes.get_errno() if result(number, *arguments) < 0 else 0

        """

    /// The numbers of the errors with which calls that this machine has fail, all in one process.
    func errors(of calls: [Call]) async throws -> [String: Int32] {
        let known = calls.filter { SystemCallRule($0.name).number >= 0 }
        let lines = known.map { call in
            let arguments = (call.arguments + Array(repeating: 0, count: 6 - call.arguments.count)).map { "\($0)" }
            return "print(call(\(SystemCallRule(call.name).number), \(arguments.joined(separator: ", "))), flush=True)"
        }
        let result = try await python(lines.joined(separator: "\n"))
        let errors = result.text.split(separator: "\n").compactMap { Int32($0) }
        guard errors.count == known.count else { throw InvalidValue("\(result.ending.errorText) \(result.ending)") }
        return Dictionary(uniqueKeysWithValues: zip(known.map { "\($0.name) \($0.arguments)" }, errors))
    }

    func python(_ script: String) async throws -> CommandResult {
        try await test.sandbox.run(["python3", "-c", Self.prelude + script], in: test.profile)
    }
}
