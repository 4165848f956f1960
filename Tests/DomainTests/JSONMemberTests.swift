import Domain
import Testing

struct JSONMemberTests {
    @Test(arguments: [
        (#"{"line":{"a":[1,{"line":2}]},"b":1}"#, #"{"a":[1,{"line":2}]}"#),
        (#"{"a":{"line":1},"line":1.50e0}"#, "1.50e0"),
        (#"{ "a" : "}\"line\":1" , "line" : { "x" : "\\" } , "b":2 }"#, #"{ "x" : "\\" }"#),
        (#"{"a":"line","line":"é \u00e9"}"#, #""é \u00e9""#),
        (#"{"a":[],"line":[]}"#, "[]"),
        (#"{ "line" : 1 , "b" : 2 }"#, "1"),
    ])
    func aValueIsFoundAsItIsWritten(json: String, value: String) {
        #expect(JSONMember.value(of: "line", in: json) == value)
    }

    @Test(arguments: [
        "{}", "[]", #"{"a":{"line":1}}"#, #"{"a":"line"}"#, "", #"{"a""#, #"{"line":"a"#, #"{"line":["a""#,
    ])
    func whatIsNotThereIsNotFound(json: String) {
        #expect(JSONMember.value(of: "line", in: json) == nil)
    }
}
