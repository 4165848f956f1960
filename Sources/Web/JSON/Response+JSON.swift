import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A response with a JSON object as its body.
    static func json(_ status: HTTPResponse.Status = .ok, _ fields: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter()
        json.object(fields)
        return Response(
            status: status, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }
}

extension HTTPFields {
    static let json: HTTPFields = [.contentType: MediaTypes.json]
}
