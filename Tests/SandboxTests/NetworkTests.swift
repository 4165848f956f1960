import Domain
import EgressProxy
import Foundation
import Sandbox
import Synchronization
import TestSupport
import Testing

/// Network access of a sandbox that has only the proxy.
@Suite(.inTurns, .bubblewrap) struct NetworkTests {
    /// A sandbox beside a service of this machine.
    private final class Place: Sendable {
        let test: TestSandbox
        let port: Int
        let rules: Mutex<NetworkRules>
        private let refused = Mutex<[String]>([])
        var refusals: [String] { refused.withLock { $0 } }
        let limits: EgressLimits

        init(_ isolation: Isolation, port: Int, access: NetworkAccess, limits: EgressLimits) throws {
            test = try TestSandbox(isolation)
            self.port = port
            self.limits = limits
            rules = Mutex(
                NetworkRules(
                    access: access, operators: OperatorHosts(agent: [try AllowedHost("allowed.test:\(port)")])))
        }

        private static let names = [
            "allowed.test": "127.0.0.1", "localhost": "127.0.0.1", "private.test": "10.0.0.1",
            "loopback.test": "127.0.0.1", "half.test": "127.0.0.1",
            "mapped.test": "::ffff:127.0.0.1", "metadata.test": "169.254.169.254", "six.test": "::1",
        ]

        /// Runs a script, whose `$1` is the service's port.
        func run(_ script: String) async throws -> CommandResult {
            let proxy = EgressProxy(
                resolver: HostResolver { name in [Self.names[name]].compactMap { $0.flatMap { IPAddress($0) } } },
                limits: limits, rules: { [self] in rules.withLock { $0 } },
                onRefusal: { [self] destination, reason in
                    refused.withLock { $0.append("\(destination) \(reason.rawValue)") }
                })
            let address = "http://127.0.0.1:3128"
            var profile = test.profile
            profile.network = .relayed(
                SandboxRelay(
                    ports: [3128, 4000],
                    environment: ["http_proxy": address, "https_proxy": address, "no_proxy": "127.0.0.1,localhost"]
                ) { [port] sockets in
                    await withTaskGroup(of: Void.self) { group in
                        group.addTask { await proxy.serve(sockets[0]) }
                        group.addTask {
                            guard let host = try? NetworkHost("allowed.test") else { return }
                            await proxy.forward(sockets[1], to: NetworkDestination(host: host, port: port))
                        }
                    }
                })
            let prelude = "code() { curl -s -m 60 -o /dev/null -w '%{http_code}\\n' \"$@\"; }\n"
            return try await test.sandbox.run(["sh", "-c", prelude + script, "sh", "\(port)"], in: profile)
        }
    }

    private func beside(
        _ access: NetworkAccess = .all, limits: EgressLimits = EgressLimits(),
        _ body: @escaping @Sendable (Place) async throws -> Void
    ) async throws {
        let isolation = try #require(await Isolation.available())
        try await LocalServer.whileRunning { port in
            try await body(Place(isolation, port: port, access: access, limits: limits))
        }
    }

    @Test func anAllowedHostIsReachedInEveryWay() async throws {
        try await beside(.none) { place in
            let result = try await place.run(
                """
                curl -s http://allowed.test:$1/; echo
                curl -sp http://ALLOWED.test.:$1/; echo
                curl -s http://127.0.0.1:4000/; echo
                """)
            let names = ["allowed.test", "ALLOWED.test.", "127.0.0.1"]
            let ports = [place.port, place.port, 4000]
            #expect(result.text == zip(names, ports).map { "hello \($0):\($1)\n" }.joined())
            #expect(place.refusals.isEmpty)
        }
    }

