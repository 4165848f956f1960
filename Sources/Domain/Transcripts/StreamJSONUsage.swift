extension StreamJSONLine {
    /// The usage in a `result` line: tokens of its turn, but the cost of all turns of the process so far.
    struct UsageFields: Decodable {
        let usage: AgentUsage

        private struct Tokens: Decodable {
            let input: Int
            let output: Int

            private enum CodingKeys: String, CodingKey {
                case input = "input_tokens"
                case created = "cache_creation_input_tokens"
                case read = "cache_read_input_tokens"
                case output = "output_tokens"
            }

            init(from decoder: any Decoder) throws {
                let fields = try decoder.container(keyedBy: CodingKeys.self)
                let parts: [Int?] = [fields.tolerant(.input), fields.tolerant(.created), fields.tolerant(.read)]
                input = parts.compactMap(\.self).reduce(0) { $0 + min(max($1, 0), AgentUsage.maximumTokens) }
                output = fields.tolerant(.output) ?? 0
            }
        }

        private enum CodingKeys: String, CodingKey {
            case usage
            case cost = "total_cost_usd"
            case turns = "num_turns"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            let tokens: Tokens? = fields.tolerant(.usage)
            usage = AgentUsage(
                costUSD: fields.tolerant(.cost) ?? 0, inputTokens: tokens?.input ?? 0,
                outputTokens: tokens?.output ?? 0, turns: fields.tolerant(.turns) ?? 0)
        }
    }
}
