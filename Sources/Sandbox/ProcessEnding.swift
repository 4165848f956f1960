/// How a sandboxed command ended.
package struct ProcessEnding: Equatable, Sendable {
    package let status: ProcessExit
    /// The limit for which the command was killed; `nil` if it was not.
    package let breach: LimitBreach?
    /// The last 64 KiB of standard error, unredacted.
    package let errorBytes: [UInt8]

    package var errorText: String { String(decoding: errorBytes, as: UTF8.self) }

    package var isSuccess: Bool { breach == nil && status.isSuccess }
}
