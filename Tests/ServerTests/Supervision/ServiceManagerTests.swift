import Foundation
import GRDB
import Logging
import Storage
import TestSupport
import Testing

@testable import Server

struct ServiceManagerTests {
    private func environment(_ socket: NotifySocket, watchdog: Duration? = nil) -> [String: String] {
        var environment = ["NOTIFY_SOCKET": socket.name]
        environment["WATCHDOG_USEC"] = watchdog.map { "\($0.components.attoseconds / 1_000_000_000_000)" }
        return environment
    }

    @Test(arguments: [false, true])
    func theStartAndTheEndAreReported(isAbstract: Bool) async throws {
        let directory = try TemporaryDirectory()
        let name = "lodestone-\(UUID().uuidString.prefix(8))"
        let socket = try NotifySocket(isAbstract ? "@\(name)" : "\(directory.path)/\(name)")
        try await RunningServer.run(environment: environment(socket)) { server in
            #expect(try await server.get("/livez", key: "none").status == 200)
            try await eventually { socket.messages == ["READY=1"] }
        }
        #expect(socket.messages == ["READY=1", "STOPPING=1"])
    }

    /// An empty change waits for the writer, which waits for another program's transaction here.
    @Test func aServerIsReportedAliveOnlyWhileItsWriterResponds() async throws {
        let socket = try NotifySocket("@lodestone-\(UUID().uuidString.prefix(8))")
        let watched = environment(socket, watchdog: .milliseconds(200))
        try await RunningServer.run(environment: watched) { server in
            try await eventually { socket.messages.count { $0 == "WATCHDOG=1" } > 3 }
            var unsafe = Configuration()
            unsafe.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(
                path: server.directory.dataDirectory.databasePath, configuration: unsafe)
            try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
            // A report may have been under way.
            try await Task.sleep(for: .milliseconds(300))
            let before = socket.messages.count
            try await Task.sleep(for: .milliseconds(1000))
            #expect(socket.messages.count == before)
            try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
            try await eventually { socket.messages.count > before + 3 }
        }
        #expect(socket.messages.contains("STOPPING=1"))
    }

    @Test func aWatchdogOfAnotherProcessIsNotServed() {
        let environment = ["NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "1000000"]
        #expect(ServiceManager(environment: environment)?.watchdogTime == .seconds(1))
        #expect(ServiceManager(environment: environment.merging(["WATCHDOG_PID": "1"]) { $1 })?.watchdogTime == nil)
        let own = environment.merging(["WATCHDOG_PID": "\(getpid())"]) { $1 }
        #expect(ServiceManager(environment: own)?.watchdogTime == .seconds(1))
    }

    @Test(arguments: ["", "vsock:2:1"])
    func aSocketOfAnotherKindIsNotUsed(name: String) {
        #expect(ServiceManager(environment: ["NOTIFY_SOCKET": name]) == nil)
        #expect(ServiceManager(environment: [:]) == nil)
    }

    @Test func aManagerThatIsGoneIsLogged() async throws {
        let log = RecordedLog()
        let manager = try #require(ServiceManager(environment: ["NOTIFY_SOCKET": "/nowhere/notify"]))
        manager.report(.ready, logger: log.logger)
        #expect(log.lines.contains { $0.contains("No such file") })
    }
}
