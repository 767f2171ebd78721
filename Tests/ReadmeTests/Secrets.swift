/// What the tests sign with.
enum Secrets {
    static let webhook = "whsec_0123456789abcdef"
}
