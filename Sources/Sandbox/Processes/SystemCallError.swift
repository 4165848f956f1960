import Glibc

/// What the kernel refused, and why.
package struct SystemCallError: Error, CustomStringConvertible {
    package let operation: String
    package let code: CInt

    init(_ operation: String, code: CInt = errno) {
        self.operation = operation
        self.code = code
    }

    package var description: String { "\(operation): \(String(cString: strerror(code)))" }
}
