import Domain

/// The people, repositories and models of the demo.
enum DemoCast {
    static let people: [(name: String, email: String)] = [
        ("Alice Chen", "alice@demo.example"), ("Bob Okafor", "bob@demo.example"),
        ("Carla Jiménez", "carla@demo.example"), ("Daichi Tanaka", "daichi@demo.example"),
        ("Elif Yılmaz", "elif@demo.example"), ("Fatima Haddad", "fatima@demo.example"),
        ("Grzegorz Nowak", "grzegorz@demo.example"), ("Hannah Weiß", "hannah@demo.example"),
    ]

    static let repositories = ["web-app", "api", "mobile", "infrastructure", "docs"].map {
        RepositoryURL(host: "github.com", owner: "acme", name: $0)
    }

    static let models = ["claude-opus-4-6", "claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5"]

    /// Parts of the product, which replace `AREA` in the stories.
    static let areas = [
        "signup form", "billing page", "export job", "search index", "invoice PDF", "webhook handler", "rate limiter",
        "audit log", "team settings", "mobile menu", "password reset", "image upload",
    ]
}
