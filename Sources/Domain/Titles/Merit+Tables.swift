extension Merit {
    static let questionWords: Set<String> = [
        "why", "how", "what", "what's", "where", "where's", "does", "did", "wdyt", "whats",
    ]

    /// Signs of an afterthought to what was asked before.
    static let additions: Set<String> = ["also", "too", "afterwards", "finally", "additionally", "lastly"]

    static let subjects: Set<String> = ["it", "it's", "they", "that's", "they're", "he", "she"]

    /// After these "this" and "that" stand alone, for something said before.
    static let pronounVerbs: Set<String> = [
        "is", "was", "are", "were", "happens", "happened", "should", "will", "would", "can", "also", "means", "works",
        "worked", "didn't", "doesn't", "isn't", "wasn't", "did", "does", "has",
    ]

    static let pronouns: Set<String> = ["it", "them", "this", "that", "these", "those"]

    static let manners = Phrases(
        """
        think step by step, think carefully, think hard, be concise, be careful, be brief, be thorough, be sure,
        take your time, keep in mind, note that, note, remember, bear in mind, take a deep breath, ultrathink,
        don't rush, respond, answer, follow best practices, use best practices, always, never, you, you're, your,
        see, check out
        """
    )

    /// What somebody expects of the software.
    static let wishes: Set<String> = ["should", "must", "needs", "wants", "shouldn't"]

    /// What fails, whoever says it.
    static let failures: Set<String> = [
        "can't", "cannot", "cant", "doesn't", "doesnt", "isn't", "isnt", "aren't", "won't", "wont", "couldn't",
        "didn't",
        "fails", "fail", "failing", "crashes", "crash", "crashing", "broken", "breaks", "hangs", "unable", "wrong",
        "stuck",
        "flaky", "slow", "throws", "incorrectly", "times", "freezes", "leaks", "never", "missing",
    ]

    /// Words for trouble that may also be long over.
    static let troubles: Set<String> = [
        "bug", "error", "errors", "failed", "failure", "crashed", "issue", "exception", "incorrect", "regression",
        "leak",
        "timeout", "typo", "undefined", "corrupted", "stopped", "duplicate", "problem", "trouble", "not",
    ]

    /// A sentence made of these alone points at something else.
    static let hollowWords: Set<String> = Set(
        """
        a an the this that these those it them its it's that's he she they all everything something some several
        wait few couple one two three four five i i'm i've i'd me my we us our you your do does did done doing make
        made be is are was were been have has had get got getting need want would could should can will may might
        please help with for of to in on at and or so from about as if any by up out here here's there there's below
        above attached following follows next same other another more what what's why how which who where when whats
        fix solve resolve figure address handle implement improve change changes update updates improvement
        improvements modify look looking see check review explain debug investigate propose work works working
        worked run running take give show tell know understand think try tried start continue go going ahead happen
        happens happening thing things task tasks step steps todo todos item items point points list request
        requests requirement requirements issue issues problem problems bug bugs error errors warning failing fails
        failed broken wrong cause causes reason idea ideas thoughts question questions not now again still just also
        very really code snippet file files function script pr prs pull ticket story link image screenshot picture
        photo log logs trace stack stacktrace traceback output message text input content example prompt yes no ok
        okay sure exactly properly feature features instructions details info information description feedback
        suggestions mean means say says said then once deal crash crashes found find seeing hit hitting
        le la les ça cela ceci corriger corrige réparer résoudre das dies es beheben behebe reparieren repariere lo
        esto eso corregir corrígelo arreglar arréglalo solucionar
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
