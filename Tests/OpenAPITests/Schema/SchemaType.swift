import Foundation

/// The types of JSON Schema.
enum SchemaType: String {
    case null, boolean, object, array, string, number, integer

    /// Reads the value of `type`: one name or a list of them; empty when it is neither.
    static func names(in argument: JSON) -> [SchemaType] {
        let texts = argument.array ?? [argument]
        let types = texts.compactMap { $0.string.flatMap(SchemaType.init(rawValue:)) }
        return types.count == texts.count ? types : []
    }

    /// Whether a value is of this type. `1.0` is an integer, as JSON Schema has it.
    func holds(for value: JSON) -> Bool {
        switch (self, value) {
        case (.null, .null), (.boolean, .bool), (.object, .object), (.array, .array), (.string, .string),
            (.number, .number):
            true
        case (.integer, .number(let number)): number.isWhole
        default: false
        }
    }
}

extension Decimal {
    fileprivate var isWhole: Bool {
        var (whole, number) = (Decimal(), self)
        NSDecimalRound(&whole, &number, 0, .plain)
        return whole == self
    }
}
