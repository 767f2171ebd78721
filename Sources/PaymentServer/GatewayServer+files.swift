import Foundation

extension GatewayServer {
    /// How many open files are left to everything else: the store, providers, the merchant's system.
    private static let otherFiles = 512

    /// As many as the most connections and everything else need.
    private static let wantedFiles = 8192

    /// Raises the number of files that the process may have open as far as it is allowed to, up to what a server needs. A
    /// connection is an open file, and many systems begin at 1,024.
    ///
    /// The limit is that of the whole process, so it is the program that calls this, before it serves.
    public static func raiseFileLimit() {
        guard var limit = fileLimit, limit.rlim_cur < wantedFiles else { return }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(wantedFiles))
        _ = setrlimit(fileLimitName, &limit)
    }

    /// How many connections may be open at once, so that there are files left for everything else.
    ///
    /// - Parameters:
    ///   - wanted: How many there may be at most.
    ///   - files: How many files the process may have open; `nil` where nobody knows.
    /// - Returns: The number.
    static func connections(_ wanted: Int, files: Int? = fileLimit.map { Int(clamping: $0.rlim_cur) }) -> Int {
        guard let files else { return wanted }
        return min(wanted, max(files - otherFiles, files / 2))
    }

    private static var fileLimit: rlimit? {
        var limit = rlimit()
        return getrlimit(fileLimitName, &limit) == 0 ? limit : nil
    }

    #if canImport(Glibc)
        private static var fileLimitName: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
    #else
        private static var fileLimitName: CInt { RLIMIT_NOFILE }
    #endif
}
