import BuiltInContracts
import Foundation
@testable import PaymentContracts
import PaymentIntents
import Testing

@Suite("The vectors of our own adapters")
struct VectorSampleTests {
    private static let root = BuiltInVectors.folder.deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        "each sample of a provider's documents is the body of one, word for word",
        arguments: [("SMSPay", "smspay"), ("Pay2Local", "pay2local")]
    )
    func samples(_ provider: String, _ adapter: String) throws {
        let folder = Self.root.appending(path: "Providers/\(provider)/Fixtures")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        try #require(!names.isEmpty)
        let vectors = try VectorReader.vectors(
            in: try VectorFile.files(in: BuiltInVectors.folder.appending(path: adapter)),
            of: adapter
        )
        let bodies = Set(vectors.compactMap(\.body))
        for name in names {
            var sample = Array(try Data(contentsOf: folder.appending(path: name)))
            if sample.last == UInt8(ascii: "\n") { sample.removeLast() }
            #expect(bodies.contains(sample), "\(name)")
        }
    }

    @Test("both adapters have at least 120")
    func count() throws {
        for subject in [try SMSPaySubject(), try Pay2LocalSubject()] as [any AdapterSubject] {
            #expect(try VectorReader.vectors(in: subject.vectors, of: subject.name).count >= 120)
        }
    }

    @Test("a folder that is not there has none, and the rules do not apply")
    func noFolder() async throws {
        let subject = try SMSPaySubject(vectorsIn: Self.root.appending(path: "no-such-folder"))
        #expect(subject.vectors.isEmpty)
        for rule in VectorRules.all {
            let needs = try #require(rule.requirement?.name)
            #expect(needs.contains("vectors"))
            #expect(await rule.verdict(on: subject) == .notApplicable(needs: needs))
        }
    }
}

extension Vector {
    /// What was received.
    fileprivate var body: [UInt8]? {
        switch given {
        case .request: nil
        case .reply(let reply): reply.response.body
        case .callback(let callback): callback.callback.body
        }
    }
}
