/// How text is folded before it is compared: the index, what people search for and excerpts all use `TextWords`, so that
/// a word is found whichever of its forms was written and whichever is searched for.
package enum SearchFolding {
    /// Goes up by one with every change of what `TextWords` makes of a text, of its tables too. The index is then built
    /// anew in the background.
    package static let version = 1
}
