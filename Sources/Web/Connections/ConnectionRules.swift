package import NIOCore

/// How many connections and requests the server takes at once, and how long a client may take for what.
package struct ConnectionRules: Sendable {
    /// Open connections.
    package var maximumConnections = 10_000
    /// Open connections of one network, see `IPAddress.clientNetwork`; `nil` is half of all.
    package var maximumOfOneNetwork: Int?
    /// Requests that wait for their answer to begin. More would only wait longer, and make all others wait.
    package var maximumRequests = 512
    /// Proxies, behind which stand many clients: they may open as many connections as there are.
    package var isTrustedProxy: @Sendable (SocketAddress) -> Bool = { _ in false }

    /// From the opening of a connection to the end of the first request's head.
    package var headTime = TimeAmount.seconds(30)
    /// Without a request.
    package var idleTime = TimeAmount.seconds(75)
    /// A body may take so long, and a second for each `bodyRate` bytes that have come. Time passes for a client that
    /// sends a byte now and then, too.
    package var bodyTime = TimeAmount.seconds(30)
    /// In bytes a second: 128 kbit/s, slower than a phone with one bar.
    package var bodyRate = 16_384
    /// Without progress in sending.
    package var writeTime = TimeAmount.seconds(30)
    /// From the last byte of the last answer until the client closes too. A server that closes first, with something
    /// of the client's unread, makes the client's system throw the answer away (RFC 9112, 9.6).
    package var lingerTime = TimeAmount.seconds(2)

    /// How long a connection isn't read from whose request was refused because there were too many.
    package var shedPause = TimeAmount.milliseconds(500)
    /// How long the server rests when it can't accept a connection because there are too many open files.
    package var acceptPause = TimeAmount.milliseconds(100)
    /// At shutdown, for a request that is on its way on an idle connection: it is answered with `Connection: close`.
    package var farewellTime = TimeAmount.milliseconds(100)
    /// At shutdown, for the requests under way. What is open after that is cut.
    package var shutdownTime = TimeAmount.seconds(8)

    package init() {}

    var networkLimit: Int { maximumOfOneNetwork ?? max(1, maximumConnections / 2) }

    /// When a body, of which so many bytes have come, has to be whole.
    func bodyDeadline(startedAt: NIODeadline, received: Int) -> NIODeadline {
        startedAt + bodyTime + .milliseconds(Int64(received) * 1000 / Int64(max(1, bodyRate)))
    }
}
