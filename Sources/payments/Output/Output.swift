import PaymentGateway
import PaymentIntents

/// Prints results to standard output.
struct Output {
    private let format: OutputFormat

    init(_ format: OutputFormat) {
        self.format = format
    }

    /// One payment.
    func print(_ payment: Payment) {
        switch format {
        case .text: Swift.print(PaymentText(payment: payment).card)
        case .json: Swift.print(JSONText.of(PaymentDocument(payment)))
        }
    }

    /// Several payments: a table, or one object a line.
    func print(_ payments: [Payment]) {
        print(
            payments.map(PaymentDocument.init),
            table: ["payment", "status", "amount", "kind", "reference", "provider"],
            rows: payments.map { PaymentText(payment: $0).row }
        )
    }

    /// The history of a payment: a table, or one object a line.
    func print(_ history: [HistoryEntry]) {
        print(history.map(HistoryDocument.init), table: HistoryText.header, rows: history.map(HistoryText.row))
    }

    /// A list: a table, or one object a line.
    func print(_ documents: [some Encodable], table header: [String], rows: [[String]]) {
        switch format {
        case .text: for line in Table.lines(header, rows) { Swift.print(line) }
        case .json: for document in documents { Swift.print(JSONText.of(document)) }
        }
    }

    /// One result of another form.
    func print(_ document: some Encodable, text: @autoclosure () -> String) {
        switch format {
        case .text: Swift.print(text())
        case .json: Swift.print(JSONText.of(document))
        }
    }
}
