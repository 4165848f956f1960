import Domain
import Testing

/// Tool calls that the model's provider runs, and their results.
struct ServerToolTests {
    private func blocks(_ json: String) throws -> [LineBlock] {
        try LineContent.reading(#"{"type":"assistant","message":{"content":[\#(json)]}}"#)?.blocks ?? []
    }

    @Test(arguments: [
        (#"{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"release date"}}"#, "web_search"),
        (#"{"type":"mcp_tool_use","id":"s","name":"lookup","server_name":"crm","input":{}}"#, "mcp__crm__lookup"),
        (#"{"type":"server_tool_use","id":"s","name":"code_execution"}"#, "code_execution"),
    ])
    func callsAreCalls(json: String, name: String) throws {
        guard case .toolCall(let call)? = try blocks(json).first else { return #expect(Bool(false), "\(json)") }
        #expect(call.name == name && call.id == "s")
    }

    @Test(arguments: [
        (
            #""type":"web_search_tool_result","content":[{"type":"web_search_result","title":"Notes","url":"https://example.com/n","encrypted_content":"zzz"}]"#,
            "Notes — https://example.com/n", false
        ),
        (
            #""type":"web_search_tool_result","content":{"type":"web_search_tool_result_error","error_code":"max_uses_exceeded"}"#,
            "max_uses_exceeded", true
        ),
        (
            #""type":"web_fetch_tool_result","content":{"type":"web_fetch_result","url":"https://example.com","content":{"type":"document","source":{"type":"text","data":"The page"}}}"#,
            "https://example.com\nThe page", false
        ),
        (
            #""type":"mcp_tool_result","is_error":false,"content":[{"type":"text","text":"Customer 1"}]"#, "Customer 1",
            false
        ),
        (#""type":"mcp_tool_result","is_error":true,"content":"No such customer""#, "No such customer", true),
        (
            #""type":"code_execution_tool_result","content":{"type":"code_execution_result","stdout":"4\n","stderr":"","return_code":0}"#,
            "4\n", false
        ),
        (
            #""type":"bash_code_execution_tool_result","content":{"stdout":"","stderr":"","return_code":1}"#,
            "It ended with status 1.", false
        ),
        (
            #""type":"tool_search_tool_result","content":{"type":"tool_search_tool_search_result","tool_references":[{"type":"tool_reference","tool_name":"grep"}]}"#,
            "grep", false
        ),
        (#""type":"future_tool_result","content":{"type":"future_thing"}"#, "[future_thing]", false),
        (#""type":"future_tool_result""#, "", false),
    ])
    func resultsAreResults(fields: String, text: String, isError: Bool) throws {
        guard case .toolResult(let result)? = try blocks(#"{"tool_use_id":"s",\#(fields)}"#).first else {
            return #expect(Bool(false), "\(fields)")
        }
        #expect(result.text == text && result.isError == isError && result.callID == "s")
    }
}
