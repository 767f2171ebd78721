/// The credentials of the town.
enum Keys {
    static let smsPay = "sk_test_0123456789abcdef"
    static let webhook = "whsec_0123456789abcdef"
    static let access = "access-0123456789abcdef"
    static let publicKey = "public-0123456789abcdef"
    static let api = "key_0123456789abcdef"
    static let notification = "notify-0123456789abcdef0123456789abcdef"
}
