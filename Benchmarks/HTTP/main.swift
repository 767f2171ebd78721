import Foundation

/// The two servers that are compared, and what they need. STORE is a path or a `postgres://` URL.
///
///     HTTPBenchmark prepare STORE COUNT CALLBACKS [STORE…]
///                                                    records COUNT payments, writes their callbacks, signed, to a file
///     HTTPBenchmark serve STORE                      PaymentServer on that store; prints its port
///     HTTPBenchmark bare                             a Hummingbird route that reads the body and answers
///     HTTPBenchmark absorb STORE CALLBACKS           takes the callbacks in without HTTP; prints microseconds a callback
///     HTTPBenchmark grow STORE COUNT                 adds COUNT old payments
///     HTTPBenchmark list STORE                       prints how long a list takes: median and p99, in microseconds
///     HTTPBenchmark count STORE                      prints how many payments of the store have succeeded
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("prepare", 4...):
    guard let count = Int(arguments[2]) else { usage() }
    let stores = [arguments[1]] + arguments.dropFirst(4)
    try await Preparation(count: count).write(stores: stores, callbacks: arguments[3])
case ("serve", 2): try await serve(store: arguments[1])
case ("bare", 1): try await serveBareRoute()
case ("absorb", 3): try await Absorption(callbacks: arguments[2]).run(on: arguments[1])
case ("grow", 3):
    guard let count = Int(arguments[2]) else { usage() }
    try Growth(count: count).write(to: arguments[1])
case ("list", 2): try await Listing().run(on: arguments[1])
case ("count", 2): print(try await succeeded(in: arguments[1]))
default: usage()
}

func usage() -> Never {
    let commands = [
        "prepare STORE COUNT CALLBACKS [STORE…]", "serve STORE", "bare", "absorb STORE CALLBACKS", "grow STORE COUNT",
        "list STORE", "count STORE",
    ]
    .joined(separator: " | ")
    FileHandle.standardError.write(Data("usage: HTTPBenchmark \(commands)\n".utf8))
    exit(64)
}
