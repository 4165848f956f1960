/// The release, as reported by the command, the metrics and the API description.
package enum ServiceVersion {
    package static let current = "0.2.0"
}
