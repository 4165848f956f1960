import Mustache
@_spi(Reflection) import Swift
import Synchronization

/// A part of a page's content as templates see it: its stored properties, by name.
///
/// The template library would read each property through `Mirror`, which looks at all properties of the value each time:
/// 30 µs instead of 0.1. Here the places of the properties are found once for each type. It is a class because the library
/// copies what it looks into.
final class TemplateObject<Value>: MustacheParent {
    private let value: Value
    private let properties: StoredProperties

    fileprivate init(_ value: Value, _ properties: StoredProperties) {
        self.value = value
        self.properties = properties
    }

    func child(named name: String) -> Any? {
        guard let property = properties.byName[name] else { return nil }
        let found = withUnsafePointer(to: value) { property.value(in: UnsafeRawPointer($0)) }
        return found ?? NoValue()
    }
}

/// An optional without a value. The library would take a missing value for a missing property, and look for one of that
/// name in the parts around this one.
private struct NoValue: MustacheCustomRepresentation {
    var representation: Any? { nil }
}

extension PageTemplates {
    /// A value as templates see it: the elements of lists and what optionals contain likewise, a value that has a description
    /// (such as text and numbers) as it is, any other by its stored properties.
    static func object(_ value: Any) -> Any? {
        func object<Value>(_ value: Value) -> Any? {
            // A property of type `Any`, whose value is one level deeper.
            if Value.self == Any.self {
                return withUnsafeBytes(of: value) { PageTemplates.object($0.assumingMemoryBound(to: Any.self)[0]) }
            }
            if let container = value as? any TemplateContainer { return container.templateObject }
            if value is any CustomStringConvertible || value is any MustacheParent { return value }
            let properties = StoredProperties.of(Value.self)
            return properties.byName.isEmpty ? value : TemplateObject(value, properties)
        }
        return _openExistential(value, do: object)
    }
}

/// The stored properties of one type.
private final class StoredProperties: Sendable {
    let byName: [String: StoredProperty]

    private static let known = Mutex<[ObjectIdentifier: StoredProperties]>([:])

    static func of(_ type: Any.Type) -> StoredProperties {
        known.withLock { known in
            if let found = known[ObjectIdentifier(type)] { return found }
            let found = StoredProperties(type)
            known[ObjectIdentifier(type)] = found
            return found
        }
    }

    private init(_ type: Any.Type) {
        var byName: [String: StoredProperty] = [:]
        _ = _forEachField(of: type, options: []) { name, offset, type, _ in
            byName[String(cString: name)] = StoredProperty(offset: offset, type: type)
            return true
        }
        self.byName = byName
    }
}

private struct StoredProperty: Sendable {
    /// From the beginning of an instance, in bytes.
    let offset: Int
    let type: Any.Type

    /// The property of an instance; `nil` for an optional without a value.
    func value(in instance: UnsafeRawPointer) -> Any? {
        func load<Property>(_: Property.Type) -> Any {
            (instance + offset).assumingMemoryBound(to: Property.self).pointee
        }
        return PageTemplates.object(_openExistential(type, do: load))
    }
}

/// A value that stands for others.
private protocol TemplateContainer {
    var templateObject: Any? { get }
}

extension Optional: TemplateContainer {
    fileprivate var templateObject: Any? { flatMap { PageTemplates.object($0) } }
}

extension Array: TemplateContainer {
    fileprivate var templateObject: Any? { compactMap { PageTemplates.object($0) } }
}
