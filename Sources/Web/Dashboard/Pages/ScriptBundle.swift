/// Combines modules into one, so that a page loads its scripts with one request.
///
/// The sources may use three module statements, each on one line without indentation: `import "./name.js";`, `import {
/// a, b } from "./name.js";` and `export function`.
enum ScriptBundle {
    /// - Parameters:
    ///   - entries: the modules to run, in this order; each runs after the modules that it imports.
    ///   - sources: all modules by file name.
    static func text(of entries: [String], in sources: [String: String]) -> String {
        var bundled: Set<String> = []
        return entries.map { text(of: $0, in: sources, leavingOut: &bundled) }.joined()
    }

    private static func text(
        of name: String, in sources: [String: String], leavingOut bundled: inout Set<String>
    ) -> String {
        guard bundled.insert(name).inserted else { return "" }
        guard let source = sources[name] else { preconditionFailure("there is no script \(name)") }
        let module = ScriptModule(source)
        let imported = module.imports.map { text(of: $0, in: sources, leavingOut: &bundled) }.joined()
        return imported + module.declaration(of: name)
    }
}

/// A module as a function that is called immediately and returns the module's exports.
private struct ScriptModule {
    private(set) var imports: [String] = []
    private var exports: [Substring] = []
    private var lines: [String] = []

    init(_ source: String) {
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("import ") {
                add(importing: line)
            } else if line.hasPrefix("export ") {
                let declaration = line.dropFirst("export ".count)
                let name = declaration.drop { $0 != "(" }.startIndex
                guard let function = declaration[..<name].split(separator: " ").last,
                    declaration.hasPrefix("function ") || declaration.hasPrefix("async function ")
                else { preconditionFailure("a script may export functions only: \(line)") }
                exports.append(function)
                lines.append(String(declaration))
            } else {
                lines.append(String(line))
            }
        }
    }

    private mutating func add(importing line: Substring) {
        let quoted = line.split(separator: "\"")
        guard quoted.count == 3, quoted[1].hasPrefix("./") else {
            preconditionFailure("a script cannot import: \(line)")
        }
        let module = String(quoted[1].dropFirst(2))
        imports.append(module)
        guard let names = quoted[0].split(separator: "{").last?.split(separator: "}").first, quoted[0].contains("{")
        else { return }
        lines.append("const {\(names)} = \(Self.variable(of: module));")
    }

    func declaration(of name: String) -> String {
        let body = lines.joined(separator: "\n")
        guard !exports.isEmpty else { return "(() => {\n\(body)\n})();\n" }
        return """
            const \(Self.variable(of: name)) = (() => {
            \(body)
            return { \(exports.joined(separator: ", ")) };
            })();

            """
    }

    private static func variable(of module: String) -> String {
        "module_" + module.prefix { $0 != "." }.map { $0 == "-" ? "_" : String($0) }.joined()
    }
}
