import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// What somebody typed into a page's form.
struct SubmittedForm {
    /// By field name; line ends are `\n`.
    let values: [String: String]

    /// The same body that the API takes as JSON; a field left empty is absent.
    ///
    /// - Throws: `DomainError.invalid` with all fields that are wrong.
    func body<Body: Decodable>(_ type: Body.Type) throws -> Body {
        try JSONDecoder().decode(type, from: JSONEncoder().encode(values.filter { !$0.value.isEmpty }))
    }

    /// The form with another field, which its address tells.
    func with(_ name: String, _ value: String) -> SubmittedForm {
        SubmittedForm(values: values.merging([name: value]) { $1 })
    }

    /// A field's text; empty when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }
}

extension Call {
    /// Does what a form asks for, or shows the form again with what was typed and what was wrong with it.
    ///
    /// - Throws: `DomainError.forbidden` for a form of another site; 415 and 413 as for JSON bodies.
    func submit(
        _ action: (SubmittedForm) async throws -> Response,
        refused page: (FormState) async throws -> Page
    ) async throws -> Response {
        let form = try await submittedForm()
        do {
            return try await action(form)
        } catch let error as DomainError where error.code != .forbidden {
            return try await page(FormState(form, error)).response(error.code.status)
        }
    }

    /// - Throws: 415 and 413 as for JSON bodies, `DomainError.invalid` for what is no form.
    func submittedForm() async throws -> SubmittedForm {
        guard MediaTypes.isForm(request.headers[.contentType]) else {
            throw HTTPError(.unsupportedMediaType, message: "Send the form as a browser does.")
        }
        let text = try await bodyText(limit: BodyLimit.json)
        do {
            let values = try URLEncodedFormDecoder().decode([String: String].self, from: text)
            return SubmittedForm(values: values.mapValues { $0.replacing("\r\n", with: "\n") })
        } catch {
            throw DomainError.invalid("The form cannot be read. Send each field once.")
        }
    }
}
