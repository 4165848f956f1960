extension WorkTests {
    private static func workTree(_ then: String, isDetached: Bool = false) -> String {
        """
        git worktree add -q w \(isDetached ? "--detach" : "-b side"); echo 1 > w/one
        git -C w add one; git -C w commit -qm one
        \(then)
        """
    }

    /// Working trees that were removed, moved or replaced without git.
    static let workTrees = [
        Case(name: "a removed working tree", script: workTree("rm -rf w; echo x > a"), paths: ["a", "one"]),
        Case(
            name: "a removed working tree without a branch", script: workTree("rm -rf w; echo x > a", isDetached: true),
            paths: ["a", "one"]),
        Case(
            name: "a directory in place of a working tree", script: workTree("rm -rf w; mkdir w; echo x > w/x"),
            paths: ["one", "w/x"]),
        Case(
            name: "a file in place of a working tree", script: workTree("rm -rf w; echo x > w"), paths: ["one", "w"]),
        Case(
            name: "a repository in place of a working tree",
            script: workTree("rm -rf w; git init -q w; echo x > w/x"), paths: ["one", "w/x"], leftOut: ["w"]),
        Case(
            name: "a working tree that was moved", script: workTree("mkdir d; mv w d/w2; echo u > d/w2/u"),
            paths: ["one", "u"]),
        Case(
            name: "a working tree in place of another",
            script: workTree("mv w v; git worktree add -q -f w -b other; echo 2 > w/two"),
            paths: ["one", "two", "v/file.txt", "v/one"], leftOut: ["v"]),
    ]

    /// Content that only the index has.
    static let indexes = [
        Case(
            name: "a sparse checkout",
            script: """
                mkdir z; echo 1 > z/1; git add .; git commit -qm Z; git sparse-checkout set --no-cone z/
                [ ! -e file.txt ]; echo 2 > z/2
                """, paths: ["z/1", "z/2"]),
        Case(
            name: "an executable bit that is only staged", script: "git update-index --chmod=+x file.txt",
            paths: ["file.txt"]),
        Case(
            name: "an executable bit that is only committed",
            script: "echo x > a; git add --chmod=+x a; git commit -qm A; echo y > b", paths: ["a", "b"]),
        Case(
            name: "a file that is no longer tracked, and ignored",
            script: "git rm -q --cached file.txt; echo file.txt > .gitignore", paths: [".gitignore", "file.txt"]),
        Case(
            name: "an ignored file that was added by force",
            script: "echo dist > .gitignore; mkdir dist; echo x > dist/x; git add -f dist/x",
            paths: [".gitignore", "dist/x"]),
        Case(
            name: "a file that is said to be unchanged",
            script: "git update-index --assume-unchanged file.txt; echo more >> file.txt", paths: ["file.txt"]),
        Case(
            name: "a file that is said to be elsewhere",
            script: "git update-index --skip-worktree file.txt; echo more >> file.txt", paths: ["file.txt"]),
        Case(
            name: "a repository made around a file that is staged otherwise",
            script: "mkdir n; echo 1 > n/x; git add n; echo 2 > n/x; git init -q n", paths: ["n/x"], leftOut: ["n"]),
        Case(name: "an index in two parts", script: "git update-index --split-index; echo x > a", paths: ["a"]),
        Case(
            name: "an index with what git refuses",
            script: """
                git -c core.protectNTFS=false update-index --add \
                    --cacheinfo 100644,$(git hash-object -w file.txt),git~1/config
                echo x > a
                """, paths: ["a"]),
        Case(
            name: "an index with what is not there",
            script: """
                echo x > a; git add a; echo y > b; git add b; rm b
                find .git/objects -type f -path '.git/objects/??/*' -delete
                """, paths: ["a"]),
        Case(
            name: "line ends that only its settings convert",
            script: """
                git config core.autocrlf true; rm file.txt; git checkout -q file.txt
                sleep 1.1; echo x > a; git add a
                """, paths: ["a"]),
        Case(
            name: "a same size and time",
            script: "touch -r file.txt then; printf 'ONE\\ntwo\\n' > file.txt; touch -r then file.txt; rm then",
            paths: ["file.txt"]),
        Case(
            name: "tags", script: "git tag -a v1 -m Release; git tag light; echo x > a", paths: ["a"],
            leftOut: ["tag light", "tag v1"]),
        Case(
            name: "a repository with a name that is no text",
            script: #"d=$(printf 'd\351'); mkdir "$d" dx; git init -q "$d"; echo x > "$d/f"; echo y > dx/b"#,
            paths: ["dx/b"], leftOut: ["d\u{FFFD}"]),
    ]
}
