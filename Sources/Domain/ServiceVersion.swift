/// Which release this is, as the command, the metrics and the API's description tell it.
package enum ServiceVersion {
    package static let current = "0.1.0"
}
