/// Every way in which Swift writes out a value, by itself and inside something else.
enum Printings {
    /// A type that says nothing about how it is printed.
    private struct Holder<Value> {
        let value: Value
        let optional: Value?
        let array: [Value]
        let tuple: (Value, Int)
    }

    static func all(of value: some Any) -> [String] {
        let holder = Holder(value: value, optional: value, array: [value], tuple: (value, 1))
        let result: Result<Any, Never> = .success(value)
        return [value, holder, [value], Optional(value) as Any, ["key": value], result].flatMap(texts)
    }

    private static func texts(of value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(describing: value), String(reflecting: value), dumped]
    }
}
