import Domain
import EgressProxy
import Foundation
import RunnerLink
import Sandbox
import Synchronization
import Threads

/// A process that the server ordered, from the arrival of its files to their return.
final class LeasedProcess: Sendable {
    private enum Input: Sendable {
        case bytes([UInt8])
        /// Take the attached files, which later input names.
        case attachments
        case end
    }

    /// Maximum size of one post of output, in bytes.
    private static let pieceSize = 524_288
    /// Grace period for a process that is given back.
    private static let grace: Duration = .seconds(5)

    let command: RunnerCommand
    private let lease: String
    private let files: RunFiles
    private let sandbox: Sandbox
    private let server: RunnerServer
    private let configuration: RunnerConfiguration
    private let inputs: (stream: AsyncStream<Input>, add: AsyncStream<Input>.Continuation)
    private let controls: (stream: AsyncStream<RunnerOrder.Action>, add: AsyncStream<RunnerOrder.Action>.Continuation)
    private let redactor: SecretRedactor
    private let isGivenBack = Atomic(false)

    init(
        _ command: RunnerCommand, of lease: String, files: RunFiles, sandbox: Sandbox, server: RunnerServer,
        _ configuration: RunnerConfiguration
    ) {
        self.command = command
        self.lease = lease
        self.files = files
        self.sandbox = sandbox
        self.server = server
        self.configuration = configuration
        redactor = SecretRedactor(configuration.secrets)
        let (inputs, addInput) = AsyncStream.makeStream(of: Input.self)
        self.inputs = (inputs, addInput)
        let (controls, addControl) = AsyncStream.makeStream(of: RunnerOrder.Action.self)
        self.controls = (controls, addControl)
    }

    var limits: SandboxLimits { SandboxLimits(command.limits) }

    /// Passes on an order to the process, now or once it has started.
    func take(_ action: RunnerOrder.Action) {
        switch action {
        case .input(let bytes): inputs.add.yield(.bytes(Array(bytes)))
        case .takeAttachments: inputs.add.yield(.attachments)
        case .finishInput: inputs.add.yield(.end)
        default: controls.add.yield(action)
        }
    }

    /// Ends the process because this machine stops: its files are returned, and the run goes on elsewhere.
    func giveBack() {
        isGivenBack.store(true, ordering: .relaxed)
        controls.add.yield(.stop(graceSeconds: Int(Self.grace.components.seconds)))
    }

    /// Runs the process to its end, and reports it.
    ///
    /// - Throws: `RunnerError`, and `CancellationError`, which kills the process.
    func run() async throws {
        let ending: RunnerEnding
        do {
            try await files.take(limits: limits)
            let result = try await execute()
            try await files.giveBack(limits: limits)
            ending = RunnerEnding(result, isGivenBack: isGivenBack.load(ordering: .relaxed), redactor)
        } catch  where !(error is RunnerError || error is CancellationError) {
            try Task.checkCancellation()
            ending = RunnerEnding(failure: String("\(error)".prefix(1000)))
        }
        try await server.end(command.process, ending, lease)
    }

