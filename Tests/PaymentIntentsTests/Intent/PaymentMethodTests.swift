import PaymentIntents
import Testing

@Suite("Payment methods")
struct PaymentMethodTests {
    @Test("are one wallet in any case", arguments: ["bkash", "Bkash", "bKash", "BKASH"])
    func anyCase(_ name: String) {
        #expect(PaymentMethod(rawValue: name) == .bkash)
    }

    @Test("keep a name that nobody here knows")
    func unknown() {
        let method = PaymentMethod(rawValue: "Tap")
        #expect(method.rawValue == "tap")
        #expect("\(method)" == "tap")
        #expect(!PaymentMethod.known.contains(method))
    }

    @Test("have a name each")
    func known() {
        #expect(PaymentMethod.known.map(\.rawValue) == ["bkash", "nagad", "rocket", "upay"])
    }
}
