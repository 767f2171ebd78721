/// Prints how long something takes, in nanoseconds a time, one line a round.
///
/// - Parameters:
///   - name: What is printed in front of each figure.
///   - rounds: How often it is measured.
///   - count: How many times it is done a round.
///   - run: Does it so many times.
/// - Throws: What `run` throws.
func printTimes(of name: String, rounds: Int, count: Int, _ run: (Int) throws -> Void) throws {
    // The first one fills caches, and makes what is made once.
    try run(count)
    for _ in 0..<rounds {
        let time = try ContinuousClock().measure { try run(count) }
        print(name, Int(time / .nanoseconds(1)) / count, separator: "\t")
    }
}
