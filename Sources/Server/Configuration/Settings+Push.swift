import Domain
import FoundationEssentials

extension Settings {
    /// The operator's contact for push services; `nil` when it isn't set.
    ///
    /// - Throws: `SettingError` unless it is a `mailto:` or `https:` URL; push services refuse others.
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
