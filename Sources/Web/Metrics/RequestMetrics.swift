/// What is measured of requests, by the route's pattern, the method and the class of the status.
package enum RequestMetrics {
    static let count = "http_requests_total"
    static let duration = "http_request_duration_seconds"

    package static let help = [
        count: "Requests that were answered.",
        duration: "The time from a request's head to its answer's head; the body of a stream comes after it.",
    ]
}
