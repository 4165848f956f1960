/// How much of the event log is stored for clients that reconnect.
package struct EventRetention: Sendable {
    package let age: Duration
    package let count: Int

    package static let standard = EventRetention(age: .seconds(7 * 86_400), count: 1_000_000)

    package init(age: Duration, count: Int) {
        self.age = age
        self.count = count
    }
}
