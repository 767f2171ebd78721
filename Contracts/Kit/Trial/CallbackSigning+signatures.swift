import HTTPTypes
import PaymentIntents

extension CallbackSigning {
    /// The digits of every signature that a signed callback carries, in its headers and inside its body.
    func signatures(in callback: Callback) -> [String] {
        let outside = headers.compactMap { callback.headers[$0].map { String($0.suffix(SignatureTrial.digitCount)) } }
        let inside = bodySignature.flatMap { path in (try? MessageJSON(callback.body))?[path]?.text }
        return outside + [inside].compactMap { $0 }
    }
}
