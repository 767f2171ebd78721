import Signatures
import Testing

@Suite("Signing keys while they are rotated")
struct SigningKeysTests {
    private let message = Array("approved".utf8)
    private let old: SigningKey
    private let new: SigningKey
    private let foreign: SigningKey

    init() throws {
        old = try SigningKey("the key of last year".utf8)
        new = try SigningKey("the key of this year".utf8)
        foreign = try SigningKey("the key of nobody we know".utf8)
    }

    @Test("each key in force is accepted, in whatever place")
    func inForce() throws {
        for keys in [SigningKeys(old, rotating: [new]), SigningKeys(new, rotating: [old])] {
            #expect(try keys.accept(old.code(for: message), for: message))
            #expect(try keys.accept(new.code(for: message), for: message))
            #expect(try !keys.accept(foreign.code(for: message), for: message))
        }
    }

    @Test("a key that was taken out is accepted no more")
    func takenOut() throws {
        #expect(try !SigningKeys(new).accept(old.code(for: message), for: message))
    }

    @Test("a code for another message is not accepted", arguments: ["", "Approved", "approved ", "approve"])
    func otherMessage(_ other: String) throws {
        let keys = SigningKeys(old, rotating: [new])
        #expect(try !keys.accept(new.code(for: message), for: Array(other.utf8)))
    }
}
