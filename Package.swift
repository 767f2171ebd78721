// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The settings of the few modules that touch C: every unsafe expression is marked where it stands.
let settingsBesideC: [SwiftSetting] = settings + [.strictMemorySafety()]

/// Homebrew keeps simdjson where only pkg-config finds it. Debian keeps it where every compiler looks, and its pkg-config
/// file has a flag that SwiftPM warns about.
#if os(macOS)
    let simdjsonPackage: String? = "simdjson"
#else
    let simdjsonPackage: String? = nil
#endif

/// What talks HTTP to a simulator.
let simulatorTestPackages: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]

let package = Package(
    name: "swift-payment-intents",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "PaymentIntents", targets: ["PaymentIntents"]),
        .library(name: "PaymentGateway", targets: ["PaymentGateway"]),
        .library(name: "PaymentStoreSQLite", targets: ["PaymentStoreSQLite"]),
        .library(name: "PaymentStorePostgres", targets: ["PaymentStorePostgres"]),
        .library(name: "PaymentServer", targets: ["PaymentServer"]),
        .library(name: "SMSPay", targets: ["SMSPay"]),
        .library(name: "Pay2Local", targets: ["Pay2Local"]),
        .library(name: "SMSPaySimulator", targets: ["SMSPaySimulator"]),
        .library(name: "Pay2LocalSimulator", targets: ["Pay2LocalSimulator"]),
        .library(name: "PaymentContracts", targets: ["PaymentContracts"]),
        .library(name: "PaymentStoreContracts", targets: ["PaymentStoreContracts"]),
        .library(name: "StrictJSON", targets: ["StrictJSON"]),
        .library(name: "Signatures", targets: ["Signatures"]),
        .executable(name: "payments", targets: ["payments"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The centre: no I/O.
        .systemLibrary(
            name: "COpenSSL",
            path: "Sources/COpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .target(name: "Signatures", dependencies: ["COpenSSL"], swiftSettings: settingsBesideC),
        .systemLibrary(
            name: "CSimdJSONLibrary",
            path: "Sources/CSimdJSONLibrary",
            pkgConfig: simdjsonPackage,
            providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]
        ),
        .target(
            name: "CSimdJSON",
            dependencies: ["CSimdJSONLibrary"],
            linkerSettings: [.linkedLibrary("simdjson")]
        ),
        .target(name: "StrictJSON", dependencies: ["CSimdJSON"], swiftSettings: settingsBesideC),
        .target(
            name: "PaymentIntents",
            dependencies: [
                "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),

        // The providers.
        .target(
            name: "SMSPay",
            dependencies: [
                "PaymentIntents", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Providers/SMSPay/Adapter",
            swiftSettings: settings
        ),
        .target(
            name: "Pay2Local",
            dependencies: [
                "PaymentIntents", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Providers/Pay2Local/Adapter",
            swiftSettings: settings
        ),
        .target(
            name: "ProviderSimulation",
            dependencies: [
                "HTTPDecoders", "Signatures",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Providers/Simulation",
            swiftSettings: settings
        ),
        .target(
            name: "SMSPaySimulator",
            dependencies: [
                "ProviderSimulation",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Providers/SMSPay/Simulator",
            swiftSettings: settings
        ),
        .target(
            name: "Pay2LocalSimulator",
            dependencies: [
                "ProviderSimulation",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Providers/Pay2Local/Simulator",
            swiftSettings: settings
        ),

        // The contracts: rules for every adapter and every store, and our adapters as subjects.
        .target(
            name: "PaymentContracts",
            dependencies: [
                "PaymentIntents", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Contracts/Kit",
            swiftSettings: settings
        ),
        .target(
            name: "BuiltInContracts",
            dependencies: [
                "Pay2Local", "Pay2LocalSimulator", "PaymentContracts", "PaymentIntents", "ProviderSimulation", "SMSPay",
                "SMSPaySimulator", "Signatures",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Contracts/BuiltIn",
            swiftSettings: settings
        ),

        .target(
            name: "PaymentStoreContracts",
            dependencies: [
                "PaymentContracts", "PaymentGateway", "PaymentIntents", "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Contracts/StoreKit",
            swiftSettings: settings
        ),

        // The engine and what is put around it.
        .target(
            name: "HTTPDecoders",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "PaymentGateway",
            dependencies: [
                "HTTPDecoders", "PaymentIntents", "Signatures", "StrictJSON",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .systemLibrary(
            name: "CSQLite",
            path: "Sources/CSQLite",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .target(
            name: "PaymentStoreSQLite",
            dependencies: [
                "CSQLite", "PaymentGateway", "PaymentIntents", "StrictJSON",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .systemLibrary(
            name: "CLibPQ",
            path: "Sources/CLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]
        ),
        .target(
            name: "PaymentStorePostgres",
            dependencies: [
                "CLibPQ", "PaymentGateway", "PaymentIntents", "StrictJSON",
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settingsBesideC
        ),
        .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
        .target(
            name: "PaymentServer",
            dependencies: [
                "CMalloc", "HTTPDecoders", "PaymentGateway", "PaymentIntents", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "payments",
            dependencies: [
                "BuiltInContracts", "Pay2Local", "Pay2LocalSimulator", "PaymentContracts", "PaymentGateway",
                "PaymentIntents", "PaymentServer", "PaymentStorePostgres", "PaymentStoreSQLite", "ProviderSimulation",
                "SMSPay", "SMSPaySimulator", "Signatures", "StrictJSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        // The tests.
        .testTarget(name: "SignaturesTests", dependencies: ["Signatures", "StrictJSON"], swiftSettings: settings),
        .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"], swiftSettings: settings),
        .testTarget(
            name: "PaymentIntentsTests",
            dependencies: [
                "PaymentIntents", "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SMSPayTests",
            dependencies: [
                "PaymentIntents", "SMSPay", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "Pay2LocalTests",
            dependencies: [
                "Pay2Local", "PaymentIntents", "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SMSPaySimulatorTests",
            dependencies: ["ProviderSimulation", "SMSPaySimulator", "Signatures"] + simulatorTestPackages,
            swiftSettings: settings
        ),
        .testTarget(
            name: "Pay2LocalSimulatorTests",
            dependencies: ["Pay2LocalSimulator", "ProviderSimulation", "Signatures"] + simulatorTestPackages,
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentGatewayTests",
            dependencies: [
                "Pay2Local", "PaymentGateway", "PaymentIntents", "PaymentStoreSQLite", "SMSPay", "Signatures",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentStoreSQLiteTests",
            dependencies: [
                "PaymentGateway", "PaymentIntents", "PaymentStoreSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentServerTests",
            dependencies: [
                "Pay2Local", "PaymentGateway", "PaymentIntents", "PaymentServer", "PaymentStoreSQLite", "SMSPay",
                "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentsTests",
            dependencies: [
                "ProviderSimulation", "Signatures",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentContractsTests",
            dependencies: [
                "BuiltInContracts", "Pay2Local", "PaymentContracts", "PaymentIntents", "PaymentStoreContracts",
                "SMSPay", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaymentStoreContractTests",
            dependencies: [
                "PaymentContracts", "PaymentGateway", "PaymentIntents", "PaymentStoreContracts", "PaymentStoreSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "EngineSimulation",
            dependencies: [
                "Pay2Local", "Pay2LocalSimulator", "PaymentGateway", "PaymentIntents", "PaymentStoreSQLite",
                "ProviderSimulation", "SMSPay", "SMSPaySimulator", "Signatures", "StrictJSON",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Simulation",
            exclude: ["README.md"],
            swiftSettings: settings
        ),
        .testTarget(name: "SimulationTests", dependencies: ["EngineSimulation"], swiftSettings: settings),
        .testTarget(
            name: "ReadmeTests",
            dependencies: [
                "Pay2Local", "PaymentGateway", "PaymentIntents", "PaymentStoreSQLite", "SMSPay", "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OpenAPITests",
            dependencies: [
                "Pay2Local", "Pay2LocalSimulator", "PaymentGateway", "PaymentIntents", "PaymentServer",
                "PaymentStoreSQLite", "ProviderSimulation", "SMSPay", "SMSPaySimulator", "Signatures", "StrictJSON",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)

// What `make bench` builds. It stands in nobody else's way: without the variable there are no such targets.
if Context.environment["PAYMENTS_BENCHMARKS"] == "1" {
    package.targets += [
        .executableTarget(
            name: "CallbackBenchmark",
            dependencies: [
                "Pay2Local", "PaymentIntents", "SMSPay", "Signatures", "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Benchmarks/Callbacks",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "HTTPBenchmark",
            dependencies: [
                "Pay2Local", "PaymentGateway", "PaymentIntents", "PaymentServer", "PaymentStorePostgres",
                "PaymentStoreSQLite", "SMSPay", "Signatures",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Benchmarks/HTTP",
            swiftSettings: settings
        ),
    ]
}

// What `make simulate` builds.
if Context.environment["PAYMENTS_SIMULATION"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "simulate-engine",
            dependencies: ["EngineSimulation"],
            path: "Tests/SimulationRun",
            swiftSettings: settings
        )
    )
}

// What needs a PostgreSQL server. `.ci/postgres run` starts one and names it; without the variable there is no such target,
// so that everything else can be built and tested where there is no server.
if Context.environment["PAYMENTS_POSTGRES"] != nil {
    package.targets.append(
        .testTarget(
            name: "PaymentStorePostgresTests",
            dependencies: [
                "PaymentContracts", "PaymentGateway", "PaymentIntents", "PaymentStoreContracts", "PaymentStorePostgres",
                "Signatures",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        )
    )
}
