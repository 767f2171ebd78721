extension StoreError {
    /// A stored value that this version has to understand.
    ///
    /// - Parameter value: What was read.
    /// - Returns: The value.
    /// - Throws: ``StoreError`` with code ``StoreError/Code/incompatible`` when there is none.
    @inlinable
    package static func known<Value>(_ value: Value?) throws(StoreError) -> Value {
        guard let value else { throw StoreError(.incompatible, "a row was not written by this version") }
        return value
    }
}
