extension SyntaxLanguage {
    private static let swift = SyntaxLanguage(
        """
        actor any as associatedtype async await borrowing break case catch class consuming continue default defer deinit \
        do else enum extension fallthrough false fileprivate final for func get guard if import in indirect init inout \
        internal is isolated lazy let macro mutating nil nonisolated nonmutating open operator override package private \
        protocol public repeat rethrows return self Self sending set some static struct subscript super switch throw \
        throws true try typealias unowned var weak where while
        """, strings: [Quotes("\"\"\"", isMultiline: true), Quotes("\"")])
    private static let script = SyntaxLanguage(
        """
        abstract any as async await boolean break case catch class const constructor continue debugger declare default \
        delete do else enum export extends false finally for from function get if implements import in infer instanceof \
        interface keyof let namespace new null number of private protected public readonly return satisfies set static \
        string super switch symbol this throw true try type typeof undefined unknown var void while with yield
        """, strings: [Quotes("`", isMultiline: true), Quotes("\""), Quotes("'")])
    private static let c = SyntaxLanguage(
        """
        alignas auto bool break case catch char class const constexpr continue default delete do double else enum explicit \
        extern false float for friend goto if inline int long mutable namespace new noexcept nullptr operator override \
        private protected public register restrict return short signed sizeof static struct switch template this throw \
        true try typedef typename union unsigned using virtual void volatile while NULL
        """)
    private static let java = SyntaxLanguage(
        """
        abstract assert as async await base bool boolean break by byte case catch char class companion const continue data \
        decimal default delegate do double else enum event extends false final finally float for foreach fun get if \
        implements import in init instanceof int interface internal is lateinit lock long namespace native new null object \
        open operator out override package params private protected public readonly record ref return sealed set short \
        static string struct super suspend switch synchronized this throw throws transient true try typeof using val var \
        virtual void volatile when where while yield
        """, strings: [Quotes("\"\"\"", isMultiline: true), Quotes("\""), Quotes("'")])
    private static let go = SyntaxLanguage(
        """
        any bool break byte case chan const continue default defer else error fallthrough false float64 for func go goto \
        if import int int64 interface iota map nil package range return rune select string struct switch true type uint var
        """, strings: [Quotes("`", isMultiline: true, hasEscapes: false), Quotes("\""), Quotes("'")])
    private static let rust = SyntaxLanguage(
        """
        as async await box break const continue crate dyn else enum extern false fn for if impl in let loop match mod move \
        mut pub ref return self Self static struct super trait true type unsafe use where while bool char f32 f64 i32 i64 \
        str u8 u32 u64 usize
        """, strings: [Quotes("\"", isMultiline: true)])
    private static let php = SyntaxLanguage(
        """
        abstract and array as break case catch class clone const continue declare default do echo else elseif enum extends \
        false final finally fn for foreach function global if implements include instanceof interface isset match \
        namespace new null or private protected public readonly require return static switch this throw trait true try \
        use var void while yield
        """, lineComments: ["//", "#"])
    private static let python = SyntaxLanguage(
        """
        False None True and as assert async await break case class continue def del elif else except finally for from \
        global if import in is lambda match nonlocal not or pass raise return self try while with yield
        """, lineComments: ["#"], blockComment: nil,
        strings: [
            Quotes("\"\"\"", isMultiline: true), Quotes("'''", isMultiline: true), Quotes("\""), Quotes("'"),
        ])
    private static let ruby = SyntaxLanguage(
        """
        alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or \
        private protected public raise redo require rescue retry return self super then true undef unless until when \
        while yield
        """, lineComments: ["#"], blockComment: nil)
    private static let shell = SyntaxLanguage(
        """
        case do done elif else esac exit export fi for function if in local readonly return set shift source then trap \
        unset until while ADD CMD COPY ENTRYPOINT ENV EXPOSE FROM RUN USER WORKDIR
        """, lineComments: ["#"], blockComment: nil,
        strings: [Quotes("\"", isMultiline: true), Quotes("'", isMultiline: true, hasEscapes: false)])
    private static let settings = SyntaxLanguage(
        "true false null yes no on off", lineComments: ["#"], blockComment: nil)
    private static let json = SyntaxLanguage("true false null", strings: [Quotes("\"")])
    private static let sql: SyntaxLanguage = {
        let words = """
            add all alter and as asc begin between by case check column commit constraint create cross default delete desc \
            distinct drop else end exists false foreign from full group having if in index inner insert into is join key \
            left like limit not null on or order outer primary references returning right rollback select set strict table \
            then transaction trigger true union unique update using values view when where with
            """
        return SyntaxLanguage(
            "\(words) \(words.uppercased())", lineComments: ["--"],
            strings: [Quotes("'", hasEscapes: false), Quotes("\"", hasEscapes: false)])
    }()
    private static let lua = SyntaxLanguage(
        """
        and break do else elseif end false for function goto if in local nil not or repeat return then true until while
        """, lineComments: ["--"], blockComment: Quotes("--[[", "]]"))
    private static let css = SyntaxLanguage(
        "@charset @import @include @keyframes @layer @media @mixin @supports @use", lineComments: [])
    private static let markup = SyntaxLanguage(
        "", lineComments: [], blockComment: Quotes("<!--", "-->"), strings: [Quotes("\"", hasEscapes: false)])

    static let byName: [String: SyntaxLanguage] = [
        "dockerfile": shell, "makefile": shell, "gemfile": ruby, "rakefile": ruby,
    ]
    static let byExtension: [String: SyntaxLanguage] = {
        let languages: [(SyntaxLanguage, String)] = [
            (swift, "swift"), (script, "js jsx mjs cjs ts tsx mts cts vue svelte"),
            (c, "c h cc cpp cxx hh hpp m mm"), (java, "java kt kts scala cs dart groovy"), (go, "go"), (rust, "rs"),
            (php, "php"), (python, "py pyi"), (ruby, "rb rake"), (shell, "sh bash zsh fish"),
            (settings, "yml yaml toml ini cfg conf env properties"), (json, "json jsonc json5"), (sql, "sql"),
            (lua, "lua"), (css, "css scss less"), (markup, "html htm xml svg mustache"),
        ]
        let pairs = languages.flatMap { language, names in names.split(separator: " ").map { (String($0), language) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()
}
