import Foundation
import ProviderSimulation

/// Reads typed members of a request and gathers everything that is wrong with them.
struct FieldReader {
    let fields: [String: RequestField]
    private(set) var complaints: [String] = []

    init(fields: [String: RequestField]) {
        self.fields = fields
    }

    mutating func complain(_ complaint: String) {
        complaints.append(complaint)
    }

    /// A text; absent, `null` and empty are the same.
    mutating func text(_ name: String, required: Bool = false) -> String? {
        switch fields[name] {
        case .text(let text) where !text.isEmpty: return text
        case nil, .null, .text:
            if required { complain("\(name) should not be empty") }
            return nil
        case .number, .other:
            complain("\(name) must be a string")
            return nil
        }
    }

    /// A JSON number without decimals; text is not a number.
    mutating func integer(_ name: String, required: Bool = false) -> Int64? {
        switch fields[name] {
        case .number(let number):
            if let integer = Int64(number.description) { return integer }
            complain("\(name) must be an integer number")
        case nil, .null:
            if required { complain("\(name) must be an integer number") }
        case .text, .other:
            complain("\(name) must be an integer number")
        }
        return nil
    }

    /// An absolute http or https URL.
    mutating func url(_ name: String) -> MerchantURL? {
        guard let text = text(name) else { return nil }
        let url = MerchantURL(text)
        if url == nil { complain("\(name) must be a URL address") }
        return url
    }
}
