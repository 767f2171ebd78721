import Tracing

/// Spans around what takes time, for whatever tracer the program has installed. Without one nothing is done.
///
/// Attributes name accounts, operations, payments and results: never what a provider or a customer wrote.
struct Spans: Sendable {
    private let tracer: (any Tracer)?

    init(_ tracer: any Tracer) {
        self.tracer = tracer is NoOpTracer ? nil : tracer
    }

    /// Does a piece of work inside a span.
    ///
    /// - Parameters:
    ///   - name: The span's name.
    ///   - kind: Whether we serve or call.
    ///   - attributes: What is known beforehand.
    ///   - result: What is known afterwards, as the attribute `payments.result`.
    ///   - work: The work.
    /// - Returns: What the work returns.
    func span<Value: Sendable>(
        _ name: String,
        _ kind: SpanKind,
        _ attributes: @autoclosure () -> [String: String],
        result: (Value) -> String,
        _ work: () async -> Value
    ) async -> Value {
        guard let tracer else { return await work() }
        return await tracer.withSpan(name, ofKind: kind) { span in
            for (key, value) in attributes() { span.attributes[key] = value }
            let value = await work()
            span.attributes["payments.result"] = result(value)
            return value
        }
    }
}
