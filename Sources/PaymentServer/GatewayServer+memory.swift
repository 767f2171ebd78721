import CMalloc

extension GatewayServer {
    /// What each heap of the C library keeps free at its end, in bytes: ten batches of callbacks of the usual length.
    private static let keptBytes: Int32 = 4 << 20

    /// Tells the C library to keep the memory of the last batch of callbacks for the next one.
    ///
    /// A batch takes some hundred kilobytes and frees them again. glibc gives them back to the system at once, which
    /// stops every other thread of the process for a moment, and then asks for each page again.
    ///
    /// The setting is that of the whole process, so it is the program that calls this, before it serves.
    ///
    /// - Returns: Whether the C library has such a setting: glibc has.
    @discardableResult
    public static func keepFreedMemory() -> Bool {
        keep_freed_bytes(keptBytes) == 1
    }
}
