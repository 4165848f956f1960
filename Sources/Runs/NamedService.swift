package import ServiceLifecycle

/// A service whose description is its type's name. Logs have the descriptions of services, and the default one has all
/// properties, some of which hold secrets.
package protocol NamedService: Service, CustomStringConvertible {}

extension NamedService {
    package var description: String { "\(Self.self)" }
}
