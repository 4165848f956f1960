/// Why a body broke off.
package enum BodyError: Error {
    /// Its chunks are no chunks.
    case malformed
    /// It took too long.
    case late
    /// The client went away.
    case cut
}
