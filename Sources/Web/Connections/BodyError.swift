/// Why a body ended early.
package enum BodyError: Error {
    /// Its chunks are malformed.
    case malformed
    /// The body missed its deadline.
    case late
    /// The client closed the connection, or the connection failed.
    case cut
}
