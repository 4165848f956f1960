import HTTPTypes
import TestSupport
import Testing

struct AccountPageTests {
    @Test func aStrangerIsAskedToSignInFirst() async throws {
        try await TestService.run { service in
            let answer = try await service.visit("/account")
            #expect(answer.status == 303)
            #expect(answer.location == "/sign-in?next=/account")
        }
    }

    @Test func itShowsWhoOneIsWhereOneIsSignedInAndWhatOneBelongsTo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam("Acme <script>", owner: "Alice \"A\" Chen")
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let page = try await service.visit("/account", as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains("value=\"Alice &quot;A&quot; Chen\""))
            #expect(page.body.contains(team.owner.email))
            #expect(page.body.contains("Acme &lt;script&gt;"))
            #expect(page.body.contains("an owner"))
            #expect(page.body.contains("this browser"))
            #expect(!page.body.contains("Sign out everywhere else"))
            #expect(!page.body.contains("Umbrella") && !page.body.contains(other.owner.email))
        }
    }

    @Test func aProfileIsSavedAndSaidSo() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let picture = "https://example.com/alice.png?a=1&b=2"
            let answer = try await service.submit(
                "/account/profile", as: person.cookie, ["name": "Alice Q. Chen", "imageUrl": picture])
            #expect(answer.status == 303)
            let page = try await service.visit(try #require(answer.location), as: person.cookie)
            #expect(page.body.contains("Your profile is saved."))
            #expect(page.body.contains("value=\"Alice Q. Chen\""))
            #expect(page.body.contains("<img src=\"https://example.com/alice.png?a=1&amp;b=2\""))
            _ = try await service.submit(
                "/account/profile", as: person.cookie, ["name": "Alice Q. Chen", "imageUrl": ""])
            #expect(try await !service.visit("/account", as: person.cookie).body.contains("alice.png"))
        }
    }

    @Test func aWrongProfileIsRefusedAtItsFields() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let answer = try await service.submit(
                "/account/profile", as: person.cookie, ["name": "", "imageUrl": "http://example.com/\"onerror=x"])
            #expect(answer.status == 400)
            #expect(answer.error(at: "name") == "Your name must not be blank.")
            #expect(answer.error(at: "imageUrl")?.hasPrefix("The picture must be an https address") == true)
            #expect(answer.body.contains("value=\"http://example.com/&quot;onerror=x\""))
        }
    }

    @Test func aNoticeIsOneOfItsOwn() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let page = try await service.visit("/account?done=You+are+hacked", as: person.cookie)
            #expect(page.status == 200)
            #expect(!page.body.contains("hacked") && !page.body.contains("class=\"notice\""))
        }
    }

    @Test func aPasswordIsChangedAndSignsOutElsewhere() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let elsewhere = try await service.submit(
                "/sign-in", ["email": person.email, "password": TestService.password]
            ).signedIn
            let fields = ["current": TestService.password, "new": "another long password"]
            let answer = try await service.submit("/account/password", as: person.cookie, fields)
            #expect(answer.location == "/account?done=password")
            #expect(try await service.visit("/account", as: answer.signedIn).status == 200)
            for ended in [elsewhere, person.cookie] {
                #expect(try await service.visit("/account", as: ended).status == 303)
            }
        }
    }

    @Test(arguments: [
        ("a wrong password", "another long password", "current", "The current password is incorrect."),
        (TestService.password, "short one", "new", "The new password must have at least 12 characters."),
        ("", "another long password", "current", "The current password is required."),
    ])
    func aWrongPasswordIsRefusedAtItsField(
        current: String, new: String, field: String, error: String
    ) async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let answer = try await service.submit(
                "/account/password", as: person.cookie, ["current": current, "new": new])
            #expect(answer.status == 400)
            #expect(answer.error(at: field) == error)
            #expect(!answer.body.contains("value=\"\(new)\""))
            #expect(answer.body.contains("value=\"Alice Chen\""))
        }
    }

    @Test func aMemberLeavesAndTheLastOwnerStays() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let path = "/account/organizations/\(team.id)/leave"
            let left = try await service.submit(path, as: bob.cookie)
            #expect(left.location == "/account?done=left")
            #expect(
                try await service.visit("/account", as: bob.cookie).body.contains(
                    "You don't belong to an organization yet."))
            #expect(try await service.submit(path, as: bob.cookie).status == 403)
            let kept = try await service.submit(path, as: team.owner.cookie)
            #expect(kept.status == 409)
            #expect(kept.body.contains("The organization needs at least one owner."))
        }
    }

    @Test(arguments: ["/account/profile", "/account/password", "/account/browser-sessions/bs_x/revoke"])
    func anotherSiteChangesNothing(path: String) async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let answer = try await service.submit(path, as: person.cookie, ["name": "Eve"], from: "cross-site")
            #expect(answer.status == 403)
            #expect(try await service.visit("/account", as: person.cookie).body.contains("value=\"Alice Chen\""))
        }
    }
}
