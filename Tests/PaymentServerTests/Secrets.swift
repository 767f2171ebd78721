/// The credentials of the accounts under test.
enum Secrets {
    static let apiKey = "sk_test_0123456789abcdef"
    static let webhook = "whsec_0123456789abcdef"
    static let access = "access_0123456789abcdef"
    static let publicKey = "public_0123456789abcdef"
}
