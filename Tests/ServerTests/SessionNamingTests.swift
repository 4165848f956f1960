import Domain
import Foundation
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

struct SessionNamingTests {
    private static let answer = #"{"type":"assistant","message":{"content":"It was the cookie's domain."}}"#
    private static let result = #"{"type":"result","subtype":"success","result":"Done."}"#
    private static let answered = "\(answer)\n\(result)"

    /// Runs a test with naming by a shell script, which may write to the directory `$WORK`.
    private func withNaming(
        _ script: String, log: RecordedLog = RecordedLog(),
        _ test: @escaping @Sendable (TestService, Team, String) async throws -> Void
    ) async throws {
        try await TestService.run { service in
            let directory = try TemporaryDirectory()
            let team = try await service.makeTeam()
            let naming = Task { await Self.naming(script, in: directory, service, log).run() }
            // It begins at the end of the log as it finds it, which it then stores.
            let path = service.store.directory.databasePath
            try await eventually {
                try await DatabaseQueue(path: path).read {
                    try Int.fetchOne($0, sql: "SELECT count(*) FROM naming_progress")
                } == 1
            }
            try await test(service, team, directory.path)
            naming.cancel()
            await naming.value
        }
    }

    private static func naming(
        _ script: String, in directory: TemporaryDirectory, _ service: TestService, _ log: RecordedLog
    ) -> SessionNaming {
        let environment = ["PATH": "/usr/bin:/bin", "WORK": directory.path]
        return SessionNaming(
            command: TitleCommand(words: ["/bin/sh", "-c", script], environment: environment),
            sessions: service.store.sessions, events: service.store.events, clock: service.clock.clock,
            logger: log.logger, pauses: [.zero, .zero])
    }

    private static func shown(_ id: String, _ service: TestService, _ team: Team) async throws -> [String?] {
        let session = try await service.session(id, of: team)
        return [session["title"]?.text, session["titleSource"]?.text]
    }

    @Test func anAnsweredSessionIsNamedFromItsConversation() async throws {
        try await withNaming(#"cat >"$WORK/input"; echo '"Repair the cookie of the login."'"#) { service, team, work in
            let id = try await service.createSession(in: team, "Please fix the login page")
            #expect(try await Self.shown(id, service, team) == ["Fix login page", nil])
            try await service.report(Self.answered, to: id, of: team)
            try await eventually {
                try await Self.shown(id, service, team) == ["Repair the cookie of the login", "command"]
            }
            let input = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: work + "/input")))
            #expect(
                input as? [String: String] == [
                    "title": "Fix login page", "message": "Please fix the login page", "answer": "Done.",
                ])
            let found = try await service.send(.get, "/api/sessions?q=cookie", as: team.key)
            #expect(found.json["sessions"]?.elements.count == 1)
        }
    }

    @Test func aPersonsNameStays() async throws {
        let script = #"touch "$WORK/begun"; while [ ! -e "$WORK/go" ]; do sleep 0.01; done; echo Better"#
        try await withNaming(script) { service, team, work in
            let id = try await service.createSession(in: team, "Please fix the login page")
            try await service.report(Self.answered, to: id, of: team)
            try await eventually { FileManager.default.fileExists(atPath: work + "/begun") }
            try await service.send(.patch, "/api/sessions/\(id)", as: team.key, body: #"{"title":"Mine"}"#)
            try Data().write(to: URL(fileURLWithPath: work + "/go"))
            // For another session; once that is named, the naming of the first has ended.
            let second = try await service.createSession(in: team, "Another thing")
            try await service.report(Self.answered, to: second, of: team)
            try await eventually { try await Self.shown(second, service, team)[0] == "Better" }
            #expect(try await Self.shown(id, service, team) == ["Mine", "given"])
        }
    }

    @Test func aFailureIsTriedAgainAndThenTheTitleStays() async throws {
        let log = RecordedLog()
        let script = #"""
            cat >"$WORK/input"; echo x >>"$WORK/tries"
            grep -q once "$WORK/input" && [ "$(wc -l <"$WORK/tries")" -gt 1 ] && { echo "Named at last"; exit; }
            grep -q never "$WORK/input" && { echo "Исправить"; exit; }
            echo "no luck" >&2; exit 3
            """#
        try await withNaming(script, log: log) { service, team, work in
            let id = try await service.createSession(in: team, "It failed once")
            try await service.report(Self.answered, to: id, of: team)
            try await eventually { try await Self.shown(id, service, team)[0] == "Named at last" }
            let second = try await service.createSession(in: team, "It never works")
            let title = try await Self.shown(second, service, team)[0]
            try await service.report(Self.answered, to: second, of: team)
            try await eventually { log.lines.filter { $0.contains(second) }.count == 3 }
            #expect(try await Self.shown(second, service, team)[0] == title)
        }
        #expect(log.lines.contains { $0.contains("exit code 3") && $0.contains("no luck") })
        #expect(log.lines.contains { $0.contains("letters of the conversation") })
    }

    @Test func whatWasAnsweredWhileTheServerWasDownIsNamedAtTheNextStart() async throws {
        try await TestService.run { service in
            let directory = try TemporaryDirectory()
            let team = try await service.makeTeam()
            let position = try await service.store.events.position()
            try await service.store.sessions.noteNaming(upTo: position)
            let id = try await service.createSession(in: team, "Please fix the login page")
            try await service.report(Self.answered, to: id, of: team)
            let naming = Task { await Self.naming("echo Better", in: directory, service, RecordedLog()).run() }
            try await eventually { try await Self.shown(id, service, team)[0] == "Better" }
            naming.cancel()
            await naming.value
        }
    }

    @Test func aProgramThatDoesNotEndIsEnded() async throws {
        let session = UnnamedSession(
            id: .make(at: TestClock().now), organization: .random(), title: "A title", message: "Hello", answer: "Hi")
        let command = TitleCommand(
            words: ["/bin/sh", "-c", "sleep 1000"], environment: ["PATH": "/usr/bin:/bin"],
            timeout: .milliseconds(200))
        await #expect(throws: TitleCommand.Failure.self) { try await command.title(of: session) }
    }
}