    private func execute() async throws -> ProcessEnding {
        let program = try configuration.programs.find(command, in: configuration.searchPath)
        var profile = files.profile(limits: limits)
        profile.readOnlyPaths = program.readOnlyPaths + configuration.readOnlyPaths
        profile.environment = command.environment.merging(configuration.variables) { $1 }
            .merging(program.variables) { $1 }
        profile.network = .relayed(relay)
        profile.onPause = { [server, lease] in try? await server.setPause($0, lease) }
        let output = files.output(of: command.process)
        let (_, ending) = try await sandbox.withProcess(
            [program.path] + command.arguments, in: profile, outputPath: output
        ) { process in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await self.write(to: process) }
                group.addTask { await self.control(process) }
                try await self.post(process)
                _ = await process.ending()
                group.cancelAll()
            }
        }
        return ending
    }

    private func write(to process: any ControlledProcess) async {
        for await input in inputs.stream {
            switch input {
            // A process that no longer reads its input is about to exit.
            case .bytes(let bytes): try? await process.write(bytes)
            case .attachments: try? await files.takeAttachments(limits: limits)
            case .end: return process.finishInput()
            }
        }
    }

    private func control(_ process: any ControlledProcess) async {
        for await action in controls.stream {
            switch action {
            case .interrupt: process.interrupt()
            case .kill: process.kill()
            case .countTime(let isCounted): process.setTime(isCounted: isCounted)
            case .stop(let seconds):
                // In a task of its own, so that a kill needn't wait for it.
                Task { await process.stop(within: .seconds(seconds)) }
            default: break
            }
        }
    }

    /// Posts the output line by line, without this machine's secrets. Nothing is read ahead of what the server takes.
    private func post(_ process: any ControlledProcess) async throws {
        var offset = 0
        for try await lines in AgentLines(of: process, redactor: redactor) {
            var bytes: [UInt8] = []
            for line in lines {
                switch line.content {
                case .text(let text): bytes += text.utf8
                case .tooLong(let size): bytes += "A line of \(size) bytes was too long.".utf8
                }
                bytes.append(UInt8(ascii: "\n"))
            }
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Self.pieceSize)
                let answer = try await server.post(piece, at: offset, of: command.process, lease)
                let taken = answer.next - offset
                // A repeated post may find that the first one arrived.
                guard (0...piece.count).contains(taken) else { throw RunnerError.leaseOver }
                offset = answer.next
                rest = rest.dropFirst(taken)
                if answer.waitMilliseconds > 0 {
                    try await Task.sleep(for: .milliseconds(min(answer.waitMilliseconds, 10_000)))
                }
            }
        }
    }

    /// The network of the process: a proxy here that asks the server about each connection.
    private var relay: SandboxRelay {
        let proxy = EgressProxy(
            resolver: configuration.resolver,
            verdict: { [server, lease] destination in
                let question = RunnerNetworkQuestion(destination: "\(destination)", isPrivate: false)
                return NetworkVerdict(try await server.ask(question, lease))
            },
            onRefusal: { [server, lease] destination, reason in
                // The server counts its own refusals itself.
                guard reason == .privateAddress else { return }
                Task {
                    try? await server.ask(
                        RunnerNetworkQuestion(destination: "\(destination)", isPrivate: true), lease)
                }
            })
        let port = SandboxRelay.proxyPort
        return SandboxRelay(ports: [port], environment: SandboxRelay.proxyVariables(port: port)) { sockets in
            for socket in sockets { await proxy.serve(socket) }
        }
    }
}

extension SandboxLimits {
    fileprivate init(_ limits: RunnerLimits) {
        self.init(
            duration: .milliseconds(limits.milliseconds), outputBytes: limits.outputBytes, processes: limits.processes,
            memoryBytes: limits.memoryBytes, diskBytes: limits.diskBytes, files: limits.files,
            temporaryBytes: limits.temporaryBytes, niceness: limits.niceness)
    }
}

extension NetworkVerdict {
    fileprivate init(_ answer: RunnerNetworkAnswer) {
        self =
            answer.isAllowed
            ? .allowed(mayBePrivate: answer.mayBePrivate)
            : .refused(answer.refusal.flatMap(NetworkRefusal.init(rawValue:)) ?? .notAllowed)
    }
}

extension RunnerEnding {
    fileprivate init(_ ending: ProcessEnding, isGivenBack: Bool, _ redactor: SecretRedactor) {
        let (code, signal): (Int?, Int?) =
            switch ending.status {
            case .exited(let code): (code, nil)
            case .signalled(let signal): (nil, signal)
            }
        let errors = Data(redactor.redacting(ending.errorText).utf8).suffix(Self.errorLimit)
        self.init(
            code: code, signal: signal, breach: ending.breach.map(Breach.init), errors: Data(errors),
            isGivenBack: isGivenBack)
    }
}

extension RunnerEnding.Breach {
    fileprivate init(_ breach: LimitBreach) {
        self =
            switch breach {
            case .duration: .duration
            case .output: .output
            case .processes: .processes
            case .memory: .memory
            case .disk: .disk
            case .files: .files
            case .hiddenFiles: .hiddenFiles
            }
    }
}
