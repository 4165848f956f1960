extension String {
    /// The text percent-encoded for the value of a query parameter (RFC 3986); `/` is left as it is.
    package var percentEncoded: String {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            if unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Sequence<(name: String, value: String)> {
    /// The fields as the query of an address, without a question mark.
    package var queryText: String {
        map { "\($0.name)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }
}
