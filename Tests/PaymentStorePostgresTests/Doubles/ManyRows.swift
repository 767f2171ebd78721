/// Rows as years of payments leave them: most are done with, a few wait for something.
enum ManyRows {
    /// Fills the tables of a schema, half of it with either environment, and has the planner look at them.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - count: How many payments.
    /// - Throws: What the server says.
    static func fill(_ schema: String, count: Int) throws {
        let insertions = [payments, progress, history, inbox, notifications]
            .map { $0.replacing("COUNT", with: "\(count)") }
        try LiveServer.run(["SET LOCAL search_path = \(schema)"] + insertions, patience: .seconds(7200))
        let tables = [
            "payment", "progress", "history", "inbox", "notification", "retention", "probe", "schema_version",
        ]
        for table in tables { try LiveServer.run(["ANALYZE \(schema).\(table)"], patience: .seconds(600)) }
    }

    private static let environment = "CASE WHEN n % 2 = 0 THEN 'sandbox' ELSE 'live' END"
    private static let account = "CASE WHEN n % 3 = 0 THEN 'wallets' WHEN n % 3 = 1 THEN 'agents' ELSE 'banks' END"
    private static let id = "'pay_' || lpad(to_hex(n), 10, '0') || substr(md5(n::text), 1, 26)"

    private static let payments = """
        INSERT INTO payment
            (environment, id, kind, amount, currency, reference, idempotency_key, is_key_chosen, recorded_at,
            provider_reference, account, adapter, provider_payment_id)
        SELECT \(environment), \(id), 'deposit', 50000, 'BDT', 'ORDER-' || n, 'ORDER-' || n, false, 1777975200000 + n,
            'ORDER-' || n, \(account), 'sms-pay', md5(n::text)::uuid::text
        FROM generate_series(1, COUNT) AS n
        """

    private static let progress = """
        INSERT INTO progress
            (number, environment, id, creation, fence, transaction_id, claims, is_success_announced, status, sequence,
            updated_at, next_query_at, queries_without_news)
        SELECT number, environment, id, 'created', 1, md5((number + 1)::text), 4, true,
            CASE WHEN number % 20 = 0 THEN 'pending' WHEN number % 20 = 1 THEN 'expired' ELSE 'succeeded' END, 3,
            recorded_at + 60000, CASE WHEN number % 50 = 0 THEN recorded_at END, 0
        FROM payment
        """

    private static let history = """
        INSERT INTO history
        SELECT number, line, 1777975200000 + number, 'callback', 'succeeded', 'signed', 'succeeded',
            '{"rawStatus":"payment.paid","transactionID":"' || md5(number::text) || '"}'
        FROM payment, generate_series(1, 3) AS line
        """

    private static let inbox = """
        INSERT INTO inbox
            (number, environment, account, body_hash, received_at, copies, headers, body, weight, state, payment, trust,
            is_hint, awaited_id)
        SELECT nextval('inbox_number'), environment, account, md5(number::text) || md5(id), 1777975260000 + number, 1,
            '[["Content-Type","application/json"],["X-Signature","sha256=' || md5(id) || md5(reference) || '"]]',
            convert_to('{"event":"payment.paid","data":{"payment_intent_id":"' || provider_payment_id
                || '","amount":"500","currency":"BDT","customer_reference":"' || reference || '"}}', 'UTF8'),
            CASE WHEN number % 500 = 0 THEN 1 ELSE 3 END, CASE WHEN number % 500 = 0 THEN 'unmatched' ELSE 'absorbed' END,
            CASE WHEN number % 500 = 0 THEN NULL ELSE number END, 'signed', false,
            CASE WHEN number % 500 = 0 THEN 'unknown-' || number END
        FROM payment ORDER BY number
        """

    private static let notifications = """
        INSERT INTO notification
            (environment, payment, sequence, status, at, body, state, due_at, attempts, fence)
        SELECT environment, number, line, 'succeeded', 1777975260000 + number, repeat('b', 480), CASE WHEN number % 500 = 0 THEN 'dead'
                WHEN number % 100 = 0 THEN 'pending' ELSE 'delivered' END,
            CASE WHEN number % 500 <> 0 AND number % 100 = 0 AND line = 0 THEN 1777975260000 + number END, 1, 1
        FROM payment, generate_series(0, 3, 3) AS line ORDER BY number
        """
}
