// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let assets: Target.Dependency = "Assets"
let disk: Target.Dependency = "Disk"
let domain: Target.Dependency = "Domain"
let cBuild: Target.Dependency = "CBuild"
let cFaultVFS: Target.Dependency = "CFaultVFS"
let cMark: Target.Dependency = "CMark"
let cPasswords: Target.Dependency = "CPasswords"
let cSeccomp: Target.Dependency = "CSeccomp"
let cZlib: Target.Dependency = "CZlib"
let markdown: Target.Dependency = "Markdown"
let gitHub: Target.Dependency = "GitHub"
let storage: Target.Dependency = "Storage"
let web: Target.Dependency = "Web"
let webPush: Target.Dependency = "WebPush"
let cProcess: Target.Dependency = "CProcess"
let outgoingHTTP: Target.Dependency = "OutgoingHTTP"
let runnerLink: Target.Dependency = "RunnerLink"
let runner: Target.Dependency = "Runner"
let runs: Target.Dependency = "Runs"
let sandbox: Target.Dependency = "Sandbox"
let egressProxy: Target.Dependency = "EgressProxy"
let demoAgent: Target.Dependency = "DemoAgent"
let server: Target.Dependency = "Server"
let testSupport: Target.Dependency = "TestSupport"
let threads: Target.Dependency = "Threads"
let titles: Target.Dependency = "Titles"

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

// The scripts set it. A change of it compiles one small file again, and nothing else.
let commit = (Context.environment["LODESTONE_COMMIT"] ?? "").filter { $0.isLetter || $0.isNumber || $0 == "-" }