    /// Each by plain HTTP and through a tunnel, though every public host is allowed.
    @Test(arguments: [
        "127.0.0.1:$1", "localhost:$1", "127.1:$1", "2130706433:$1", "0x7f000001:$1", "0177.0.0.1:$1", "[::1]:$1",
        "[::ffff:127.0.0.1]:$1", "0.0.0.0:$1", "[::]:$1", "169.254.169.254", "10.0.0.1", "10.255.255.255", "172.16.0.1",
        "192.168.1.1", "100.64.0.1", "224.0.0.1", "[fe80::1]", "[fd00::1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::7f00:1]",
        "private.test", "loopback.test:$1", "mapped.test:$1", "metadata.test", "six.test:$1",
    ])
    func privateAddressesAreRefused(host: String) async throws {
        try await beside { place in
            let result = try await place.run(
                "code --noproxy '' http://\(host)/; curl -spm 60 --noproxy '' http://\(host)/")
            #expect(result.text == "403\n")
            let refused = place.refusals
            #expect(refused.count == 2 && refused.allSatisfy { $0.hasSuffix("private-address") }, "\(refused)")
        }
    }

    /// The machine's own addresses, public or not.
    @Test func noAddressOfThisMachineIsReached() async throws {
        try await beside { place in
            let addresses = try await Sandbox(.none).run(["hostname", "-I"], in: place.test.profile).text
            for address in addresses.split(whereSeparator: \.isWhitespace) {
                let host = address.contains(":") ? "[\(address)]" : "\(address)"
                let text = try await place.run("code http://\(host):$1/").text
                #expect(text == "403\n", "\(host)")
            }
        }
    }

    @Test func withoutTheProxyThereIsNothing() async throws {
        try await beside { place in
            let script = """
                import socket, sys
                def tell(name, work):
                    try: work(); print(name, "went")
                    except OSError as error: print(name, "failed")
                tell("server", lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), 10))
                tell("loopback6", lambda: socket.create_connection(("::1", int(sys.argv[1])), 10))
                tell("metadata", lambda: socket.create_connection(("169.254.169.254", 80), 10))
                tell("private", lambda: socket.create_connection(("10.0.0.1", 80), 10))
                tell("public", lambda: socket.create_connection(("1.1.1.1", 443), 10))
                tell("dns", lambda: socket.getaddrinfo("example.com", 443))
                tell("datagram", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("1.1.1.1", 53)))
                tell("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
                tell("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
                tell("abstract", lambda: socket.socket(socket.AF_UNIX).connect("\\0lodestone"))
                tell("proxy", lambda: socket.create_connection(("127.0.0.1", 3128), 10))
                """
            let result = try await place.run("python3 -c '\(script)' $1")
            let lines = result.text.split(separator: "\n")
            #expect(lines.count == 11, "\(result.ending.errorText)")
            #expect(lines.filter { $0.hasSuffix("went") } == ["proxy went"])
        }
    }

    @Test func aRedirectToARefusedHostIsRefused() async throws {
        try await beside { place in
            let result = try await place.run(
                "code http://allowed.test:$1/redirect; code -L http://allowed.test:$1/redirect")
            #expect(result.text == "302\n403\n")
            #expect(place.refusals == ["10.0.0.1:80 private-address"])
        }
    }

    @Test func otherHostsAndPortsAreRefusedAndTold() async throws {
        try await beside(.custom) { place in
            let result = try await place.run(
                """
                code http://other.test/; code http://allowed.test/; curl -s http://other.test/
                curl -s https://other.test/; echo $?; git ls-remote https://other.test/a/b 2>&1 | grep -c 403
                """)
            let sentence = "Lodestone: This session's environment doesn't allow other.test:80.\n"
            #expect(result.text == "403\n403\n\(sentence)56\n1\n")
            #expect(place.refusals.contains("other.test:443 not-allowed"))
        }
    }

    @Test func aChangeOfTheRulesHoldsFromTheNextConnectionOn() async throws {
        try await beside(.custom) { place in
            let before = try await place.run("code http://loopback.test:$1/").text
            #expect(before == "403\n")
            let host = try AllowedHost("loopback.test:\(place.port)")
            place.rules.withLock { $0.operators.agent.append(host) }
            let then = try await place.run("code http://loopback.test:$1/").text
            #expect(then == "200\n")
        }
    }

    @Test func muchGoesThroughInBothDirections() async throws {
        try await beside { place in
            let result = try await place.run(
                """
                head -c \(LocalServer.bigSize) /dev/zero > big
                for way in '' -p; do
                    curl -s $way http://allowed.test:$1/big | wc -c
                    curl -s $way --data-binary @big http://allowed.test:$1/count; echo
                    curl -s $way -H 'Transfer-Encoding: chunked' --data-binary @big http://allowed.test:$1/count; echo
                done
                """)
            let expected = Array(repeating: "\(LocalServer.bigSize)", count: 6)
            #expect(result.text.split(separator: "\n").map { $0.filter { $0 != " " } } == expected)
        }
    }

