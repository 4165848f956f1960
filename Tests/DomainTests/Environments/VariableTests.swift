import Domain
import Testing

struct VariableTests {
    @Test(arguments: ["A", "_x", "NODE_ENV", "PATH", "ANTHROPIC_API_KEY", "ld_x", "GITHUB_TOKEN", "HOME2"])
    func aNameIsTaken(_ text: String) throws {
        #expect(try VariableName(text).description == text)
    }

    @Test func aNameHasUpToAHundredCharacters() throws {
        #expect(try VariableName(String(repeating: "A", count: 100)).description.count == 100)
        #expect(throws: InvalidValue.self) { try VariableName(String(repeating: "A", count: 101)) }
    }

    @Test(arguments: ["", "1A", "A-B", "A B", "A=B", "É", "e\u{301}", "A\n", "A\u{0}", "😀"])
    func whatIsNoNameIsRefused(_ text: String) {
        #expect(throws: InvalidValue.self) { try VariableName(text) }
    }

    @Test(arguments: [
        "HOME", "PWD", "_", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "GIT_DIR", "GIT_CONFIG_COUNT", "BASH_ENV",
        "ENV", "SHELLOPTS", "IFS", "GLIBC_TUNABLES", "LODESTONE_DATA",
    ])
    func whatChangesTheSandboxIsRefusedByName(_ text: String) {
        let problem = InvalidValue("must not be \(text), which changes how the sandbox itself works")
        #expect(throws: problem) { try VariableName(text) }
        #expect(throws: InvalidValue("has a name that \(problem.detail)")) { try EnvironmentVariables([text: "x"]) }
    }

    @Test func valuesAndTheirNumberHaveLimits() throws {
        func variables(_ count: Int, of value: String = "") throws -> EnvironmentVariables {
            try EnvironmentVariables(
                Dictionary((0..<count).map { ("V\($0)", value) }) { first, _ in first })
        }
        #expect(try variables(100).values.count == 100)
        #expect(throws: InvalidValue.self) { try variables(101) }
        #expect(try variables(1, of: String(repeating: "é", count: 16_384)).values.count == 1)
        #expect(throws: InvalidValue("has a value of more than 32 KiB, for V0")) {
            try variables(1, of: String(repeating: "é", count: 16_384) + "a")
        }
        #expect(throws: InvalidValue.self) { try variables(1, of: "a\u{0}b") }
    }

    @Test(arguments: ["", "abc", "    \n", "\u{200B}\u{200B}\u{200B}\u{200B}", "abcd\u{0}"])
    func whatCannotBeASecretIsRefused(_ text: String) {
        #expect(throws: InvalidValue.self) { try SecretValue(text) }
    }

    @Test func aSecretHasUpTo32KiB() throws {
        #expect(try SecretValue(String(repeating: "a", count: 32_768)).text.utf8.count == 32_768)
        #expect(throws: InvalidValue.self) { try SecretValue(String(repeating: "a", count: 32_769)) }
    }

    @Test func nothingThatDescribesASecretShowsIt() throws {
        let secret = try SecretValue("swordfish")
        let run = RunEnvironment(
            setupScript: nil, variables: [try VariableName("PLACE"): "sea"],
            secrets: [try VariableName("TOKEN"): secret])
        var dumped = ""
        dump(run, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\(run)", String(reflecting: run), dumped] {
            #expect(!text.contains("swordfish"), "\(text)")
        }
        #expect(run.processVariables == ["PLACE": "sea", "TOKEN": "swordfish"])
        #expect(run.secretTexts == ["swordfish"])
    }
}
