import Domain

extension SessionID {
    /// The value of `Content-Disposition` for a file that belongs to the session (RFC 6266).
    func download(as ending: String) -> String {
        let name = rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "attachment; filename=\"lodestone-\(name).\(ending)\""
    }
}
