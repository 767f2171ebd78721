import CLibPQ

extension Session {
    /// Sends statements together, and waits for all answers.
    ///
    /// The first one that fails ends the journey: the server leaves out those behind it. Statements without a `BEGIN` in
    /// front of them are one transaction.
    ///
    /// - Parameters:
    ///   - statements: The statements.
    ///   - deadline: When to give the connection up.
    /// - Returns: What each one gave.
    /// - Throws: `SessionError`.
    func run(_ statements: [Statement], until deadline: ContinuousClock.Instant) throws(SessionError) -> [Rows] {
        guard !isBroken else { throw .lost }
        var answers: [Answer] = []
        var names = prepared
        for statement in statements {
            if names[statement.sql] == nil {
                let name = try prepare(statement)
                names[statement.sql] = name
                answers.append(.preparation(statement.sql, name))
            }
            try send(statement, name: names[statement.sql] ?? "")
            answers.append(.rows)
        }
        guard unsafe PQpipelineSync(connection) == 1 else { throw broken() }
        return try receive(answers, until: deadline)
    }

    private enum Answer {
        case preparation(_ sql: String, _ name: String)
        case rows
    }

    private func receive(
        _ answers: [Answer],
        until deadline: ContinuousClock.Instant
    ) throws(SessionError) -> [Rows] {
        var rows: [Rows] = []
        var refusal: SessionError?
        for answer in answers {
            guard let result = unsafe try next(until: deadline) else { throw broken() }
            let taken = unsafe Rows(result)
            // One answer, and then nothing, which ends it.
            guard unsafe try next(until: deadline) == nil else { throw broken() }
            guard refusal == nil else { continue }
            guard unsafe [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result)) else {
                refusal = try failure(taken)
                continue
            }
            switch answer {
            case .preparation(let sql, let name): prepared[sql] = name
            case .rows: rows.append(taken)
            }
        }
        // Everything is said. Should the end not come, the next use would find out.
        if let end = unsafe try? next(until: deadline) { unsafe PQclear(end) } else { isBroken = true }
        if let refusal { throw refusal }
        return rows
    }

    /// A server that says goodbye has not merely refused a statement, and what libpq says itself has no severity.
    private func failure(_ answer: Rows) throws(SessionError) -> SessionError {
        guard answer.field(.severity) == "ERROR" else { throw broken() }
        return .refused(state: answer.field(.state) ?? "", constraint: answer.field(.constraint))
    }

    private func next(until deadline: ContinuousClock.Instant) throws(SessionError) -> OpaquePointer? {
        while unsafe PQisBusy(connection) == 1 { try wait(until: deadline) }
        let result = unsafe PQgetResult(connection)
        guard unsafe PQstatus(connection) == CONNECTION_OK else {
            unsafe PQclear(result)
            throw broken()
        }
        return unsafe result
    }

    private func prepare(_ statement: Statement) throws(SessionError) -> String {
        names += 1
        let name = "s\(names)"
        let types = statement.values.map(\.typeID)
        guard unsafe PQsendPrepare(connection, name, statement.sql, CInt(clamping: types.count), types) == 1 else {
            throw broken()
        }
        return name
    }

    private func send(_ statement: Statement, name: String) throws(SessionError) {
        var buffer: [UInt8] = []
        var starts: [Int?] = []
        var lengths: [CInt] = []
        for value in statement.values {
            let start = buffer.count
            starts.append(value.append(to: &buffer) ? start : nil)
            lengths.append(CInt(clamping: buffer.count - start))
        }
        // A place without bytes needs an address all the same, or it would be a null.
        buffer.append(0)
        let count = CInt(clamping: starts.count)
        let formats = [CInt](repeating: 1, count: starts.count)
        let isSent = unsafe buffer.withUnsafeBytes { bytes in
            let places = unsafe starts.map { start in
                unsafe start.flatMap { unsafe bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return unsafe PQsendQueryPrepared(connection, name, count, places, lengths, formats, 1) == 1
        }
        guard isSent else { throw broken() }
    }
}
