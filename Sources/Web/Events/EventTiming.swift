/// The intervals and time limits of event streams.
package struct EventTiming: Sendable {
    /// How long a stream may be silent before a comment is sent.
    package var keepAlive: Duration = .seconds(15)
    /// A client that doesn't read for this long is disconnected.
    package var writeLimit: Duration = .seconds(30)
    /// How often all of this is checked.
    package var tick: Duration = .milliseconds(500)

    package init() {}
}
