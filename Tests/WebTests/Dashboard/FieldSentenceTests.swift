import Domain
import Testing

@testable import Web

struct FieldSentenceTests {
    @Test(arguments: [
        ("must not be blank", "Name", "The name must not be blank."),
        ("is too easy to guess; choose another", "Password", "The password is too easy to guess; choose another."),
        ("is required", "Your name", "Your name is required."),
        ("has a name that must not be HOME", "Variables", "The variables have a name that must not be HOME."),
        ("is required", "API key", "The API key is required."),
        ("is wrong", "Address", "The address is wrong."),
        ("there is no branch x. Did you mean main?", "Branch", "There is no branch x. Did you mean main?"),
        ("Choose a role.", "Role", "Choose a role."), ("must be a line", "", "Must be a line."),
    ])
    func anErrorIsASentenceWithASubject(_ detail: String, _ label: String, _ sentence: String) {
        #expect(FieldError.sentence(detail, about: label) == sentence)
    }
}
