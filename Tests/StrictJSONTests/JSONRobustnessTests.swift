import StrictJSON
import Testing

@Suite("Bytes that were damaged")
struct JSONRobustnessTests {
    @Test("a document cut short anywhere is refused", arguments: Sample.allCases)
    func truncated(_ sample: Sample) {
        let bytes = sample.bytes
        #expect(refusal(bytes) == nil)
        for count in bytes.indices {
            #expect(refusal(Array(bytes[..<count])) != nil)
            // The same with what an attacker may have left behind the end.
            #expect(refusal(Array(bytes[..<count]) + [0]) != nil)
        }
    }

    @Test("a document with anything after it is refused", arguments: Sample.allCases)
    func continued(_ sample: Sample) {
        for byte in UInt8.min...UInt8.max {
            let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
            #expect((refusal(sample.bytes + [byte]) == nil) == isSpace)
        }
    }

    @Test(
        "white space may stand around every token, and nothing else may",
        arguments: [9, 10, 13, 32, 0, 11, 12, 0x1C]
    )
    func spaces(byte: UInt8) {
        let tokens = ["{", "\"a\"", ":", "[", "1", ",", "true", ",", "\"b\"", "]", ",", "\"c\"", ":", "null", "}"]
        let separator = String(decoding: [byte, byte], as: UTF8.self)
        let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
        #expect((refusal(tokens.joined(separator: separator)) == nil) == isSpace)
    }

    @Test(
        "a document with random changes is read or refused, and what is read can be walked",
        arguments: Sample.allCases
    )
    func changed(_ sample: Sample) {
        var random = SplitMix64(state: 0x5EED)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                Self.change(&bytes, using: &random)
            }
            guard let document = try? JSONDocument(bytes) else { continue }
            accepted += 1
            #expect(Self.nodes(in: document.root) > 0)
        }
        #expect(accepted > 100, "some changes leave a document whole")
    }

    /// Changes, removes, repeats or inserts a few bytes, or cuts the document.
    private static func change(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let telling = Array("{}[]:,\"\\ \n0-.eu\0\u{FF}".utf8)
        guard let place = bytes.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[place] = telling.randomElement(using: &random) ?? 0
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(telling.randomElement(using: &random) ?? 0, at: place)
        case 4: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        default: bytes.removeSubrange(place...)
        }
    }

    /// Visits everything there is to see.
    private static func nodes(in value: JSONValue) -> Int {
        switch value.kind {
        case .array: value.elements?.reduce(1) { $0 + nodes(in: $1) } ?? 0
        case .object: value.members?.reduce(1) { $0 + ($1.name.isEmpty ? 0 : 1) + nodes(in: $1.value) } ?? 0
        case .string: value.string == nil ? 0 : 1
        case .number: value.number == nil ? 0 : 1
        case .bool: value.bool == nil ? 0 : 1
        case .null: value.isNull ? 1 : 0
        }
    }
}
