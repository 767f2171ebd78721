import HTTPTypes
import PaymentIntents

/// How a signature is written: one way, but for the case of its digits.
extension CallbackSignatureRules {
    static let everyBitOfText = AdapterRule(
        "callback.signature.every-bit-of-text",
        "One changed bit makes it another signature, in every one of its digits.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let bytes = Array(trial.value.utf8)
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                let outcome = trial.outcome(of: [HTTPField(name: trial.name, lenientValue: changed)])
                // Bit 5 is the case of a letter, and hexadecimal digits may have either.
                let isCase = bit == 5 && bytes[index] >= UInt8(ascii: "A") && index >= trial.prefix.utf8.count
                if isCase, outcome == trial.genuine { continue }
                try outcome.mustBeRefused("a signature with bit \(bit) of character \(index) changed")
            }
        }
    }

    static let upperCase = AdapterRule(
        "callback.signature.upper-case",
        "Hexadecimal digits mean the same in either case, and proxies and providers change it.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let mixed = trial.digits.prefix(32).uppercased() + trial.digits.suffix(32).lowercased()
        for digits in [trial.digits.uppercased(), trial.digits.lowercased(), mixed] {
            try trial.outcome(of: trial.prefix + digits).mustEqual(trial.genuine, "a signature of digits \(digits)")
        }
    }

    static let padded = AdapterRule(
        "callback.signature.padded",
        "A signature with blanks in it is none; whoever drops them drops what others keep.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        for blank in [" ", "\t", "  ", "\u{A0}"] {
            let (first, second) = (trial.digits.prefix(32), trial.digits.suffix(32))
            try trial.outcome(of: trial.prefix + first + blank + second).mustBeRefused("a blank amid the digits")
            guard !trial.prefix.isEmpty else { continue }
            try trial.outcome(of: trial.prefix + blank + trial.digits).mustBeRefused("a blank behind the prefix")
        }
    }

    static let controls = AdapterRule(
        "callback.signature.controls",
        "A NUL ends a text for some readers and not for others; no control character belongs in a signature.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let (first, second) = (trial.digits.prefix(32), trial.digits.suffix(32))
        for control in (UInt8.min..<0x20).map({ String(Unicode.Scalar($0)) }) + ["\u{7F}", "\u{85}", "\u{200B}"] {
            for value in [first + control + second, control + first + second, first + second + control + "00"] {
                try trial.outcome(of: trial.prefix + value)
                    .mustBeRefused("digits with \(control.unicodeScalars.map(\.value)) among them")
            }
        }
    }

    static let length = AdapterRule(
        "callback.signature.length",
        "A signature is compared as a whole: neither a shorter one nor a longer one is the same.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let digits = trial.digits
        let others = [
            "", String(digits.dropLast()), String(digits.dropFirst()), digits + "0", "0" + digits, digits + digits,
            digits + String(repeating: "0", count: 64), String(digits.prefix(32)), String(digits.prefix(40)),
        ]
        for other in others {
            try trial.outcome(of: trial.prefix + other).mustBeRefused("a signature of \(other.utf8.count) digits")
        }
    }

    static let fullWidth = AdapterRule(
        "callback.signature.full-width",
        "A digit is an ASCII digit; others only look like one.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let wide = trial.digits.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0).map(String.init) ?? "" }
        try trial.outcome(of: trial.prefix + wide.joined()).mustBeRefused("a signature of full-width digits")
        for index in [0, 31, 63] {
            var digits = trial.digits.map { String($0) }
            digits[index] = wide[index]
            try trial.outcome(of: trial.prefix + digits.joined()).mustBeRefused("a full-width digit at \(index)")
        }
    }

    static let partial = AdapterRule(
        "callback.signature.partial",
        "However many digits are right, the rest is what a forger could not know.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let wrong = trial.wrongValue.suffix(SignatureTrial.digitCount)
        for count in 0..<SignatureTrial.digitCount {
            let right = trial.prefix + trial.digits.prefix(count)
            try trial.outcome(of: right).mustBeRefused("the first \(count) digits of a signature")
            try trial.outcome(of: right + wrong.dropFirst(count))
                .mustBeRefused("a signature of which only the first \(count) digits are right")
        }
    }
}
