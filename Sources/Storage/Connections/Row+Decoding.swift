import Domain
import FoundationEssentials
import GRDB

/// GRDB's subscripts crash the process when a value has another type than requested. These subscripts shadow them in
/// this module, so that the compiler finds every use, and a damaged row fails only the query that reads it.
///
/// - Throws: `DamagedValue` for a value of another type, and for NULL where the type isn't optional.
extension Row {
    subscript<Value: DatabaseValueConvertible>(_ index: Int) -> Value {
        get throws {
            do { return try decode(Value.self, atIndex: index) } catch { throw damage(at: index, Value.self) }
        }
    }

    /// Like the subscript above, for types that GRDB decodes without a copy.
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
        get throws {
            do { return try decode(Value.self, atIndex: index) } catch { throw damage(at: index, Value.self) }
        }
    }

    subscript<Value: DatabaseValueConvertible>(_ column: SelectedColumn) -> Value {
        get throws { try self[column.index] }
    }

    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: SelectedColumn) -> Value {
        get throws { try self[column.index] }
    }

    /// Decodes JSON that this module has stored.
    func decodeJSON<Value: Decodable>(_ type: Value.Type = Value.self, at index: Int) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data((self[index] as String).utf8))
        } catch {
            throw damage(at: index, type)
        }
    }

    func decodeJSON<Value: Decodable>(_ type: Value.Type = Value.self, in column: SelectedColumn) throws -> Value {
        try decodeJSON(type, at: column.index)
    }

    /// A line of a transcript.
    func transcriptLine(at index: Int) throws -> TranscriptLine {
        do {
            return try TranscriptLine(json: self[index], number: 1)
        } catch {
            throw damage(at: index, TranscriptLine.self)
        }
    }

    private func damage(at index: Int, _ type: Any.Type) -> DamagedValue {
        DamagedValue(columnNames.dropFirst(index).first ?? "\(index)", expected: type)
    }
}
