import Foundation
import PaymentIntents

/// What stands in front of the digits.
extension CallbackSignatureRules {
    static let prefix = AdapterRule(
        "callback.signature.prefix",
        "The prefix names the scheme; one that is not the documented one names another scheme, or none.",
        needs: .signaturePrefix
    ) { subject in
        let trial = try SignatureTrial(subject)
        let prefix = trial.prefix
        let others = [
            "", prefix.uppercased(), prefix.capitalized, String(prefix.dropLast()), prefix + prefix, " " + prefix,
            "x" + prefix, prefix.replacing("=", with: ":"), prefix.replacing("=", with: " = "),
        ]
        for other in others where other != prefix {
            // A blank in front is no part of a field's value.
            let value = other.first == " " ? "x" + other : other
            try trial.outcome(of: value + trial.digits).mustBeRefused("a signature behind “\(value)”")
        }
    }

    static let scheme = AdapterRule(
        "callback.signature.scheme",
        "Whoever sends a callback does not choose how it is checked.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let schemes = [
            "none", "none=", "None=", "plain=", "md5=", "sha1=", "sha=", "sha224=", "sha512=", "sha256:", "SHA256=",
            "hmac-sha256=", "v0=", "v1=", "v1,", "t=1,v1=", "Bearer ", "\"alg\":\"none\"",
        ]
        for scheme in schemes where scheme != trial.prefix {
            for digits in [trial.digits, "", String(trial.digits.prefix(32)), String(trial.digits.prefix(40))] {
                try trial.outcome(of: scheme + digits).mustBeRefused("a signature “\(scheme + digits)”")
            }
        }
    }
}
