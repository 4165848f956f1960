/// How text is normalized before it is compared. The index, queries and excerpts all use `TextWords`, so that any form
/// of a word matches any other form of it.
package enum SearchFolding {
    /// Must be incremented with every change of the output of `TextWords` or its tables. The index is then rebuilt in
    /// the background.
    package static let version = 1
}
