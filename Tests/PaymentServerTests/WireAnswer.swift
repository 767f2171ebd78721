/// An HTTP answer as it came over the wire.
struct WireAnswer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: String

    /// Reads an answer; `nil` until all of it is there.
    init?(_ bytes: [UInt8], hasBody: Bool = true) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let first = lines.first?.split(separator: " "), first.count > 1, let status = Int(first[1]) else {
            return nil
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1]) }
        }
        let length = hasBody ? headers["content-length"].flatMap { Int($0) } ?? 0 : 0
        let body = text[end.upperBound...]
        guard body.utf8.count >= length else { return nil }
        self.status = status
        self.headers = headers
        self.body = String(body)
    }
}
