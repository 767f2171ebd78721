import Hummingbird

/// Which intents a list call asks for.
struct IntentListQuery: Sendable {
    let status: SimulatedIntentStatus?
    let page: Int
    let limit: Int

    /// Validates a query; `page` counts from 1, `limit` is 1 to 100 and 20 when absent.
    ///
    /// - Parameter parameters: the query's parameters.
    /// - Throws: a 400 that names what is wrong.
    init(_ parameters: Parameters) throws(SMSPayRefusal) {
        var complaints: [String] = []
        status = parameters["status"].flatMap { SimulatedIntentStatus(rawValue: String($0)) }
        if parameters["status"] != nil, status == nil { complaints.append("status must be a valid enum value") }
        let page = parameters["page"].map { Int($0) ?? 0 } ?? 1
        if !(1...1_000_000).contains(page) { complaints.append("page must not be less than 1") }
        let limit = parameters["limit"].map { Int($0) ?? 0 } ?? 20
        if !(1...100).contains(limit) { complaints.append("limit must be between 1 and 100") }
        guard complaints.isEmpty else { throw .badRequest(complaints) }
        self.page = page
        self.limit = limit
    }
}