    /// One end says no more, and still hears the other's answer.
    @Test func aTunnelMayBeHalfClosed() async throws {
        try await beside { place in
            let server = """
                import socket
                server = socket.create_server(("127.0.0.1", 0))
                print(server.getsockname()[1], flush=True)
                while True:
                    s = server.accept()[0]
                    s.sendall(str(sum(map(len, iter(lambda: s.recv(4096), b"")))).encode())
                    s.close()
                """
            let script = """
                import socket, sys
                s = socket.create_connection(("127.0.0.1", 3128))
                s.sendall(f"CONNECT half.test:{sys.argv[1]} HTTP/1.1\\r\\n\\r\\n".encode() + b"x" * 100000)
                s.shutdown(socket.SHUT_WR)
                print(b"".join(iter(lambda: s.recv(4096), b"")).decode().split()[-1])
                """
            let host = place.test.profile
            _ = try await Sandbox(.none).withProcess(["python3", "-c", server], in: host) { process in
                let port = String(decoding: await process.output(), as: UTF8.self).filter(\.isNumber)
                let allowed = try AllowedHost("half.test:\(port)")
                place.rules.withLock { $0.operators.agent.append(allowed) }
                let text = try await place.run("python3 -c '\(script)' \(port)").text
                #expect(text == "100000\n")
            }
        }
    }

    /// A second request on the same connection, which might name another host, goes nowhere.
    @Test func onlyOneRequestOfAConnectionIsPassedOn() async throws {
        try await beside { place in
            let script = """
                import socket, sys
                port = sys.argv[1]
                s = socket.create_connection(("127.0.0.1", 3128))
                one = f"GET http://allowed.test:{port}/ HTTP/1.1\\r\\nHost: other.test\\r\\n\\r\\n"
                s.sendall((one + one + "GET / HTTP/1.1\\r\\nHost: evil.test\\r\\n\\r\\n").encode())
                answer = b"".join(iter(lambda: s.recv(4096), b""))
                print(answer.count(b"HTTP/1."), answer.count(b"hello allowed.test"), b"other.test" in answer)
                """
            let text = try await place.run("python3 -c '\(script)' $1").text
            #expect(text == "1 1 False\n")
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\\r\\nHost: allowed.test\\r\\n\\r\\n", "GET https://allowed.test/ HTTP/1.1\\r\\n\\r\\n",
        "CONNECT allowed.test HTTP/1.1\\r\\n\\r\\n", "CONNECT /x:80 HTTP/1.1\\r\\n\\r\\n",
        "CONNECT a b c d\\r\\n\\r\\n",
        "CONNECT allowed.test:0 HTTP/1.1\\r\\n\\r\\n",
        "GET http://user:x@allowed.test/ HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
        "hello, proxy\\r\\n\\r\\n", "CONNECT \" + \"a\" * 20000 + \"",
    ])
    func whatIsNoRequestOfAProxyIsA400(bytes: String) async throws {
        try await beside { place in
            let script = """
                import socket
                s = socket.create_connection(("127.0.0.1", 3128))
                s.sendall(("\(bytes)").encode())
                print(s.recv(12).decode())
                """
            let text = try await place.run("python3 -c '\(script)'").text
            #expect(text == "HTTP/1.1 400\n")
        }
    }

    @Test func connectionsAreBounded() async throws {
        var limits = EgressLimits()
        limits.connections = 3
        try await beside(limits: limits) { place in
            let script = """
                import socket, time
                connections = [socket.create_connection(("127.0.0.1", 3128)) for _ in range(6)]
                open = 0
                for s in connections:
                    s.settimeout(2)
                    try: open += s.recv(1) != b""
                    except TimeoutError: open += 1
                    except OSError: pass
                print(open)
                """
            let text = try await place.run("python3 -c '\(script)'").text
            #expect(text == "3\n")
        }
    }
}
