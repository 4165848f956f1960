/// The link targets allowed in a message: the web and mailboxes. A URL without a scheme would be relative to this
/// service, and other schemes could start programs.
enum LinkAddress {
    static func isAllowed(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")),
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.properties.generalCategory != .control })
        else { return false }
        let rest = address[address.index(after: colon)...]
        switch address[..<colon].lowercased() {
        case "http", "https": return rest.hasPrefix("//") && rest.utf8.count > 2
        case "mailto": return !rest.isEmpty
        default: return false
        }
    }
}
