import Domain
import Foundation
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

/// Messages and choices that reach an agent while it works or asks.
extension AskingTests {
    /// Makes the agent get people's choices.
    private static func takeModes(_ configuration: inout RunConfiguration) {
        let custom = configuration.agent
        configuration.agent = AgentCommand(
            arguments: custom.arguments, readOnlyPaths: custom.readOnlyPaths, name: "Agent", email: "agent@localhost")
    }

    private static let interruptible =
        words + #"""
            begin; read_prompt; say Working; read_line
            case "$reply" in *interrupt*) line '"type":"result","subtype":"error_during_execution","is_error":true,"terminal_reason":"aborted_tools"';; *) answer "Not interrupted";; esac
            read_prompt; case "$prompt" in *Instead*) answer "Redirected";; *) answer "Lost";; esac
            """#

    @Test func whatIsSaidAtOnceInterrupts() async throws {
        let home = try await RunHome(agent: Self.interruptible)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            try await home.say("Also this", in: id)
            try await say(now: "Instead that", in: id, home)
            let end = try await home.end(of: id)
            #expect(end.session.status == .completed && end.session.failure == nil)
            #expect(try await home.texts(id).last == "Redirected")
            #expect(end.run?.attempts.map(\.outcome) == [.completed])
        }
    }

    @Test(arguments: [Duration.seconds(600), .zero])
    func whatIsSaidAtOnceTakesThePlaceOfAnAnswer(timeout: Duration) async throws {
        let script =
            Self.words + #"""
                begin; read_prompt
                case "$*" in *--resume*) ;; *)
                    ask 1; read_line
                    case "$reply" in *interrupt*) line '"type":"result","subtype":"error_during_execution","is_error":true,"terminal_reason":"aborted_tools"';; *) answer "Not interrupted";; esac
                    read_prompt;;
                esac
                case "$prompt" in *Instead*) answer "Redirected";; *) answer "Lost";; esac
                """#
        let home = try await RunHome(agent: script) { $0.answerTimeout = timeout }
        try await home.working {
            let id = try await home.create("Go")
            try await waiting(id, in: home)
            if timeout == .zero { try await parked(id, in: home) }
            try await say(now: "Instead that", in: id, home)
            try await eventually { try await home.texts(id).last == "Redirected" }
            let end = try await home.end(of: id)
            #expect(end.session.status == .completed)
            #expect(try await requests(id, in: home).map(\.state) == [.withdrawn])
        }
    }

    @Test func anotherModeIsToldAtOnce() async throws {
        let script =
            Self.words + #"""
                begin; read_prompt; say Working; read_line
                case "$reply" in *set_permission_mode*default*) answer "Asks now";; *) answer "Told something else";; esac
                """#
        let home = try await RunHome(agent: script, configure: Self.takeModes)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            _ = try await home.store.sessions.apply(
                SessionEdit(choices: AgentChoices(mode: .ask)), to: id, of: home.organization, by: "Alice",
                at: home.clock.now)
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Asks now")
        }
    }

    @Test func anotherModelAndEffortAreForTheNextMessage() async throws {
        let script =
            Self.words + #"""
                begin; read_prompt; say Working; until test -e said; do sleep 0.05; done; answer First
                read_line; one=$reply; read_line; two=$reply; read_prompt
                case "$one|$two|$prompt" in
                *set_model*other*apply_flag_settings*high*Second*) answer "Switched";; *) answer "Told something else";;
                esac
                """#
        let home = try await RunHome(agent: script, configure: Self.takeModes)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            _ = try await home.store.sessions.followUp(
                "Second", choices: AgentChoices(model: "other", effort: .high), in: id, of: home.organization,
                by: home.author.id, at: home.clock.now, once: nil)
            try home.write(to: "workspace/said", of: id)
            let detail = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Switched")
            #expect(detail.session.model == "other" && detail.session.effort == .high)
        }
    }
}
