import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

@testable import struct Sandbox.SystemCallRule

/// The process of ours above every command.
@Suite(.inTurns) struct SupervisorTests {
    /// Its number, while a command runs.
    private func supervisor(of test: TestSandbox, _ body: (pid_t) throws -> Void) async throws {
        let mark = "\(UInt64.random(in: 0...(.max)))"
        let command = ["sh", "-c", "touch started; sleep 1000", mark]
        _ = try await test.sandbox.withProcess(command, in: test.profile) { _ in
            try await eventually { test.contents(of: "workspace/started") != nil }
            let number = HostProcess.children(of: getpid()).first { number in
                HostProcess(directory: "/proc/\(number)").text(of: "cmdline").hasPrefix("lodestone-supervisor\0")
                    && HostProcess.children(of: number).contains {
                        HostProcess(directory: "/proc/\($0)").text(of: "cmdline").contains(mark)
                    }
            }
            try body(try #require(number))
        }
    }

    /// The memory that a process has for itself, in KiB.
    private func privateMemory(of process: pid_t) throws -> Int {
        let lines = HostProcess(directory: "/proc/\(process)").text(of: "smaps_rollup").split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("Private_Dirty:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }

    @Test func itIsAProgramOfItsOwnWithoutTheServersMemory() async throws {
        for isolation in await Isolation.all() {
            try await supervisor(of: try TestSandbox(isolation)) { number in
                #expect(HostProcess(directory: "/proc/\(number)").text(of: "environ").isEmpty)
                guard geteuid() == 0 else { return }
                // A fork would have all of ours, tens of megabytes in any test.
                let (ours, its) = (try privateMemory(of: getpid()), try privateMemory(of: number))
                #expect(its < 8192 && its * 2 < ours)
            }
        }
    }

    @Test func nobodyElseReadsIt() async throws {
        for isolation in await Isolation.all() {
            try await supervisor(of: try TestSandbox(isolation)) { number in
                var status = stat()
                // The files in /proc of a process that can't be dumped belong to root.
                #expect(stat("/proc/\(number)/environ", &status) == 0 && status.st_uid == 0)
            }
        }
    }

    /// Keys that the server's processes share can't be found, nor read by their numbers.
    @Test func aCommandHasASessionKeyringOfItsOwn() async throws {
        let name = "lodestone-test-\(UInt64.random(in: 0...(.max)))"
        guard let key = ServerKey(name) else { return }
        defer { key.remove() }
        for isolation in await Isolation.all() {
            let calls = try SystemCalls(isolation)
            let keyctl = SystemCallRule("keyctl").number
            let script = """
                kind, name = ctypes.c_char_p(b"user"), ctypes.c_char_p(b"\(name)")
                text = ctypes.create_string_buffer(100)
                print(call(\(keyctl), 10, -3, kind, name, 0), call(\(keyctl), 11, \(key.number), text, 100))
                """
            let found = try await calls.python(script).text
            #expect(found == (isolation == .none ? "\(ENOKEY) \(EACCES)\n" : "\(EPERM) \(EPERM)\n"))
            let listed = try await calls.test.run("grep -c $1 /proc/keys", name).text
            #expect(isolation == .none || listed == "0\n")
        }
    }
}

/// A key in this process's session keyring.
private struct ServerKey {
    let number: Int

    private typealias SystemCall = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
    private static let session = -3
    private let call: SystemCall

    /// - Returns: `nil` where the kernel has no keys for us.
    init?(_ name: String) {
        guard let address = dlsym(nil, "syscall") else { return nil }
        call = unsafeBitCast(address, to: SystemCall.self)
        let call = call
        number = "user".withCString { kind in
            name.withCString { name in
                call(
                    Int(SystemCallRule("add_key").number), Int(bitPattern: kind), Int(bitPattern: name),
                    Int(bitPattern: name), strlen(name), Self.session)
            }
        }
        guard number > 0 else { return nil }
    }

    func remove() {
        _ = call(Int(SystemCallRule("keyctl").number), 9 /* KEYCTL_UNLINK */, number, Self.session, 0, 0)
    }
}
