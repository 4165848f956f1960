import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import TestSupport
import Testing
import Web

/// Files of messages through the API.
struct UploadTests {
    private static let mebibyte = 1_048_576

    private static func run(_ test: @Sendable (TestService, Team) async throws -> Void) async throws {
        try await TestService.run { service in try await test(service, try await service.makeTeam()) }
    }

    private static func say(
        _ service: TestService, _ team: Team, in session: String, as person: Person? = nil, _ ids: String
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/sessions/\(session)/messages?organizationId=\(team.id)", as: (person ?? team.owner).cookie,
            body: #"{"content":"See","attachments":\#(ids)}"#)
    }

    @Test func aFileIsUploadedSentAndReadByTheOrganization() async throws {
        try await Self.run { service, team in
            let image = try await service.upload(SampleFile.png, named: "../My shot.png", "text/html", in: team)
            #expect(image.status == 201, "\(image.body)")
            #expect(image.json.keys == ["id", "filename", "mediaType", "bytes", "width", "height"])
            #expect(image.json["filename"] == "My shot.png" && image.json["mediaType"] == "image/png")
            #expect(image.json["width"]?.integer == 1 && image.json["bytes"]?.integer == SampleFile.png.count)
            let id = try #require(image.json["id"]?.text)
            let file = try await service.upload(Array("a,b".utf8), named: "a.csv", "text/csv", in: team)
            #expect(file.json.keys == ["id", "filename", "mediaType", "bytes"])
            let created = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie,
                body: #"{"organizationId":"\#(team.id)","initialMessage":"Look at it","attachments":["\#(id)"]}"#)
            let session = try #require(created.json["session"]?["id"]?.text, "\(created.body)")
            #expect(created.json["session"]?["title"] == "Look at it")
            #expect(try await Self.say(service, team, in: session, "[\(file.json["id"]?.text ?? "")]").status == 400)
            #expect(
                try await Self.say(service, team, in: session, #"["\#(file.json["id"]?.text ?? "")"]"#).status == 201)
            let detail = try await service.session(session, of: team)
            let messages = detail["messages"]?.elements ?? []
            #expect(messages.map { $0["attachments"]?.elements.first } == [image.json, file.json])
            #expect(messages.first?["message"]?["content"] == "Look at it")
            let read = try await service.send(.get, "/api/attachments/\(id)", as: team.key)
            #expect(read.status == 200 && read.bytes == SampleFile.png)
        }
    }

    @Test func onlyImagesShowAndNothingRuns() async throws {
        try await Self.run { service, team in
            let svg = Array("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".utf8)
            let polyglot = SampleFile.gif(2, 2) + Array("<script>alert(1)</script>".utf8)
            let files: [(bytes: [UInt8], name: String, type: String, served: String, shown: String)] = [
                (SampleFile.png, "a\"b;\r\nc.png", "image/png", "image/png", "inline"),
                (polyglot, "x.html", "text/html", "image/gif", "inline"),
                (svg, "a.svg", "image/svg+xml", "application/octet-stream", "attachment"),
                (Array("<script>".utf8), "ü.html", "text/html", "application/octet-stream", "attachment"),
                (Array("%PDF-1.7".utf8), "a.pdf", "application/pdf", "application/octet-stream", "attachment"),
            ]
            for file in files {
                let id = try await service.uploaded(file.bytes, named: file.name, file.type, in: team)
                let read = try await service.send(.get, "/api/attachments/\(id)", as: team.owner.cookie)
                #expect(read.status == 200 && read.bytes == file.bytes, "\(id)")
                #expect(read.headers[.contentType] == file.served)
                #expect(read.headers[.contentDisposition]?.hasPrefix("\(file.shown); filename*=UTF-8''") == true)
                #expect(read.headers[.xContentTypeOptions] == "nosniff")
                let policy = "sandbox; default-src 'none'; frame-ancestors 'none'"
                #expect(read.headers[.contentSecurityPolicy] == policy)
                let tag = try #require(read.headers[.eTag])
                let again = try await service.send(
                    .get, "/api/attachments/\(id)", as: team.owner.cookie, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.bytes.isEmpty)
                #expect(read.headers[.cacheControl] == "private, no-cache")
            }
            let id = try await service.uploaded([1], named: "a\"b;\r\nü.png", in: team)
            let read = try await service.send(.get, "/api/attachments/\(id)", as: team.owner.cookie)
            #expect(read.headers[.contentDisposition] == "attachment; filename*=UTF-8''a%22b%3B%C3%BC.png")
        }
    }

    @Test func whatIsNoFileToTakeIsRefusedWithItsLimit() async throws {
        try await Self.run { service, team in
            func refusal(_ bytes: [UInt8], _ type: String = "text/plain") async throws -> TestAnswer {
                try await service.upload(bytes, type, in: team)
            }
            let refusals: [(answer: TestAnswer, status: Int, words: String)] = [
                (try await refusal([]), 400, "is empty"),
                (try await refusal(Array("GIF89".utf8), "image/gif"), 415, "isn't a PNG, JPEG, GIF or WebP"),
                (try await refusal(SampleFile.gif(1, 1, bytes: 5 * Self.mebibyte + 1)), 413, "5 MiB"),
                (try await refusal([UInt8](repeating: 1, count: 20 * Self.mebibyte + 1)), 413, "20 MiB"),
                (try await refusal(SampleFile.gif(65_535, 65_535)), 400, "8000"),
                (try await refusal(Array("a=b".utf8), "application/x-www-form-urlencoded"), 415, "itself"),
                (try await refusal(Array("--x".utf8), "multipart/form-data; boundary=x"), 415, "itself"),
            ]
            for refusal in refusals {
                expectProblem(refusal.answer, refusal.status)
                #expect(refusal.answer.json["detail"]?.text?.contains(refusal.words) == true, "\(refusal.answer.body)")
            }
            let path = "/api/attachments?organizationId=\(team.id)"
            expectProblem(try await service.send(.post, path, as: team.owner.cookie, body: "{}"), 400)
            expectProblem(try await service.send(.post, path + "&filename=a", as: team.key, body: "{}"), 400)
            // From a page of another site.
            expectProblem(
                try await service.send(
                    .post, path + "&filename=a", as: team.owner.cookie, contentType: "text/plain", bytes: [1]), 403)
        }
    }

    @Test func aMessageTakesOnlyUnsentFilesOfItsAuthor() async throws {
        try await Self.run { service, team in
            let session = try await service.createSession(in: team)
            let colleague = try await service.join(team, "Bob")
            let strangers = try await service.makeTeam("Other", owner: "Otto Other")
            let own = try await service.uploaded([1], in: team)
            let sent = try await service.uploaded([2], in: team)
            #expect(try await Self.say(service, team, in: session, #"["\#(sent)"]"#).status == 201)
            let ids = [
                #"["\#(sent)"]"#, #"["\#(own)","\#(own)"]"#, #"["att_none"]"#, #""\#(own)""#, "[1]", #"[""]"#,
                #"["\#(try await service.uploaded([3], in: team, as: colleague))"]"#,
                #"["\#(try await service.uploaded([4], in: strangers))"]"#,
                "[\(Array(repeating: "\"\(own)\"", count: 17).joined(separator: ","))]",
            ]
            for ids in ids {
                expectProblem(try await Self.say(service, team, in: session, ids), 400, pointers: ["/attachments"])
            }
            let images = try await (0..<7).asyncMap { _ in
                "\"\(try await service.uploaded(SampleFile.png, in: team))\""
            }
            let tooMany = try await Self.say(service, team, in: session, "[\(images.joined(separator: ","))]")
            expectProblem(tooMany, 400, pointers: ["/attachments"])
            #expect(tooMany.body.contains("at most 6 images"))
            expectProblem(
                try await service.send(
                    .post, "/api/sessions", as: team.owner.cookie,
                    body: #"{"organizationId":"\#(team.id)","attachments":["\#(own)"]}"#), 400,
                pointers: ["/attachments"])
            #expect(try await Self.say(service, team, in: session, #"["\#(own)"]"#).status == 201)
        }
    }

    @Test func nobodyElseReadsOrRemovesAFileBeforeItIsSentAndNoOtherOrganizationEver() async throws {
        try await Self.run { service, team in
            let colleague = try await service.join(team, "Bob")
            let strangers = try await service.makeTeam("Other", owner: "Otto Other")
            let id = try await service.uploaded([1], in: team)
            let path = "/api/attachments/\(id)"
            func status(_ method: HTTPRequest.Method, _ credential: Credential) async throws -> Int {
                try await service.send(method, path, as: credential, headers: [.testFetchSite: "same-origin"]).status
            }
            #expect(try await status(.get, team.owner.cookie) == 200)
            for credential in [colleague.cookie, strangers.owner.cookie] {
                #expect(try await status(.get, credential) == 404)
                #expect(try await status(.delete, credential) == 404)
            }
            for key in [team.key, strangers.key] { #expect(try await status(.get, key) == 404) }
            #expect(try await status(.delete, team.key) == 400)
            let session = try await service.createSession(in: team)
            #expect(try await Self.say(service, team, in: session, #"["\#(id)"]"#).status == 201)
            for credential in [team.owner.cookie, colleague.cookie, team.key] {
                #expect(try await status(.get, credential) == 200)
            }
            for credential in [strangers.owner.cookie, strangers.key] {
                #expect(try await status(.get, credential) == 404)
            }
            #expect(try await status(.delete, team.owner.cookie) == 409)
            try await service.deleteSession(session, of: team)
            for credential in [team.owner.cookie, team.key] { #expect(try await status(.get, credential) == 404) }
            let unused = try await service.uploaded([1], in: team)
            let removal = try await service.send(
                .delete, "/api/attachments/\(unused)", as: team.owner.cookie, headers: [.testFetchSite: "same-origin"])
            #expect(removal.status == 204)
        }
    }

    @Test func aRepeatedUploadIsOne() async throws {
        try await Self.run { service, team in
            func upload(_ bytes: [UInt8], _ key: String) async throws -> TestAnswer {
                try await service.upload(bytes, in: team, headers: [.testIdempotencyKey: key])
            }
            let (first, again) = (try await upload([1], "a"), try await upload([1], "a"))
            #expect(first.status == 201 && again.body == first.body)
            expectProblem(try await upload([2], "a"), 422)
            #expect(try await upload([1], "b").json["id"] != first.json["id"])
        }
    }

    @Test func manyUnusedFilesAreTooMany() async throws {
        try await Self.run { service, team in
            for number in 0..<100 { #expect(try await service.upload([UInt8(number)], in: team).status == 201) }
            let refused = try await service.upload([200], in: team)
            expectProblem(refused, 409)
            #expect(refused.body.contains("You have 100 files that aren't part of a message"))
            let colleague = try await service.join(team, "Bob")
            #expect(try await service.upload([200], in: team, as: colleague).status == 201)
            service.clock.advance(by: .seconds(86_400))
            #expect(try await service.upload([201], in: team).status == 201)
        }
    }

    @Test func aBodyWithoutAnEndIsReadNoFurtherThanAFileMayBeLong() async throws {
        try await Self.run { service, team in
            let sent = Mutex(0)
            let chunk = ByteBuffer(repeating: UInt8(ascii: " "), count: Self.mebibyte)
            let body = AsyncStream<ByteBuffer> {
                sent.withLock { sent in
                    sent += 1
                    return sent > 100 ? nil : chunk
                }
            }
            var headers = team.owner.cookie.headers
            headers[.testFetchSite] = "same-origin"
            let request = Request(
                head: HTTPRequest(
                    method: .post, scheme: "https", authority: "lodestone.test",
                    path: "/api/attachments?organizationId=\(team.id)&filename=a", headerFields: headers),
                body: RequestBody(asyncSequence: body))
            let context = WebContext(source: .init(channel: EmbeddedChannel(), logger: .silent))
            let response = try await makeRouter(service.services).buildResponder()
                .respond(to: request, context: context)
            #expect(response.status == .contentTooLarge)
            #expect(sent.withLock { $0 } == 21)
        }
    }
}

extension Range<Int> {
    fileprivate func asyncMap<Value>(_ make: (Int) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for number in self { values.append(try await make(number)) }
        return values
    }
}
