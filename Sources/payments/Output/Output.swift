import PaymentGateway
import PaymentIntents
import StrictJSON

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
        case .json: Swift.print(PaymentDocument(payment).object.text)
        }
    }

    /// Several payments: a table, or one object a line.
    func print(_ payments: [Payment]) {
        print(
            json: payments.map { PaymentDocument($0).object.text },
            table: ["payment", "status", "amount", "kind", "reference", "provider"],
            rows: payments.map { PaymentText(payment: $0).row }
        )
    }

    /// The history of a payment: a table, or one object a line.
    func print(_ history: [HistoryEntry]) {
        print(
            json: history.map { HistoryDocument($0).object.text },
            table: HistoryText.header,
            rows: history.map(HistoryText.row)
        )
    }

    /// A list: a table, or one object a line.
    func print(_ documents: [some Encodable], table header: [String], rows: [[String]]) {
        print(json: documents.map { JSONText.of($0) }, table: header, rows: rows)
    }

    /// A list: a table, or one JSON text a line.
    func print(json lines: [String], table header: [String], rows: [[String]]) {
        switch format {
        case .text: for line in Table.lines(header, rows) { Swift.print(line) }
        case .json: for line in lines { Swift.print(line) }
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
