package import Foundation

/// Times as the store keeps them: whole milliseconds since 1970.
///
/// A time that was read from the store is written back as the same number, and two times in order stay in order.
package struct StoredTime {
    /// The number that is stored.
    package let milliseconds: Int64

    /// The nearest millisecond. What lies out of all bounds, as a provider may name it, is held to the bounds.
    ///
    /// - Parameter date: The moment.
    package init(_ date: Date) {
        let exact = (date.timeIntervalSince1970 * 1000).rounded()
        milliseconds = Int64(exactly: exact) ?? (exact > 0 ? Int64.max : Int64.min)
    }

    /// Restores what was stored.
    ///
    /// - Parameter milliseconds: Milliseconds since 1970.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment.
    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension Date {
    /// The moment as it will be read from the store.
    package var asStored: Date { StoredTime(self).date }
}
