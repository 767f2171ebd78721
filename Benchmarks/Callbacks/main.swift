import Foundation
import PaymentIntents
import Signatures
import StrictJSON

/// Measures the callback path and prints one line a figure, tab-separated: what, and how much.
///
/// Usage: CallbackBenchmark SMSPAY PAY2LOCAL ROUNDS CALLBACKS, the first two being files with a sample each.
///
/// Times are nanoseconds a callback, one line a round, so that the rounds of a peer can stand between them.
guard CommandLine.arguments.count == 5, let rounds = Int(CommandLine.arguments[3]),
    let count = Int(CommandLine.arguments[4])
else {
    FileHandle.standardError.write(Data("usage: CallbackBenchmark SMSPAY PAY2LOCAL ROUNDS CALLBACKS\n".utf8))
    exit(64)
}

for path in try paths(smsPay: CommandLine.arguments[1], pay2Local: CommandLine.arguments[2]) {
    try path.measure(rounds: rounds, count: count)
}
for (name, work) in try pieces(of: CommandLine.arguments[1]) {
    try printTimes(of: name, rounds: rounds, count: count) { for _ in 0..<$0 { try work() } }
}

/// The paths to measure, on the samples in two files.
func paths(smsPay: String, pay2Local: String) throws -> [CallbackPath] {
    let smsPay = try Sample.smsPay(body: [UInt8](Data(contentsOf: URL(filePath: smsPay))))
    let body = try [UInt8](Data(contentsOf: URL(filePath: pay2Local)))
    let pay2Local = try Sample.pay2Local(unsignedBody: body, signsFields: false)
    let pay2LocalTwice = try Sample.pay2Local(unsignedBody: body, signsFields: true)
    let (anySMSPay, anyPay2Local) = (erased(smsPay.adapter), erased(pay2Local.adapter))
    return [
        CallbackPath("SMS Pay", smsPay) { try smsPay.adapter.receive($0) },
        CallbackPath("Pay2Local", pay2Local) { try pay2Local.adapter.receive($0) },
        CallbackPath("Pay2Local, both signatures", pay2LocalTwice) { try pay2LocalTwice.adapter.receive($0) },
        CallbackPath("SMS Pay, in the engine", smsPay) { try anySMSPay.receive($0) },
        CallbackPath("Pay2Local, in the engine", pay2Local) { try anyPay2Local.receive($0) },
    ]
}

/// What the libraries do with the sample in a file, each alone: how fast the machine is.
func pieces(of path: String) throws -> KeyValuePairs<String, () throws -> Void> {
    let body = try [UInt8](Data(contentsOf: URL(filePath: path)))
    let key = try SigningKey(benchmarkSecret.utf8)
    let code = try key.code(for: body)
    return [
        "HMAC alone, SMS Pay's body": { guard try key.code(for: body) == code else { throw WrongResult() } },
        "JSON alone, SMS Pay's body": { guard try !JSONDocument(body).root.isNull else { throw WrongResult() } },
    ]
}

/// An adapter as the engine holds it: of a type that it does not know.
@inline(never)
func erased(_ adapter: some ProviderAdapter) -> any ProviderAdapter { adapter }
