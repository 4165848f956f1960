import HTTPTypes
import NIOCore
import TestSupport
import Testing

@testable import Web

struct EntityTagTests {
    private let tag = EntityTag(of: ByteBuffer(string: "a list"))

    @Test func itIsFoundAmongOthersWeakOrNot() {
        let strong = String(tag.text.dropFirst(2))
        #expect(tag.text.wholeMatch(of: /W\/"[!-~&&[^"]]+"/) != nil)
        for list in [tag.text, strong, "*", "\"x\", \(tag.text)", "\"x\",\(strong) , W/\"y\"", " \(tag.text) "] {
            #expect(tag.isAmong(list), "\(list)")
        }
    }

    @Test func anotherIsNone() {
        let other = EntityTag(of: ByteBuffer(string: "a lisu")).text
        for list in [nil, "", ",", "\"\"", other, String(tag.text.dropLast()), "w" + tag.text.dropFirst(), "\"*\""] {
            #expect(!tag.isAmong(list), "\(list ?? "none")")
        }
    }

    @Test func whoHasTheListIsToldSoAndNobodyElse() async throws {
        try await TestService.run { service in
            let teams = [
                try await service.makeTeam("One", owner: "Olga"), try await service.makeTeam("Two", owner: "Tom"),
            ]
            for team in teams { _ = try await service.createSession(in: team) }
            let list = try await service.send(.get, "/api/sessions", as: teams[0].key)
            #expect(list.headers[.cacheControl] == "private, no-cache")
            let tag = try #require(list.headers[.eTag])
            for method in [HTTPRequest.Method.get, .head] {
                func answer(to credential: Credential) async throws -> TestAnswer {
                    try await service.send(method, "/api/sessions", as: credential, headers: [.ifNoneMatch: tag])
                }
                let own = try await answer(to: teams[0].owner.cookie)
                #expect(own.status == 304 && own.bytes.isEmpty)
                for name in [HTTPField.Name.eTag, .cacheControl, .vary] {
                    #expect(own.headers[name] == list.headers[name], "\(name)")
                }
                #expect(own.headers[.contentType] == nil && own.headers[.contentEncoding] == nil)
                #expect(try await answer(to: teams[1].key).status == 200)
                #expect(try await answer(to: .none).status == 401)
            }
        }
    }

    @Test func theDescriptionOfTheAPIIsKeptUntilItChanges() async throws {
        try await TestService.run { service in
            let path = "/openapi.json"
            let answer = try await service.send(.get, path)
            #expect(answer.headers[.cacheControl] == "no-cache")
            let tag = try #require(answer.headers[.eTag])
            let again = try await service.send(.get, path, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.bytes.isEmpty)
        }
    }
}
