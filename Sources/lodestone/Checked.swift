import ArgumentParser
import Domain

/// Runs the validation of a command's arguments, and turns an `InvalidValue` into a `ValidationError` for the terminal.
func checked<Value>(_ make: () throws -> Value) throws -> Value {
    do {
        return try make()
    } catch let error as InvalidValue {
        throw ValidationError("That value \(error.detail).")
    }
}

extension Identifier: ExpressibleByArgument {}

/// Parses the value of `--expires`.
///
/// - Throws: `ValidationError` for text that isn't a time.
func expiry(from text: String) throws -> Timestamp {
    guard let time = Timestamp(text) else {
        throw ValidationError("--expires must be a time such as 2027-01-01T00:00:00Z.")
    }
    return time
}
