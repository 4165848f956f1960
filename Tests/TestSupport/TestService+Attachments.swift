package import HTTPTypes

extension TestService {
    /// Uploads a file as the service's own page does.
    package func upload(
        _ bytes: [UInt8], named filename: String = "a.txt", _ contentType: String = "text/plain", in team: Team,
        as person: Person? = nil, headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        var fields = headers
        fields[.testFetchSite] = "same-origin"
        return try await send(
            .post, "/api/attachments?organizationId=\(team.id)&filename=\(Self.encoded(filename))",
            as: (person ?? team.owner).cookie, headers: fields, contentType: contentType, bytes: bytes)
    }

    /// Uploads a file and returns its id.
    package func uploaded(
        _ bytes: [UInt8], named filename: String = "a.txt", _ contentType: String = "text/plain", in team: Team,
        as person: Person? = nil
    ) async throws -> String {
        let answer = try await upload(bytes, named: filename, contentType, in: team, as: person)
        return answer.json["id"]?.text ?? "no file: \(answer.body)"
    }

    /// Submits a form with files as a browser does without scripts.
    package func submitMultipart(
        _ path: String, as credential: Credential, _ parts: [FormPart]
    ) async throws -> TestAnswer {
        try await send(
            .post, path, as: credential, headers: [.testFetchSite: "same-origin", .accept: "text/html"],
            contentType: "multipart/form-data; boundary=----lodestone",
            bytes: parts.flatMap { $0.bytes(boundary: "----lodestone") } + Array("------lodestone--\r\n".utf8))
    }
}

/// A text field or a file of a form.
package struct FormPart: Sendable {
    let name: String
    let filename: String?
    let content: [UInt8]

    package init(_ name: String, _ text: String) {
        self.name = name
        filename = nil
        content = Array(text.utf8)
    }

    package init(_ name: String, file: String, _ content: [UInt8]) {
        self.name = name
        filename = file
        self.content = content
    }

    package func bytes(boundary: String) -> [UInt8] {
        let file = filename.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
        return Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n".utf8) + content
            + Array("\r\n".utf8)
    }
}

/// Files of the types that the service distinguishes.
package enum SampleFile {
    /// A PNG image with one transparent pixel.
    package static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00,
        0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0A,
        0x49,
        0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x00, 0x01, 0x00, 0x00, 0x05, 0x00, 0x01, 0x0D, 0x0A, 0x2D, 0xB4, 0x00,
        0x00,
        0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    /// A GIF image whose header has these dimensions.
    package static func gif(_ width: Int, _ height: Int, bytes: Int = 20) -> [UInt8] {
        let size = [width & 0xFF, width >> 8, height & 0xFF, height >> 8].map { UInt8($0) }
        return Array("GIF89a".utf8) + size + [UInt8](repeating: 0, count: bytes - 10)
    }
}
