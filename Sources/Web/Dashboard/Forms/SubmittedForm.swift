import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The values of a submitted form.
struct SubmittedForm {
    /// By field name; line ends are `\n`.
    let values: [String: String]
    /// The errors of files that were sent with the form.
    var fileProblem: String?

    /// Decodes the form as the API's JSON body. An empty field counts as absent, unless `keepingEmpty` is set.
    ///
    /// - Throws: `DomainError.invalid` with all invalid fields.
    func body<Body: Decodable>(_ type: Body.Type, keepingEmpty: Bool = false) throws -> Body {
        let sent = values.filter { keepingEmpty || !$0.value.isEmpty }
        return try JSONDecoder().decode(type, from: JSONEncoder().encode(sent))
    }

    /// A copy with one more field, whose value comes from the address or from other fields.
    func with(_ name: String, _ value: String) -> SubmittedForm {
        SubmittedForm(values: values.merging([name: value]) { $1 }, fileProblem: fileProblem)
    }

    func without(_ name: String) -> SubmittedForm {
        SubmittedForm(values: values.filter { $0.key != name }, fileProblem: fileProblem)
    }

    /// A field's text; empty when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }

    /// A copy with only the token, if the whole link was entered.
    var readingLink: SubmittedForm {
        with("token", String(self["token"].split(separator: "#").last ?? "").trimmed)
    }
}

extension Call {
    /// Performs a form's action, or shows the form again with its values and errors.
    ///
    /// - Parameters:
    ///   - files: reads the files that the form may contain.
    ///   - reading: converts the form's fields to those of the API.
    ///   - places: the field that shows an error which names no field, by kind of error.
    /// - Throws: `DomainError.forbidden` for a form of another site; 415 and 413 as for JSON bodies.
    func submit(
        with files: FormFiles? = nil,
        reading: (SubmittedForm) -> SubmittedForm = { $0 },
        placing places: [DomainError.Code: String] = [:],
        _ action: (SubmittedForm) async throws -> Response,
        refused page: (FormState) async throws -> Page
    ) async throws -> Response {
        let form = reading(try await submittedForm(with: files))
        do {
            return try await action(form)
        } catch let error as DomainError where error.code != .forbidden {
            var response = try await page(FormState(form, error, at: places[error.code])).response(error.code.status)
            response.headers.append(contentsOf: Problem(error).headers)
            return response
        }
    }

    /// - Throws: 415 and 413 as for JSON bodies, `DomainError.invalid` for a malformed form.
    func submittedForm(with files: FormFiles? = nil) async throws -> SubmittedForm {
        if let files, let type = request.headers[.contentType], MediaTypes.isMultipartForm(type) {
            return try await formWithFiles(type, files)
        }
        guard MediaTypes.isForm(request.headers[.contentType]) else {
            throw HTTPError.notAForm
        }
        let text = try await bodyText(limit: bodyLimit)
        do {
            let values = try URLEncodedFormDecoder().decode([String: String].self, from: text)
            return SubmittedForm(values: values.mapValues { $0.replacing("\r\n", with: "\n") })
        } catch {
            throw DomainError.repeatedField
        }
    }

    private func formWithFiles(_ contentType: String, _ files: FormFiles) async throws -> SubmittedForm {
        guard var parser = MultipartParser(contentType: contentType) else { throw DomainError.unreadableForm }
        var reading = FormFiles.Reading()
        try await readBody(limit: BodyLimit.files) { part in
            for event in try parser.events(of: part) {
                try await files.take(event, &reading, limit: bodyLimit, memory: memory)
            }
        }
        guard parser.isOver else { throw DomainError.unreadableForm }
        return SubmittedForm(values: reading.values, fileProblem: reading.problem)
    }
}
