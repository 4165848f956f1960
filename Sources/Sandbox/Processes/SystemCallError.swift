import CProcess
import Glibc

/// A failed system call with its error code.
package struct SystemCallError: Error, CustomStringConvertible {
    package let operation: String
    package let code: CInt

    init(_ operation: String, code: CInt = errno) {
        self.operation = operation
        self.code = code
    }

    /// An error reported by the C functions that start processes.
    init(_ failure: ProcessFailure) {
        self.init(withUnsafePointer(to: failure) { String(cString: process_failed_operation($0)) }, code: failure.code)
    }

    /// The error of a write that nobody reads any more.
    package static let brokenPipe = SystemCallError("write", code: EPIPE)

    package var description: String { "\(operation): \(String(cString: strerror(code)))" }
}
