import Domain
import GitHub
import Testing

struct HostedPullRequestTests {
    @Test(arguments: ["https://github.com/Acme/web-app/pull/42", "https://GitHub.com/Acme/web-app/pull/42/"])
    func aPullRequestsPageNamesItsRepositoryAndNumber(text: String) throws {
        let pullRequest = try #require(HostedPullRequest(PullRequestURL(text), on: "github.com"))
        #expect(pullRequest.repository.description == "https://github.com/Acme/web-app")
        #expect(pullRequest.number == 42)
    }

    @Test(arguments: [
        "https://git.example.com/acme/web-app/pull/42", "https://github.com.evil.com/acme/web-app/pull/42",
        "https://github.com/acme/web-app/pull/42/files", "https://github.com/acme/web-app/pull/0",
        "https://github.com/acme/web-app/pull/x", "https://github.com/acme/web-app/issues/42",
        "https://github.com/acme/../pull/42", "https://github.com/acme/pull/42", "https://github.com/acme",
        "https://github.com/acme/web-app/pull/99999999999999999999", "https://github.com//web-app/pull/42",
    ])
    func everythingElseIsNone(text: String) throws {
        #expect(try HostedPullRequest(PullRequestURL(text), on: "github.com") == nil)
    }
}
