import Domain
import Testing

struct StrictJSONTests {
    @Test(arguments: [
        #"{}"#, #"{"a":[1,2],"b":{"a":"x"},"c":[{"a":1},{"a":2}]}"#, #"{"a":",]","b":"\",}","c":"\\"}"#, "[]",
        #"{"a" : ["a","a"] , "b":null}"#,
    ])
    func strictJSONPasses(text: String) {
        #expect(StrictJSON.problem(in: text) == nil)
    }

    @Test(arguments: [
        "\u{FEFF}{}", #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":[1, ] }"#, #"{"a":1,"a":2}"#, #"{"b":[{"a":1,"a":1}]}"#,
        #"{"a":{"x":1},"b":[2],"a":3}"#,
    ])
    func whatOnlyTheDecoderTakesIsRefused(text: String) {
        #expect(StrictJSON.problem(in: text) != nil)
    }

    /// The decoder reports the error of these texts; here they must only not crash.
    @Test(arguments: ["", "\"", "{\"", "{\"\\", "}", "]]]", "{,", ",,,", "{\"a\"", "\"a\\\""])
    func whatIsNoJSONIsLeftToTheDecoder(text: String) {
        _ = StrictJSON.problem(in: text)
    }
}
