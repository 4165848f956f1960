import CProcess
import Glibc

/// What the kernel refused, and why.
package struct SystemCallError: Error, CustomStringConvertible {
    package let operation: String
    package let code: CInt

    init(_ operation: String, code: CInt = errno) {
        self.operation = operation
        self.code = code
    }

    /// What a process of ours tells of its own.
    init(_ failure: ProcessFailure) {
        self.init(withUnsafePointer(to: failure) { String(cString: process_failed_operation($0)) }, code: failure.code)
    }

    package var description: String { "\(operation): \(String(cString: strerror(code)))" }
}
