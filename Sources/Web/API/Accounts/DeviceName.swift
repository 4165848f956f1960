/// The name by which a person recognizes a browser, made from its `User-Agent`: `Firefox on Linux`.
enum DeviceName {
    /// The first match counts: most browsers also claim to be some of those further down.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    static func name(of userAgent: String?) -> String {
        let agent = userAgent ?? ""
        let browser = browsers.first { agent.contains($0.0) }?.1 ?? "A browser"
        guard let system = systems.first(where: { agent.contains($0.0) })?.1 else { return browser }
        return "\(browser) on \(system)"
    }
}
