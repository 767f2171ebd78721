import CSQLite

/// What the places of a statement are filled with, from left to right: in two pieces of memory, whatever their number, and
/// handed to SQLite at once.
struct StatementFillings {
    private var places: [sqlite_filling] = []
    private var bytes: [UInt8] = []

    /// Appends a whole number.
    mutating func append(_ number: Int64) {
        places.append(sqlite_filling(kind: sqlite_filling_integer, number: number))
    }

    /// Appends nothing.
    mutating func appendNull() {
        places.append(sqlite_filling(kind: sqlite_filling_null, number: 0))
    }

    /// Appends a text that holds no U+0000.
    mutating func append(_ text: String) {
        let text = text.utf8.span
        bytes.append(addingCapacity: text.count) { bytes in
            for index in text.indices { bytes.append(text[index]) }
        }
        places.append(sqlite_filling(kind: sqlite_filling_text, number: Int64(text.count)))
    }

    /// Appends a text by its UTF-8.
    mutating func append(text: [UInt8]) {
        bytes += text
        places.append(sqlite_filling(kind: sqlite_filling_text, number: Int64(text.count)))
    }

    /// Appends bytes.
    mutating func append(blob: [UInt8]) {
        bytes += blob
        places.append(sqlite_filling(kind: sqlite_filling_blob, number: Int64(blob.count)))
    }

    /// Begins again with the first place, in the same memory.
    mutating func removeAll() {
        places.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Executes a statement that gives no rows.
    ///
    /// - Parameter statement: The statement.
    /// - Returns: `SQLITE_DONE`, or what went wrong.
    borrowing func execute(_ statement: OpaquePointer) -> CInt {
        sqlite_execute(statement, places, CInt(clamping: places.count), bytes)
    }

    /// Fills a statement, for its rows to be asked for.
    ///
    /// - Parameter statement: The statement.
    /// - Returns: `SQLITE_OK`, or what went wrong.
    borrowing func fill(_ statement: OpaquePointer) -> CInt {
        sqlite_fill_with_copies(statement, places, CInt(clamping: places.count), bytes)
    }
}
