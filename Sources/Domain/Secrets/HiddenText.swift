/// A secret from outside, such as another service's token. It prints as `***`; only its `text` has the secret.
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
