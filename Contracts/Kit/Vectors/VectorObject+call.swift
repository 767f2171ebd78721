import PaymentIntents

extension VectorObject {
    /// The member `call`: an object with one member, which names the operation.
    func call() throws(ContractViolation) -> ProviderCall {
        let place = "\(place), call"
        let call = try VectorObject(self["call"], at: place, optional: ["create", "query", "list", "balance"])
        switch call.names {
        case ["create"]: return .create(try call.order())
        case ["query"]: return .query(try call.lookup("query"))
        case ["list"]:
            return .list(page: try VectorObject(call["list"], at: place, required: ["page"]).integer("page"))
        case ["balance"]:
            _ = try VectorObject(call["balance"], at: place)
            return .balance
        default: throw wrong("call", due: "one of create, query, list, balance")
        }
    }

    /// The member `create`: what is ordered.
    private func order() throws(ContractViolation) -> PaymentOrder {
        let order = try VectorObject(
            self["create"],
            at: "\(place), create",
            required: ["paymentID", "kind", "amount", "reference"],
            optional: ["method", "payee", "expiresIn", "returnURLs"]
        )
        return PaymentOrder(
            paymentID: try order.value("paymentID", due: "pay_ and 36 digits") { PaymentID($0) },
            kind: try order.word("kind"),
            amount: try order.money("amount"),
            reference: try order.text("reference"),
            method: try order.optionalText("method").map { PaymentMethod(rawValue: $0) },
            payee: try order.optionalValue("payee", due: "a wallet number") { MSISDN($0) },
            expiresIn: order["expiresIn"] == nil ? nil : .seconds(try order.integer("expiresIn")),
            returnURLs: try order.returnURLs()
        )
    }

    private func returnURLs() throws(ContractViolation) -> ReturnURLs {
        guard self["returnURLs"] != nil else { return ReturnURLs() }
        let names = ["success", "failure", "cancel", "expired"]
        let urls = try VectorObject(self["returnURLs"], at: "\(place), returnURLs", optional: names)
        func url(_ name: String) throws(ContractViolation) -> WebURL? {
            try urls.optionalValue(name, due: "an http or https URL") { WebURL($0) }
        }
        return ReturnURLs(
            success: try url("success"),
            failure: try url("failure"),
            cancel: try url("cancel"),
            expired: try url("expired")
        )
    }
}
