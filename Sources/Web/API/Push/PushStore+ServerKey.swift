package import Domain
package import Storage
package import WebPush

extension PushStore {
    /// The server's key pair, which is made when it is asked for first.
    package func serverKey(at time: Timestamp) async throws -> ServerKey {
        try ServerKey(privateKey: await privateKey(at: time) { ServerKey().privateKey })
    }
}
