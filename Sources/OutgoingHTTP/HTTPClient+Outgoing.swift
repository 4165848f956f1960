package import AsyncHTTPClient
package import NIOSSL

extension HTTPClient {
    /// The client for requests to other servers. It lives as long as the process.
    package static let outgoing = {
        var configuration = Configuration.singletonConfiguration
        configuration.tlsConfiguration = .outgoing
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}

extension TLSConfiguration {
    /// For requests to other servers: TLS 1.2 or later, with certificates that the system trusts.
    package static var outgoing: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
