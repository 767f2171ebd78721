public import Foundation
import Pay2Local
public import PaymentContracts
public import PaymentIntents

/// Pay2Local, for the rules: what its pages say, and a simulator as its far end.
///
/// The pages do not say what is signed. Here it is the raw body for the header, as the simulator signs, and the listed
/// fields for the body's own signature. ``signingFields()`` is an account that goes by the latter alone.
public struct Pay2LocalSubject: AdapterSubject {
    /// `pay2local`.
    public let name = Pay2LocalAdapter.name

    /// The project's version.
    public let version = BuiltInVersion.current

    /// `pay2local`, or `pay2local (fields)` for an account that goes by the body's own signature alone.
    public var title: String { signature == .fields ? "\(name) (fields)" : name }

    private let signature: Pay2LocalWire.Signature

    /// What Pay2Local sends.
    public let wire: ProviderWire

    /// The vectors in `Contracts/Vectors/pay2local`.
    public let vectors: [VectorFile]

    /// Takes the vectors.
    ///
    /// - Parameter vectors: The files; none, and the rules about them do not apply.
    /// - Throws: When a sample is not JSON.
    public init(vectors: [VectorFile]) throws {
        try self.init(.rawBodyAndFields, vectors: vectors)
    }

    private init(_ signature: Pay2LocalWire.Signature, vectors: [VectorFile]) throws {
        self.signature = signature
        wire = try Pay2LocalWire.messages(signature)
        self.vectors = vectors
    }

    /// An account whose callbacks are signed inside the body, over the listed fields. The others are not signed.
    ///
    /// - Returns: The subject. It has no vectors: each of those brings its own configuration.
    /// - Throws: When a sample is not JSON.
    public static func signingFields() throws -> Pay2LocalSubject {
        try Pay2LocalSubject(.fields, vectors: [])
    }

    /// Takes the vectors of a folder.
    ///
    /// - Parameter folder: The folder that has one folder for each adapter; the checkout's when not given.
    /// - Throws: When a file cannot be read, or a sample is not JSON.
    public init(vectorsIn folder: URL = BuiltInVectors.folder) throws {
        try self.init(vectors: try VectorFile.files(in: folder.appending(path: Pay2LocalAdapter.name)))
    }

    /// Pay2Local's pages ‘Deposit’, ‘Withdraw’, ‘Payment Status’ and ‘Balance’.
    public var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit, .withdrawal],
            methods: [.bkash, .nagad, .rocket, .upay],
            currencies: [.bdt],
            takesFractions: true,
            operations: [.create, .query, .balance],
            isCreationIdempotent: false,
            claimsByQueryOnly: []
        )
    }

    /// The keys that Pay2Local issues, and what its pages leave to the account.
    ///
    /// - Parameter setup: The account.
    /// - Returns: The values by key.
    public func settings(_ setup: AdapterSetup) -> [String: SettingValue] {
        [
            "baseURL": .text(setup.baseURL + "/api/v1"),
            "accessKey": .text(Self.accessKey(setup)),
            "publicKey": .text(Self.publicKey(setup)),
            "returnURL": .text("https://shop.example/back"),
            "serviceType": .text("p2p_agent"),
            "callbackTrust": .text(setup.trust.rawValue),
            "signatureKeys": .list(setup.callbackKeys),
            "headerSignature": .text(signature == .fields ? "off" : "rawBody"),
            "bodySignature": .text("fields"),
            "signedFields": .list(Pay2LocalWire.signedFields),
        ]
    }

    /// Makes the adapter from its configuration.
    ///
    /// - Parameter settings: The keys of the account.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    public func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try Pay2LocalAdapter(settings: &settings)
    }

    /// Runs a piece of work against a simulated Pay2Local.
    ///
    /// - Parameters:
    ///   - setup: The account.
    ///   - work: What to do.
    /// - Throws: What the work throws.
    public func withFarEnd(
        _ setup: AdapterSetup,
        _ work: @Sendable (any FarEnd) async throws -> Void
    ) async throws {
        try await Pay2LocalFarEnd.open(setup, work)
    }

    static func accessKey(_ setup: AdapterSetup) -> String { "access-" + setup.credential }

    static func publicKey(_ setup: AdapterSetup) -> String { "public-" + setup.credential }
}
