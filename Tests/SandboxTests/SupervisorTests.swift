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

    /// Everything that can be read of a process's memory, only by root and of our own.
    private func memory(of process: pid_t, contains bytes: [UInt8]) throws -> Bool {
        let maps = HostProcess(directory: "/proc/\(process)").text(of: "maps")
        let file = open("/proc/\(process)/mem", O_RDONLY)
        guard file >= 0 else { throw POSIXError(.EACCES) }
        defer { close(file) }
        for line in maps.split(separator: "\n") where line.contains(" rw") {
            let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0, radix: 16) }
            guard ends.count == 2 else { continue }
            var piece = [UInt8](repeating: 0, count: ends[1] - ends[0])
            guard pread(file, &piece, piece.count, ends[0]) == piece.count else { continue }
            if Data(piece).range(of: Data(bytes)) != nil { return true }
        }
        return false
    }

    @Test func itIsAProgramOfItsOwnWithoutTheServersMemory() async throws {
        let mark = Array("in-memory-\(UInt64.random(in: 0...(.max)))".utf8)
        for isolation in await Isolation.all() {
            try await supervisor(of: try TestSandbox(isolation)) { number in
                #expect(HostProcess(directory: "/proc/\(number)").text(of: "environ").isEmpty)
                guard geteuid() == 0 else { return }
                let (isHere, isThere) = (
                    try memory(of: getpid(), contains: mark), try memory(of: number, contains: mark)
                )
                #expect(isHere && !isThere)
            }
        }
        #expect(mark.count > 10)
    }

    @Test func nobodyElseReadsIt() async throws {
        for isolation in await Isolation.all() {
            try await supervisor(of: try TestSandbox(isolation)) { number in
                var status = stat()
                // What can't be dumped belongs to root.
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
