package import Domain
package import Storage
package import WebPush

extension PushStore {
    /// The server's key pair, created when it is first needed.
    package func serverKey(at time: Timestamp) async throws -> ServerKey {
        try ServerKey(privateKey: await privateKey(at: time) { ServerKey().privateKey })
    }
}
