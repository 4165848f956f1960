import ArgumentParser
import Domain

/// Runs what checks a command's arguments, and tells the person at the terminal what is wrong with them.
func checked<Value>(_ make: () throws -> Value) throws -> Value {
    do {
        return try make()
    } catch let error as InvalidValue {
        throw ValidationError("That value \(error.detail).")
    }
}

extension Identifier: ExpressibleByArgument {}

/// Reads the value of `--expires`.
func expiry(from text: String) throws -> Timestamp {
    guard let time = Timestamp(text) else {
        throw ValidationError("--expires must be a time such as 2027-01-01T00:00:00Z.")
    }
    return time
}
