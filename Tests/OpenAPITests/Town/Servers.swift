/// Where the documents say that everybody is.
enum Servers {
    static let smsPay = "https://api.smspaybd.com"
    static let pay2Local = "https://api.pay2local.com/api/v1"
    static let ours = "http://127.0.0.1:8080"

    /// The merchant's own system; no file names it.
    static let merchant = "https://shop.example"
}
