import Domain
import Foundation
import Hummingbird
import NIOCore
import RunnerLink
import Storage

/// Handlers for runners: the machines that run agents for this server. They speak a protocol of their own, which is no
/// part of the API: a runner has the server's release.
struct RunnerHandlers: Sendable {
    /// How long a request for a run waits.
    private static let claimTime: Duration = .seconds(20)

    /// Maximum size of a piece of output, in bytes.
    private static let outputLimit = 1 << 20

    let services: Services

    /// `POST /api/runner/claim`: waits for a run. The response begins at once, so that runners that wait don't count as
    /// requests that the server is slow to answer.
    func claim(_ call: Call<RunnerToken>) async throws -> Response {
        let runners = try runners
        let runner = call.identity
        let wait = try runners.wait(with: try await call.body(RunnerClaim.self), by: runner)
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                let assignment = await wait.assignment(within: Self.claimTime)
                do {
                    try await writer.write(ByteBuffer(bytes: JSONEncoder().encode(RunnerClaimAnswer(assignment))))
                    try await writer.finish(nil)
                } catch {
                    // The runner is gone, and knows nothing of the run.
                    if let assignment {
                        try? await runners.lease(assignment.lease, of: runner).giveBack()
                    }
                    throw error
                }
            })
    }

    /// `GET /api/runner/queue?labels=L,L`: how many runners are needed, for a scheduler that starts them.
    func showQueue(_ call: Call<RunnerToken>) async throws -> Response {
        _ = try runners
        let labels = try call.query("labels")?.split(separator: ",").map(String.init) ?? []
        let scope = RunnerScope(call.identity, labels: try call.identity.labels(ofRunnerWith: labels))
        let demand = try await services.store.runs.demand(for: scope)
        return try .encoding(["queued": demand.queued, "underWay": demand.underWay, "needed": demand.needed])
    }

    /// `GET /api/runner/leases/{lease}/orders?after=N`: waits for what the runner has to do. This renews the lease.
    func listOrders(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        let number = try call.query("after").flatMap { Int($0) } ?? 0
        try lease.renew(acknowledging: number)
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                let orders = await lease.orders(after: number)
                try await writer.write(ByteBuffer(bytes: JSONEncoder().encode(orders)))
                try await writer.finish(nil)
            })
    }

    /// `GET /api/runner/leases/{lease}/files/{files}`: files of the run, as a compressed tar archive.
    func download(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        guard let file = FileHandle(forReadingAtPath: try lease.archive(of: try call.runnerFiles)) else {
            throw DomainError.notFound("There are no such files.")
        }
        return Response(
            status: .ok, headers: [.contentType: "application/gzip"],
            body: ResponseBody(sending: file) { try lease.renew() })
    }

    /// `PUT /api/runner/leases/{lease}/files/{files}`: files of the run that the runner returns.
    func upload(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        try await lease.store(try call.runnerFiles) { write in
            try await call.readBody(limit: lease.archiveLimit) { part in
                try await write(Array(part.readableBytesView))
            }
        }
        return Response(status: .noContent)
    }

    /// `POST /api/runner/leases/{lease}/processes/{process}/output?offset=N`: what a process printed.
    func append(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        guard let offset = try call.query("offset").flatMap({ Int($0) }), offset >= 0 else {
            throw DomainError.invalid("`offset` must be the place of the bytes in the output.")
        }
        let bytes = try await call.bodyBytes(limit: Self.outputLimit)
        return try .encoding(try await lease.append(bytes, at: offset, to: call.processNumber))
    }

    /// `POST /api/runner/leases/{lease}/processes/{process}/ending`: how a process ended.
    func end(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        try await lease.end(call.processNumber, try await call.body(RunnerEnding.self))
        return Response(status: .noContent)
    }

    /// `POST /api/runner/leases/{lease}/checkpoints/{checkpoint}`: the files for a checkpoint were sent.
    func finishCheckpoint(_ call: Call<RunnerToken>) async throws -> Response {
        try await lease(call).finishCheckpoint(call.checkpointNumber)
        return Response(status: .noContent)
    }

    /// `POST /api/runner/leases/{lease}/network`: whether a process may connect to a host.
    func answerNetworkQuestion(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        return try .encoding(try await lease.answer(try await call.body(RunnerNetworkQuestion.self)))
    }

    /// `POST /api/runner/leases/{lease}/pause`: whether the runner's disk is full.
    func setPause(_ call: Call<RunnerToken>) async throws -> Response {
        let lease = try lease(call)
        try await lease.setPause(try await call.body(RunnerPause.self).isPaused)
        return Response(status: .noContent)
    }

    /// `DELETE /api/runner/leases/{lease}`: gives the run back, to be continued elsewhere.
    func giveBack(_ call: Call<RunnerToken>) async throws -> Response {
        try await lease(call).giveBack()
        return Response(status: .noContent)
    }

    private var runners: any RunnerGateway {
        get throws {
            guard let runners = services.runners else {
                throw DomainError.notFound("This server has no agents.")
            }
            return runners
        }
    }

    private func lease(_ call: Call<RunnerToken>) throws -> any RunnerLeaseGateway {
        try runners.lease(call.leaseID, of: call.identity)
    }
}

extension Call {
    /// `{files}`
    ///
    /// - Throws: `DomainError.notFound` for files that runners and servers don't exchange.
    fileprivate var runnerFiles: RunnerFiles {
        get throws {
            guard let files = RunnerFiles(rawValue: filesName) else {
                throw DomainError.notFound("There are no such files.")
            }
            return files
        }
    }
}

extension Response {
    /// A response whose body is a value of the runners' protocol.
    fileprivate static func encoding(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: .json,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }
}
