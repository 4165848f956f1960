import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

extension Call {
    /// Responds 201 with a JSON object, which `render` writes from the value that `create` makes. A request that is
    /// repeated with its `Idempotency-Key` gets the first response again, and has no other effect.
    ///
    /// - Parameters:
    ///   - body: the body as received, which distinguishes a repetition from a different request with the same key.
    ///   - caller: who makes the request.
    ///   - charge: the cost of the request, refunded if it fails or repeats another.
    func created<Value>(
        _ body: String,
        by caller: Caller,
        charging charge: Charge, from growth: Growth,
        render: @escaping @Sendable (inout JSONWriter, Value) -> Void,
        create: (IdempotentRequest<Value>?) async throws -> IdempotentResult<Value>
    ) async throws -> Response {
        try await performed(.created, body, by: caller, charging: charge, from: growth, render: render, perform: create)
    }

    /// Like `created`, for a change that creates nothing of its own.
    func performed<Value>(
        _ status: HTTPResponse.Status, _ body: String, by caller: Caller, charging charge: Charge, from growth: Growth,
        render: @escaping @Sendable (inout JSONWriter, Value) -> Void,
        perform: (IdempotentRequest<Value>?) async throws -> IdempotentResult<Value>
    ) async throws -> Response {
        let bytes: @Sendable (Value) -> [UInt8] = { value in
            var json = JSONWriter()
            json.object { render(&$0, value) }
            return json.bytes
        }
        return try await growth.charging(charge) {
            let key = try idempotencyKey(caller: caller, body: body)
            switch try await perform(key?.once(bytes)) {
            case .now(let value): return .json(status, bytes(value))
            case .replayed(let answer):
                growth.refund(charge)
                return .json(status, try key?.open(answer) ?? [])
            }
        }
    }

    private func idempotencyKey(caller: Caller, body: String) throws -> IdempotencyKey? {
        guard let text = request.headers[.idempotencyKey] else { return nil }
        do {
            let address = "\(request.method.rawValue) \(request.uri.path)"
            return try IdempotencyKey(text, caller: caller.id, address: address, body: body)
        } catch {
            throw DomainError.invalid("`Idempotency-Key` \(error.detail).")
        }
    }
}

extension Response {
    fileprivate static func json(_ status: HTTPResponse.Status, _ json: [UInt8]) -> Response {
        Response(status: status, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
}

extension Caller {
    /// The id that distinguishes this caller from all others.
    fileprivate var id: String {
        switch self {
        case .apiKey(let key): key.id.rawValue
        case .browser(let browser): browser.user.id.rawValue
        }
    }
}
