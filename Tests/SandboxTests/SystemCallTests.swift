import Glibc
import TestSupport
import Testing

@testable import Sandbox

/// Which system calls an agent can make.
@Suite(.inTurns, .bubblewrap) struct SystemCallTests {
    private func calls() async throws -> SystemCalls {
        try SystemCalls(try #require(await Isolation.available()))
    }

    @Test func whatNoAgentNeedsIsRefused() async throws {
        let rules = SystemCallRule.all.filter { $0.conditions.isEmpty && SystemCallRule($0.name).number >= 0 }
        let errors = try await calls().errors(of: rules.map { .init($0.name) })
        for rule in rules { #expect(errors["\(rule.name) []"] == rule.error, "\(rule.name)") }
        #expect(errors.count > 50)
    }

    /// So that the test above is known to notice a call that goes through.
    @Test func withoutIsolationTheKernelDecides() async throws {
        let errors = try await SystemCalls(.none).errors(of: [.init("keyctl"), .init("kcmp"), .init("io_uring_setup")])
        #expect(!errors.values.contains(ENOSYS))
        #expect(errors["keyctl []"] != EPERM)
    }

    private static let refused: [(SystemCalls.Call, Int32)] = [
        (.init("clone", 0x1000_0000), EPERM),
        (.init("clone", 0x1000_0000 | 1 << 32), EPERM),
        (.init("unshare", 0x1000_0000), EPERM),
        (.init("unshare", 0x4002_0000), EPERM),
        (.init("unshare", 0x80), EPERM),
        (.init("ptrace", 16, 1), EPERM),
        (.init("ptrace", 16, 1 << 32 | 1), EPERM),
        (.init("ptrace", 0x4206, 1), EPERM),
        (.init("ioctl", 0, 0x5412), EPERM),
        (.init("ioctl", 0, 1 << 32 | 0x5412), EPERM),
        (.init("ioctl", 0, 0x541C), EPERM),
        (.init("socket", UInt64(AF_PACKET), 2), EAFNOSUPPORT),
        (.init("socket", UInt64(AF_VSOCK), 1), EAFNOSUPPORT),
        (.init("socket", UInt64(AF_ALG), 5), EAFNOSUPPORT),
        (.init("socket", UInt64(AF_BLUETOOTH), 1), EAFNOSUPPORT),
        (.init("socket", 1 << 32 | UInt64(AF_PACKET), 2), EAFNOSUPPORT),
        (.init("socket", UInt64(AF_INET), 3, 1), EPERM),
        (.init("socket", UInt64(AF_INET6), 3 | 0x80000, 58), EPERM),
        (.init("socket", UInt64(AF_NETLINK), 3, 12), EPERM),
        (.init("personality", 0x0040_0000), EPERM),
        (.init("personality", 8), EPERM),
        (.init("personality", 1 << 31), EPERM),
    ]

    @Test func certainArgumentsAreRefused() async throws {
        let errors = try await calls().errors(of: Self.refused.map(\.0))
        for (call, error) in Self.refused {
            #expect(errors["\(call.name) \(call.arguments)"] == error, "\(call)")
        }
    }

    private static let allowed: [SystemCalls.Call] = [
        .init("unshare", 0x400),
        .init("socket", UInt64(AF_UNIX), 1),
        .init("socket", UInt64(AF_INET), 1),
        .init("socket", UInt64(AF_INET6), 2),
        .init("socket", UInt64(AF_NETLINK), 3, 0),
        .init("personality", 0xFFFF_FFFF),
        .init("personality", 0x0004_0000),
        .init("memfd_create", 0, 0),
    ]

    @Test func whatProgramsUseGoesOn() async throws {
        let errors = try await calls().errors(of: Self.allowed)
        for call in Self.allowed {
            #expect(errors["\(call.name) \(call.arguments)"] == (call.name == "memfd_create" ? EFAULT : 0), "\(call)")
        }
    }

    /// A debugger attaches to a process of the agent's.
    @Test func anAgentTracesItsOwn() async throws {
        let ptrace = SystemCallRule("ptrace").number
        let script = """
            child = os.fork()
            if child == 0:
                os.execlp("sleep", "sleep", "1000")
            print(call(\(ptrace), 16, child, 0, 0))
            os.kill(child, 9)
            """
        #expect(try await calls().python(script).text == "0\n")
    }

    #if arch(x86_64)
    @Test func otherArchitecturesAreUnknown() async throws {
        let script = """
            import mmap
            print(call(0x40000000 | 39))
            code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
            code.write(bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]))  # mov eax, getpid; int 0x80; ret
            address = ctypes.addressof(ctypes.c_char.from_buffer(code))
            print(ctypes.CFUNCTYPE(ctypes.c_int)(address)())
            """
        #expect(try await calls().python(script).text == "\(ENOSYS)\n-\(ENOSYS)\n")
    }
    #endif

    @Test func gitAndSetUpScriptsAreFilteredToo() async throws {
        let script = "grep Seccomp: /proc/self/status; git -c alias.x='!grep Seccomp: /proc/self/status' x"
        #expect(try await calls().test.run(script).text == "Seccomp:\t2\nSeccomp:\t2\n")
    }

    /// Each where the machine has it: git, a compiler and what it made, threads, other languages, an archive.
    @Test func ordinaryWorkGoesOn() async throws {
        var test = try await calls().test
        test.profile.limits.duration = .seconds(300)
        let script = #"""
            set -e
            export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b
            git init -q . && echo x > file && git add . && git commit -qm One && git gc -q && git clone -q . copy
            python3 -c '
            import concurrent.futures, multiprocessing, socket, subprocess, threading
            with concurrent.futures.ThreadPoolExecutor(8) as pool: assert sum(pool.map(lambda n: n, range(100))) == 4950
            with concurrent.futures.ProcessPoolExecutor(2) as pool: assert sum(pool.map(abs, range(10))) == 45
            server = socket.create_server(("127.0.0.1", 0))
            socket.create_connection(server.getsockname())
            socket.getaddrinfo("localhost", 80); socket.if_nameindex()
            assert subprocess.check_output(["echo", "y"]) == b"y\n"
            '
            if command -v gcc >/dev/null; then
                echo '#include <pthread.h>
                static void *run(void *x) { return x; }
                int main(void) { pthread_t t; return pthread_create(&t, 0, run, 0) || pthread_join(t, 0); }' > t.c
                gcc -pthread -o t t.c && ./t
                if echo 'int main(void) { return 0; }' | gcc -fsanitize=address -xc - -o s 2>/dev/null; then ./s; fi
            fi
            if command -v node >/dev/null; then
                node -e 'const os = require("os"); os.networkInterfaces();
                    const { Worker } = require("worker_threads");
                    new Worker("0", { eval: true }).on("exit", (code) => process.exit(code));'
            fi
            tar -czf a.tar.gz file t* && tar -tzf a.tar.gz >/dev/null
            echo done
            """#
        let result = try await test.run(script)
        #expect(result.text.hasSuffix("done\n"), "\(result.ending.errorText)")
    }
}
