extension AdapterPackage {
    /// `Package.swift`.
    var manifest: String {
        """
        // swift-tools-version: 6.2

        import PackageDescription

        let settings: [SwiftSetting] = [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .treatAllWarnings(as: .error),
        ]

        let package = Package(
            name: "\(name)",
            platforms: [.macOS(.v26)],
            products: [.library(name: "\(module)", targets: ["\(module)"])],
            dependencies: [
                \(project.dependency),
                .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
            ],
            targets: [
                .target(
                    name: "\(module)",
                    dependencies: [
                        .product(name: "HTTPTypes", package: "swift-http-types"),
                        .product(name: "PaymentIntents", package: "\(project.identity)"),
                        .product(name: "StrictJSON", package: "\(project.identity)"),
                    ],
                    swiftSettings: settings
                ),
                .testTarget(
                    name: "\(module)Tests",
                    dependencies: [
                        "\(module)",
                        .product(name: "HTTPTypes", package: "swift-http-types"),
                        .product(name: "PaymentContracts", package: "\(project.identity)"),
                        .product(name: "PaymentIntents", package: "\(project.identity)"),
                    ],
                    swiftSettings: settings
                ),
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }
}
