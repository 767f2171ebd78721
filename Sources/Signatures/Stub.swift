public struct HMACSHA256Code: Sendable { public init?(hexadecimal: some Sequence<UInt8>) { nil } }
public struct SigningKeys: Sendable { public func accept(_ code: HMACSHA256Code, for message: Span<UInt8>) -> Bool { false } }
public func constantTimeEquals(_ a: [UInt8], _ b: [UInt8]) -> Bool { a == b }
