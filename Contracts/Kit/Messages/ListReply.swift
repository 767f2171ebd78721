/// How a provider writes a page of payments.
public struct ListReply: Sendable {
    private let written: @Sendable (_ payments: [MessageJSON], _ page: Int, _ hasMore: Bool) -> MessageJSON

    /// Describes how a page is written.
    ///
    /// - Parameter write: Makes the answer of payments, each as the answer to a query shows it, the number of the page
    ///   from 1, and whether another page follows. An empty page with more to come is a contradiction that providers
    ///   have been seen to make.
    public init(write: @escaping @Sendable (_ payments: [MessageJSON], _ page: Int, _ hasMore: Bool) -> MessageJSON) {
        written = write
    }

    /// Writes a page.
    ///
    /// - Parameters:
    ///   - payments: The payments.
    ///   - page: The number of the page.
    ///   - hasMore: Whether another page follows.
    /// - Returns: The answer.
    public func page(_ payments: [MessageJSON], number page: Int = 1, hasMore: Bool = false) -> MessageJSON {
        written(payments, page, hasMore)
    }
}
