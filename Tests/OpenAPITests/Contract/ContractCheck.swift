import Foundation
import HTTPTypes
import PaymentIntents

/// Holds exchanges against a file, and counts the documented answers that were seen.
struct ContractCheck {
    let file: ContractFile
    private(set) var seenAnswers: Set<String> = []
    private(set) var problems: [String] = []

    init(_ file: ContractFile) {
        self.file = file
    }

    /// Holds one exchange against the file.
    ///
    /// - Throws: ``SchemaError`` when a schema of the file cannot be used.
    mutating func check(_ exchange: Exchange) throws {
        guard let operation = operation(of: exchange) else {
            problems.append("\(file.name): \(exchange.request) is not documented")
            return
        }
        if case .wrong = exchange.subject {
        } else {
            try checkRequest(exchange.request, operation, ignoresOtherHeaders: exchange.subject == .callback)
        }
        guard let response = exchange.response else { return }
        let key = "\(operation.id) \(response.status)"
        guard let answer = operation.answers[String(response.status)] else {
            problems.append("\(file.name) \(key): the status is not documented")
            return
        }
        seenAnswers.insert(key)
        if exchange.knowsAnswerHeaders { try check(answer.headers, key) { Self.value(of: $0, in: response.headers) } }
        let type = exchange.knowsAnswerHeaders ? response.headers[.contentType] : "application/json"
        guard !answer.content.isEmpty else {
            // Nobody reads what a merchant answers beyond what is documented.
            if !operation.isWebhook, !response.body.isEmpty { note(key, "has a body, and none is documented") }
            return
        }
        try check(response.body, of: type, answer.content, key)
    }

    private func operation(of exchange: Exchange) -> Operation? {
        switch exchange.subject {
        case .wrong(let id): return file.operations.first { $0.id == id }
        case .webhook(let name): return file.operations.first { $0.isWebhook && $0.path == name }
        case .documented, .callback:
            guard let segments = Self.segments(of: exchange.request, behind: file.server) else { return nil }
            return file.operations.first { operation in
                !operation.isWebhook && operation.method == exchange.request.method.rawValue
                    && Self.values(in: segments, of: operation.path) != nil
            }
        }
    }

    mutating func check(
        _ parameters: [Parameter],
        _ key: String,
        _ value: (Parameter) -> String?
    ) throws {
        for parameter in parameters {
            guard let text = value(parameter) else {
                if parameter.isRequired { note(key, "\(parameter.place) \(parameter.name): is missing") }
                continue
            }
            // A number travels as text here.
            let isNumber = text.wholeMatch(of: /-?[0-9]+/) != nil
            let readings = (isNumber ? [JSON.number(token: text)].compactMap(\.self) : []) + [.string(text)]
            let found = try readings.map {
                try file.validator.problems(
                    in: $0,
                    against: parameter.schema,
                    at: "\(parameter.place) \(parameter.name)"
                )
            }
            for problem in found.min(by: { $0.count < $1.count }) ?? [] { note(key, "\(problem)") }
        }
    }

    mutating func check(
        _ body: [UInt8],
        of type: String?,
        _ content: [String: MediaType],
        _ key: String
    ) throws {
        let essence = type?.prefix { $0 != ";" }.lowercased() ?? "no content type"
        guard let media = content[essence] else { return note(key, "the content type \(essence) is not documented") }
        guard let schema = media.schema else { return }
        do {
            for problem in try file.validator.problems(in: try JSON(body), against: schema) { note(key, "\(problem)") }
        } catch let error as SchemaError {
            throw error
        } catch {
            note(key, "the body is \(error)")
        }
    }

    mutating func note(_ key: String, _ problem: String) {
        problems.append("\(file.name) \(key) \(problem)")
    }
}
