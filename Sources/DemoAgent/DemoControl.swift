import Domain
import Foundation
import Synchronization

/// The agent's control channel: its requests to people and their answers, and orders to interrupt its turn or change
/// its mode.
final class DemoControl: Sendable {
    private struct State {
        var mode: String
        /// Tools that people have allowed for the whole process.
        var allowed: Set<String> = []
        var waiting: [String: CheckedContinuation<OrderedJSON?, Never>] = [:]
        var isClosed = false
        var turn: Task<Bool, Never>?
        var isInterrupted = false
    }

    private let state: Mutex<State>
    private let write: @Sendable (String) -> Void

    init(mode: String, write: @escaping @Sendable (String) -> Void) {
        state = Mutex(State(mode: mode))
        self.write = write
    }

    var mode: String { state.withLock(\.mode) }
    /// Whether the last turn was interrupted by a control request.
    var isInterrupted: Bool { state.withLock(\.isInterrupted) }

    func needsPermission(for tool: String) -> Bool {
        state.withLock { $0.mode == "default" && !$0.allowed.contains(tool) }
    }

    /// Sets the turn that an interruption cancels.
    func begin(_ turn: Task<Bool, Never>) {
        state.withLock { ($0.turn, $0.isInterrupted) = (turn, false) }
    }

    /// Handles a line of input.
    ///
    /// - Returns: `false` if the line isn't part of the control channel.
    func take(_ line: String) -> Bool {
        guard let json = try? OrderedJSON(parsing: line), let type = json["type"]?.text else { return false }
        switch type {
        case "control_response":
            resume(json["response"]?["request_id"]?.text ?? "", with: json["response"]?["response"])
        case "control_request":
            if let name = json["request_id"]?.text { obey(json["request"] ?? .object([]), named: name) }
        default: return false
        }
        return true
    }

    /// Marks the input as ended; pending requests get no answer.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(returning: nil) }
    }

    /// Asks for permission to use a tool, and waits for the answer.
    ///
    /// - Throws: `CancellationError` if the turn was interrupted or the input has ended.
    func ask(_ tool: String, call: String, input: OrderedJSON) async throws -> OrderedJSON {
        let name = UUID().uuidString.lowercased()
        let request: OrderedJSON = [
            "subtype": "can_use_tool", "tool_name": .string(tool), "display_name": .string(tool), "input": input,
            "tool_use_id": .string(call),
        ]
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    guard !state.isClosed, !Task.isCancelled else { return false }
                    state.waiting[name] = continuation
                    return true
                }
                guard isOpen else { return continuation.resume(returning: nil) }
                send(["type": "control_request", "request_id": .string(name), "request": request])
            }
        } onCancel: {
            guard let continuation = state.withLock({ $0.waiting.removeValue(forKey: name) }) else { return }
            send(["type": "control_cancel_request", "request_id": .string(name)])
            continuation.resume(returning: nil)
        }
        guard let answer else { throw CancellationError() }
        heed(answer["updatedPermissions"]?.elements ?? [])
        return answer
    }

    private func resume(_ name: String, with answer: OrderedJSON?) {
        state.withLock { $0.waiting.removeValue(forKey: name) }?.resume(returning: answer)
    }

    private func obey(_ order: OrderedJSON, named name: String) {
        var response: [(name: String, value: OrderedJSON)] = [("subtype", "success"), ("request_id", .string(name))]
        switch order["subtype"]?.text {
        case "interrupt":
            state.withLock { $0.isInterrupted = true }
            state.withLock(\.turn)?.cancel()
        case "set_permission_mode":
            if let mode = order["mode"]?.text { state.withLock { $0.mode = mode } }
        default:
            response = [("subtype", "error"), ("request_id", .string(name)), ("error", "This is not supported.")]
        }
        send(["type": "control_response", "response": .object(response)])
    }

    private func heed(_ updates: [OrderedJSON]) {
        for update in updates {
            if update["type"]?.text == "setMode", let mode = update["mode"]?.text { state.withLock { $0.mode = mode } }
            let tools = (update["rules"]?.elements ?? []).compactMap { $0["toolName"]?.text }
            state.withLock { $0.allowed.formUnion(tools) }
        }
    }

    private func send(_ line: OrderedJSON) {
        write(line.json)
    }
}
