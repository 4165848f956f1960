import Domain
import FoundationEssentials
import HTTPTypes
import TestSupport
import Testing

/// Images in a transcript: shown where they stand, and served from the stored line.
struct TranscriptImageTests {
    private static func image(_ bytes: [UInt8]) -> String {
        let data = Data(bytes).base64EncodedString()
        return #"{"type":"image","source":{"type":"base64","media_type":"image/png","data":"\#(data)"}}"#
    }

    private static func result(_ bytes: [UInt8]) -> String {
        #"{"type":"tool_result","tool_use_id":"toolu_1","content":[\#(image(bytes))]}"#
    }

    /// The addresses of the images that a page shows.
    private static func addresses(_ page: TestAnswer) -> [String] {
        page.body.matches(of: /<img src="([^"]+\/images\/[^"]+)"/).map { String($0.1) }
    }

    @Test func aToolsImageIsShownAndServed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Look")
            try await service.report(Line.agent(Line.call("Read", #"{"file_path":"a.png"}"#)), to: session, of: team)
            try await service.report(Line.user(Self.result(SampleFile.gif(1280, 400))), to: session, of: team)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            #expect(Self.addresses(page) == ["\(team.path(of: session))/images/3-1"])
            #expect(page.body.contains(#"width="640" height="200" alt="Image, 1280 × 400 pixels" loading="lazy">"#))
            #expect(!page.pageText.contains("No output") && !page.pageText.contains("[image]"))
            let image = try await service.send(.get, Self.addresses(page)[0], as: team.owner.cookie)
            #expect(image.status == 200 && image.bytes == SampleFile.gif(1280, 400))
            #expect(image.headers[.contentType] == "image/gif")
            #expect(image.headers[.cacheControl] == "private, max-age=31536000, immutable")
            #expect(image.headers[.xContentTypeOptions] == "nosniff")
            let policy = try #require(image.headers[.contentSecurityPolicy])
            #expect(policy.contains("sandbox") && policy.contains("default-src 'none'"))
        }
    }

    @Test func aResultThatComesLaterHasItsOwnAddress() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Look")
            try await service.report(Line.agent(Line.call("Read")), to: session, of: team)
            try await service.report(Line.user(Self.result(SampleFile.png)), to: session, of: team)
            let part = try await service.visit("\(team.path(of: session))/transcript?after=2", as: team.owner.cookie)
            #expect(Self.addresses(part) == ["\(team.path(of: session))/images/3-1"])
        }
    }

    @Test func aPersonsImagesStandInTheirPrompt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Look")
            let (first, second) = (SampleFile.gif(3, 3), SampleFile.gif(4, 4))
            let lines = [
                #"{"type":"user","message":{"role":"user","content":[\#(Self.image(first)),\#(Self.image(second))]}}"#,
                Line.agent(Line.text("I see."), Self.image(SampleFile.png)),
            ]
            try await service.report(lines.joined(separator: "\n"), to: session, of: team)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            let path = "\(team.path(of: session))/images"
            #expect(Self.addresses(page) == ["\(path)/2-1", "\(path)/2-2", "\(path)/3-1"])
            #expect(page.body.ranges(of: "class=\"item prompt\"").count == 2)
            let image = try await service.send(.get, "\(path)/2-2", as: team.owner.cookie)
            #expect(image.bytes == second)
        }
    }

    @Test(arguments: ["1-1", "2-0", "2-2", "3-1", "0-1", "-1-1", "2", "2-1-1", "02-1", "9223372036854775807-1", "x"])
    func anImageThatThereIsNotIsNotFound(_ name: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Look")
            try await service.report(Line.user(Self.result(SampleFile.png)), to: session, of: team)
            let path = "\(team.path(of: session))/images/"
            #expect(try await service.visit(path + "2-1", as: team.owner.cookie).status == 200)
            let answer = try await service.visit(path + name, as: team.owner.cookie)
            #expect(answer.status == 404 && answer.headers[.cacheControl] == "no-store", "\(name)")
        }
    }

    @Test func anotherOrganizationsImageIsRefused() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Umbrella", owner: "Otto"))
            let session = try await service.createSession(in: team, "Look")
            try await service.report(Line.user(Self.result(SampleFile.png)), to: session, of: team)
            for path in [team.path(of: session), other.path(of: session)] {
                #expect(try await service.visit("\(path)/images/2-1", as: other.owner.cookie).status == 403)
            }
        }
    }
}
