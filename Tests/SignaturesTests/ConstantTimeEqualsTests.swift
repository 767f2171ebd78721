import Signatures
import Testing

@Suite("A comparison in constant time")
struct ConstantTimeEqualsTests {
    @Test(
        "answers as == on bytes does",
        arguments: ["", "a", "b", "ab", "secret", "secrez", "Secret", "secret\0", "\0", "caf\u{E9}", "cafe\u{301}"]
    )
    func asBytes(_ left: String) {
        for right in ["", "a", "ab", "secret", "\0", "caf\u{E9}"] {
            let (a, b) = (Array(left.utf8), Array(right.utf8))
            let equal = constantTimeEquals(a.span, b.span)
            #expect(equal == (a == b))
            #expect(constantTimeEquals(left.utf8, right.utf8) == (a == b))
        }
    }
}
