package import NIOCore

/// How many connections and requests the server accepts at once, and how long a client may take for each step.
package struct ConnectionRules: Sendable {
    /// Open connections of all clients.
    package var maximumConnections = 10_000
    /// Open connections of one network, see `IPAddress.clientNetwork`; `nil` is half of `maximumConnections`.
    package var maximumOfOneNetwork: Int?
    /// Requests that wait for their response to begin. More would only wait longer, and make all others wait.
    package var maximumRequests = 512
    /// Whether an address is that of a trusted proxy. It serves many clients, so the limit of one network doesn't apply
    /// to it.
    package var isTrustedProxy: @Sendable (SocketAddress) -> Bool = { _ in false }

    /// From the opening of a connection to the end of the first request's head.
    package var headTime = TimeAmount.seconds(30)
    /// How long a connection may stay open without a request.
    package var idleTime = TimeAmount.seconds(75)
    /// How long a body may take, plus a second for each `bodyRate` bytes received. The deadline also applies to a
    /// client that sends a byte now and then.
    package var bodyTime = TimeAmount.seconds(30)
    /// In bytes per second: 128 kbit/s, slower than a phone with one bar.
    package var bodyRate = 16_384
    /// How long sending may go without progress.
    package var writeTime = TimeAmount.seconds(30)
    /// From the last byte of the last response until the client closes too. If a server closes first, with something of
    /// the client's unread, the client's system discards the response (RFC 9112, 9.6).
    package var lingerTime = TimeAmount.seconds(2)

    /// How long, at least, the server doesn't read from a connection whose request it refused because there were too many;
    /// at most twice as long.
    package var shedPause = TimeAmount.milliseconds(500)
    /// How long the server pauses after it failed to accept a connection because too many files were open.
    package var acceptPause = TimeAmount.milliseconds(100)
    /// At shutdown, how long an idle connection waits for a request that is on its way: it is answered with
    /// `Connection: close`.
    package var farewellTime = TimeAmount.milliseconds(100)
    /// At shutdown, how long requests under way may take. Connections that are still open after that are cut.
    package var shutdownTime = TimeAmount.seconds(8)

    package init() {}

    var networkLimit: Int { maximumOfOneNetwork ?? max(1, maximumConnections / 2) }

    /// When a body must be complete, of which `received` bytes have come.
    func bodyDeadline(startedAt: NIODeadline, received: Int) -> NIODeadline {
        startedAt + bodyTime + .milliseconds(Int64(received) * 1000 / Int64(max(1, bodyRate)))
    }
}
