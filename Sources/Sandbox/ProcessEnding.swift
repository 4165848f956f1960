/// How a command in a sandbox ended.
package struct ProcessEnding: Equatable, Sendable {
    package let status: ProcessExit
    /// The limit that ended it, if one did.
    package let breach: LimitBreach?
    /// The last 64 KiB that it printed on standard error, as they were.
    package let errorBytes: [UInt8]

    package var errorText: String { String(decoding: errorBytes, as: UTF8.self) }

    package var isSuccess: Bool { breach == nil && status.isSuccess }
}
