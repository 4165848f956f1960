/// A secret from outside, such as another service's token. Whatever prints it prints `***`: only who asks for its `text`
/// gets that.
package struct HiddenText: Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension HiddenText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
