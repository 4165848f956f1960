import Domain

extension Role {
    /// Such as "an owner", for the middle of a sentence.
    var inWords: String { self == .owner ? "an owner" : "a member" }
}
