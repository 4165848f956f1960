/// Finds many patterns in one pass (Aho and Corasick, "Efficient string matching", 1975). The time is linear in the
/// length of the text, whatever the text and the patterns are.
struct PatternAutomaton: Sendable {
    /// A prefix of a pattern; node 0 is the empty prefix.
    private struct Node {
        let byte: UInt8
        var firstChild: Int32 = 0
        var nextSibling: Int32 = 0
        /// The longest proper suffix of this prefix that is also a prefix of a pattern.
        var failure: Int32 = 0
        /// Length of the longest pattern that ends here; 0 for none.
        var match: Int32 = 0
    }

    private var nodes = [Node(byte: 0)]
    /// The root's children, indexed by their bytes.
    private var first = [Int32](repeating: 0, count: 256)
    /// Length of the longest pattern.
    let longest: Int

    /// - Parameter patterns: must not be empty strings.
    init(_ patterns: some Collection<[UInt8]>) {
        longest = patterns.map(\.count).max() ?? 0
        for pattern in patterns { insert(pattern) }
        link()
    }

    var isEmpty: Bool { longest == 0 }

    /// - Returns: the state after the next byte.
    func state(after state: Int32, _ byte: UInt8) -> Int32 {
        var state = state
        while state != 0 {
            let child = child(of: state, byte)
            if child != 0 { return child }
            state = nodes[Int(state)].failure
        }
        return first[Int(byte)]
    }

    /// - Returns: the length of the longest pattern that ends in the state; 0 for none.
    func match(in state: Int32) -> Int { Int(nodes[Int(state)].match) }

    private func child(of node: Int32, _ byte: UInt8) -> Int32 {
        var child = nodes[Int(node)].firstChild
        while child != 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].nextSibling }
        return child
    }

    private mutating func insert(_ pattern: [UInt8]) {
        var node: Int32 = 0
        for byte in pattern {
            let known = node == 0 ? first[Int(byte)] : child(of: node, byte)
            node = known != 0 ? known : addChild(of: node, byte)
        }
        nodes[Int(node)].match = Int32(pattern.count)
    }

    private mutating func addChild(of node: Int32, _ byte: UInt8) -> Int32 {
        let child = Int32(nodes.count)
        nodes.append(Node(byte: byte))
        nodes[Int(child)].nextSibling = nodes[Int(node)].firstChild
        nodes[Int(node)].firstChild = child
        if node == 0 { first[Int(byte)] = child }
        return child
    }

    /// Computes the failure links, in the order of the prefixes' lengths.
    private mutating func link() {
        var queue: [Int32] = [0]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            var child = nodes[Int(node)].firstChild
            while child != 0 {
                if node != 0 {
                    let failure = state(after: nodes[Int(node)].failure, nodes[Int(child)].byte)
                    nodes[Int(child)].failure = failure
                    if nodes[Int(child)].match == 0 { nodes[Int(child)].match = nodes[Int(failure)].match }
                }
                queue.append(child)
                child = nodes[Int(child)].nextSibling
            }
        }
    }
}
