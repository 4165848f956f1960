#if DEBUG
    extension StatementPlans {
        private struct Exception {
            /// A part of the statement that tells it from every other.
            let statement: String
            let step: String
            let reason: String

            init(_ statement: String, _ step: String, because reason: String) {
                self.statement = statement
                self.step = step
                self.reason = reason
            }
        }

        static func isException(_ step: String, in sql: String) -> Bool {
            exceptions.contains { sql.contains($0.statement) && step.contains($0.step) }
        }

        private static let exceptions: [Exception] = []
    }
#endif
