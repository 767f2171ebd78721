import Foundation

/// The count that `Allocations/count.c` keeps, when the program was started with it in `LD_PRELOAD`.
struct AllocationCounter {
    private let read: @convention(c) () -> UInt

    /// `nil` when nothing counts.
    static var inForce: AllocationCounter? {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "counted_allocations") else { return nil }
        return AllocationCounter(read: unsafeBitCast(symbol, to: (@convention(c) () -> UInt).self))
    }

    /// How many allocations there have been.
    var count: UInt { read() }
}
