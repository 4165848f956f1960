/// How long an event stream waits for what.
package struct EventTiming: Sendable {
    /// After so much silence a comment is sent.
    package var keepAlive: Duration = .seconds(15)
    /// A client that doesn't take what is sent for so long is disconnected.
    package var writeLimit: Duration = .seconds(30)
    /// How often it is looked after all that.
    package var tick: Duration = .milliseconds(500)

    package init() {}
}
