/// How a sandboxed command ended.
package struct ProcessEnding: Equatable, Sendable {
    package let status: ProcessExit
    /// The limit for which the command was killed; `nil` if it was not.
    package let breach: LimitBreach?
    /// The last 64 KiB of standard error, unredacted.
    package let errorBytes: [UInt8]

    package init(status: ProcessExit, breach: LimitBreach? = nil, errorBytes: [UInt8] = []) {
        self.status = status
        self.breach = breach
        self.errorBytes = errorBytes
    }

    package var errorText: String { String(decoding: errorBytes, as: UTF8.self) }

    package var isSuccess: Bool { breach == nil && status.isSuccess }
}
