import Domain
import GitHub
import Testing

struct GitHubAPIURLTests {
    @Test(arguments: [
        "https://api.github.com", "https://github.example.com/api/v3", "https://localhost:8443",
        "http://127.0.0.1:8080", "http://localhost/api/v3", "http://[::1]:9000",
    ])
    func httpsOrThisMachine(text: String) throws {
        #expect(try GitHubAPIURL(text).description == text)
        #expect(try GitHubAPIURL("\(text)/").description == text)
    }

    @Test(arguments: [
        "", "https://", "https:///", "http://", "api.github.com", "http://api.github.com", "http://localhost.evil.com",
        "http://127.0.0.1@evil.com", "http://[::1", "ftp://localhost", "https://user:secret@github.com",
        "https://github.com?x", "https://github.com/#x", "https://github.com/a b", "https://github.com\n",
        "file:///etc", "http://10.0.0.1",
    ])
    func nothingElse(text: String) {
        #expect(throws: InvalidValue.self) { try GitHubAPIURL(text) }
    }

    @Test func aHostHasItsUsualPlace() {
        #expect(GitHubAPIURL.standard(for: "github.com").description == "https://api.github.com")
        #expect(GitHubAPIURL.standard(for: "git.example.com").description == "https://git.example.com/api/v3")
    }
}