// Linux only: the server relies on Glibc, and agents on bubblewrap and seccomp. Dependencies are pinned, so that a build
// never changes by itself.
let package = Package(
    name: "lodestone",
    products: [.executable(name: "lodestone", targets: ["lodestone"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .target(name: "Titles", swiftSettings: settings),
        // Common passwords, as bytes in the binary.
        .target(name: "CPasswords", exclude: ["LICENSE", "common-passwords.txt"]),
        .target(name: "Domain", dependencies: [cPasswords, titles], swiftSettings: settings),
        // What titles and previews cost; built by scripts/bench.
        .executableTarget(
            name: "measure-titles", dependencies: [titles], path: "benchmarks/titles", swiftSettings: settings),
        .target(name: "CBuild", cSettings: commit.isEmpty ? [] : [.define("LODESTONE_COMMIT", to: commit)]),
        .target(name: "Disk", swiftSettings: settings),
        .target(name: "Threads", dependencies: [nioPosix], swiftSettings: settings),
        .target(
            name: "Storage",
            dependencies: [
                disk, domain, threads, titles, coreMetrics, crypto, cryptoExtras, grdb, grdbSQLite, logging,
            ],
            resources: [.embedInCode("../../schema.sql")],
            swiftSettings: settings
        ),
        // The dashboard's style sheet, scripts and templates, and the API's description (openapi/), as bytes in the binary.
        .target(name: "Assets", exclude: ["Icons", "Scripts", "Styles", "Templates"]),
        .systemLibrary(
            name: "CMark",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Markdown", dependencies: [cMark], swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                assets, cZlib, domain, markdown, runnerLink, storage, threads, titles, webPush, coreMetrics, crypto,
                cryptoExtras, httpTypes, hummingbird, hummingbirdCore, logging, mustache, nioCore, nioHTTP1, nioSSL,
                nioTLS,
            ],
            swiftSettings: settings
        ),
        .target(name: "CProcess"),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .target(
            name: "Sandbox", dependencies: [cProcess, cSeccomp, cZlib, crypto, disk, domain, threads],
            swiftSettings: settings),
        .target(
            name: "EgressProxy", dependencies: [domain, threads, nioCore, nioHTTP1, nioPosix], swiftSettings: settings),
        .target(name: "DemoAgent", dependencies: [domain, titles], swiftSettings: settings),
        // What requests to other servers have in common.
        .target(name: "OutgoingHTTP", dependencies: [asyncHTTPClient, nioSSL], swiftSettings: settings),
        .target(
            name: "GitHub", dependencies: [domain, outgoingHTTP, threads, asyncHTTPClient, crypto, nioCore, nioHTTP1],
            swiftSettings: settings),
        .target(
            name: "WebPush",
            dependencies: [
                domain, egressProxy, outgoingHTTP, threads, asyncHTTPClient, crypto, nioCore, nioHTTP1,
            ],
            swiftSettings: settings
        ),
        // What a server and its runners say to each other.
        .target(name: "RunnerLink", dependencies: [domain], swiftSettings: settings),
        // Runs agents for a server on another machine, without a database.
        .target(
            name: "Runner",
            dependencies: [
                disk, domain, egressProxy, outgoingHTTP, runnerLink, sandbox, threads, asyncHTTPClient, logging,
                nioCore, nioHTTP1, nioSSL, serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Runs",
            dependencies: [
                disk, domain, egressProxy, runnerLink, sandbox, storage, threads, coreMetrics, logging,
                serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Server",
            dependencies: [
                cBuild, domain, gitHub, outgoingHTTP, runner, runnerLink, runs, sandbox, storage, threads, titles, web,
                webPush,
                asyncHTTPClient, configuration, coreMetrics, crypto, hummingbird, hummingbirdCore, logging, nioCore,
                nioHTTP1, nioPosix, nioSSL, serviceLifecycle, systemPackage,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "lodestone",
            dependencies: [
                demoAgent, domain, runner, server, argumentParser, coreMetrics, logging, nioCore, serviceLifecycle,
                unixSignals,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                domain, egressProxy, runnerLink, storage, web, webPush, asyncHTTPClient, crypto, httpTypes, hummingbird,
                hummingbirdTesting, logging, nioCore, nioHTTP1,
            ],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .testTarget(
            name: "DemoAgentTests", dependencies: [demoAgent, domain, testSupport], swiftSettings: settings),
        .testTarget(
            name: "GitHubTests", dependencies: [domain, gitHub, testSupport, httpTypes], swiftSettings: settings),
        .testTarget(name: "TitlesTests", dependencies: [titles, testSupport], swiftSettings: settings),
        .testTarget(name: "DomainTests", dependencies: [domain, testSupport], swiftSettings: settings),
        .testTarget(name: "MarkdownTests", dependencies: [markdown, testSupport], swiftSettings: settings),
        .testTarget(
            name: "WebPushTests",
            dependencies: [domain, egressProxy, webPush, testSupport, crypto],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RunsTests",
            dependencies: [
                disk, domain, egressProxy, runner, runnerLink, runs, sandbox, storage, testSupport, threads,
                coreMetrics,
                logging, serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SandboxTests", dependencies: [disk, domain, egressProxy, sandbox, testSupport, threads],
            swiftSettings: settings),
        // A file system for SQLite that fails, and loses what was not synced.
        .target(name: "CFaultVFS", path: "Tests/CFaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "StorageTests",
            dependencies: [cFaultVFS, disk, domain, storage, testSupport, threads, grdb, logging],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                cZlib, domain, egressProxy, gitHub, markdown, runnerLink, runs, storage, titles, web, webPush,
                testSupport, coreMetrics, grdb, httpTypes, hummingbird, logging, mustache, nioCore, nioEmbedded,
                nioHTTP1,
            ],
            resources: [.copy("Transcripts")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                domain, gitHub, outgoingHTTP, runs, storage, web, webPush, server, testSupport, asyncHTTPClient, grdb,
                httpTypes,
                hummingbird, hummingbirdCore, logging, nioCore, nioHTTP1, nioPosix, nioSSL, nioTLS, serviceLifecycle,
            ],
            resources: [.copy("Fixtures")],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
