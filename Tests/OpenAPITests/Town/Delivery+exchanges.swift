import HTTPTypes
import PaymentIntents
import ProviderSimulation

extension Delivery {
    /// The callback as its provider's file describes it, and as ours does. One that was not answered is neither.
    ///
    /// - Parameters:
    ///   - file: the provider's file.
    ///   - account: the account whose endpoint it went to.
    /// - Returns: two exchanges, or none.
    func exchanges(_ file: String, to account: String) -> [Exchange] {
        guard case .answered(let answer) = result else { return [] }
        let request = ProviderRequest(
            method: .post,
            url: "\(Servers.ours)/callbacks/\(account)",
            headers: callback.headers,
            body: callback.body
        )
        let response = ProviderResponse(status: answer.status, body: answer.body)
        // Pay2Local has one callback, SMS Pay one for each event.
        let webhook = file == "pay2local.yaml" ? "paymentCallback" : callback.event
        let theirs = Exchange(
            file: file,
            request: request,
            response: response,
            knowsAnswerHeaders: false,
            subject: .webhook(named: webhook)
        )
        let ours = Exchange(
            file: "callbacks.yaml",
            request: request,
            response: response,
            knowsAnswerHeaders: false,
            subject: .callback
        )
        return [theirs, ours]
    }
}
