import Testing

/// Documents that have something of everything.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
    case callback = "a callback"
    case nested = "nested objects and arrays"
    case escaped = "escapes and all lengths of UTF-8"

    var bytes: [UInt8] { Array(text.utf8) }

    var testDescription: String { rawValue }

    private var text: String {
        switch self {
        case .callback:
            """
            {
              "merchant_payment_id": "10458558",
              "requested_amount": 100,
              "currency": "BDT",
              "request_type": "Deposit",
              "bank_type": "Nagad",
              "request_status": "Approved",
              "transaction_id": "236a4d5f-884a-4934-90af-04306146c328",
              "service_type": "p2p_agent",
              "timestamp": "2024-05-21T15:50:32.024+06:00",
              "signature": "ec2e2dfe942ddf3905b06b9e0d4bb502935b6b389432d37e51fc8316d683f0e1"
            }
            """
        case .nested:
            #"[{"a":[1,-2.50,3e+10,{"b":{}},[]],"c":null},[[[true,false]]],"","d",{"":{"e":[{},{}]}}]"#
        case .escaped:
            #"{"\u0061\n":"\"\\\/\b\f\r\t","é\uD83D\uDE00":["é€😀","\u20ac\uDBFF\uDFFF"],"0123456789abcdef":"\\"}"#
        }
    }
}
