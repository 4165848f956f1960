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
