/// Money is exact, and another amount is never a success.
enum MoneyRules {
    static let all = replies + callbacks
}
