import Domain
import FoundationEssentials

extension Settings {
    /// Whom a push service may turn to; `nil` when it isn't set.
    ///
    /// - Throws: `SettingError` for what is neither a `mailto:` nor an `https:` address, which push services refuse.
    func pushContact() throws -> String? {
        try value("pushContact", "must be an address such as mailto:operator@example.com or https://example.com") {
            text in
            let isPlain = text.utf8.count <= 500 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            guard isPlain, let url = URL(string: text) else { return nil }
            switch url.scheme {
            case "https": return url.host()?.isEmpty == false ? text : nil
            case "mailto": return text.contains("@") ? text : nil
            default: return nil
            }
        }
    }
}
