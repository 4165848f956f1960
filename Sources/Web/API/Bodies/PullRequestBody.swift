import Domain

/// A pull request as programs report it and as exports store it.
struct PullRequestBody: Decodable {
    let pullRequest: PullRequest

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("number", "url", "status")
        let givenNumber = fields.integer("number")
        if let givenNumber, givenNumber < 1 { fields.fail("number", "must be 1 or more") }
        let givenURL = fields.text("url", PullRequestURL.init(_:))
        let givenStatus = fields.choice("status", PullRequest.Status.self)
        let mergedAt = fields.time("mergedAt")
        if mergedAt != nil, let givenStatus, givenStatus != .merged {
            fields.fail("mergedAt", "is allowed only with the status merged")
        }
        let (number, url, status) = try fields.finish(givenNumber, givenURL, givenStatus)
        pullRequest = PullRequest(number: number, url: url, status: status, mergedAt: mergedAt)
    }
}
