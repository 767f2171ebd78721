// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "poishapay",
    platforms: [.macOS(.v26)],
    products: [.library(name: "PoishaPay", targets: ["PoishaPay"])],
    dependencies: [
        // A package that lies elsewhere names the address and a version here.
        .package(name: "swift-payment-intents", path: "../.."),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "PoishaPay",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "PaymentIntents", package: "swift-payment-intents"),
                .product(name: "StrictJSON", package: "swift-payment-intents"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PoishaPayTests",
            dependencies: [
                "PoishaPay",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "PaymentContracts", package: "swift-payment-intents"),
                .product(name: "PaymentGateway", package: "swift-payment-intents"),
                .product(name: "PaymentIntents", package: "swift-payment-intents"),
                .product(name: "StrictJSON", package: "swift-payment-intents"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
