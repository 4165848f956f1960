import Testing

@testable import Web

struct AcceptedEncodingsTests {
    @Test(arguments: [
        "gzip", "GZIP", "x-gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8, *;q=0.1", "*", "*;q=0.5",
        "gzip;q=0.001", " gzip ; q=1 ", "gzip;Q=1", "identity;q=0, gzip", "identity;q=0.5, gzip;q=0.5", "br,,gzip",
        "identity;q=0, *",
    ])
    func whoTakesGzipGetsIt(_ header: String) {
        #expect(AcceptedEncodings(header).prefersGzip)
    }

    @Test(arguments: [
        nil, "", "identity", "br", "deflate", "gzip;q=0", "gzip;q=0.000", "*;q=0", "*, gzip;q=0", "gzip;q=x", "gzip;q",
        "gzip;q=-1", "gzip;q=2", "gzip;q=nan", "identity, gzip;q=0.5", "gzipped", "identity;q=1, *;q=0.5", ",", ";q=1",
    ])
    func nobodyElseDoes(_ header: String?) {
        #expect(!AcceptedEncodings(header).prefersGzip)
    }
}
