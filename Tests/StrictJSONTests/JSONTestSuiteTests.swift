import StrictJSON
import Testing

@Suite("JSONTestSuite")
struct JSONTestSuiteTests {
    @Test("what is JSON is accepted, but for repeated names", arguments: try SuiteFile.all("y_"))
    func accepted(_ file: SuiteFile) {
        let repeats = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]
        #expect(file.refusal == (repeats.contains(file.name) ? .duplicateKey : nil))
    }

    @Test("what is not JSON is refused", arguments: try SuiteFile.all("n_"))
    func refused(_ file: SuiteFile) {
        #expect(file.refusal != nil)
    }

    @Test("what RFC 8259 leaves open is decided", arguments: try SuiteFile.all("i_"))
    func decided(_ file: SuiteFile) throws {
        let decision = try #require(Self.decisions.first { $0.name == file.name }, "a file that was never decided on")
        #expect(file.refusal == decision.refusal)
    }

    @Test("all 318 files are looked at: 95 that are JSON, 188 that are not, 35 left open")
    func count() throws {
        #expect(try SuiteFile.all("").count == 318)
        #expect(try SuiteFile.all("y_").count == 95)
        #expect(try SuiteFile.all("n_").count == 188)
        #expect(try SuiteFile.all("i_").count == 35)
        #expect(Self.decisions.count == 35)
    }

    private static let decisions: [(name: String, refusal: JSONError.Code?)] = [
        // A number is its text, whatever a machine's number could hold.
        ("i_number_double_huge_neg_exp.json", nil),
        ("i_number_huge_exp.json", nil),
        ("i_number_neg_int_huge_exp.json", nil),
        ("i_number_pos_double_huge_exp.json", nil),
        ("i_number_real_neg_overflow.json", nil),
        ("i_number_real_pos_overflow.json", nil),
        ("i_number_real_underflow.json", nil),
        ("i_number_too_big_neg_int.json", nil),
        ("i_number_too_big_pos_int.json", nil),
        ("i_number_very_big_negative_int.json", nil),
        // Half a surrogate pair is no character.
        ("i_object_key_lone_2nd_surrogate.json", .malformed),
        ("i_string_1st_surrogate_but_2nd_missing.json", .malformed),
        ("i_string_1st_valid_surrogate_2nd_invalid.json", .malformed),
        ("i_string_incomplete_surrogate_and_escape_valid.json", .malformed),
        ("i_string_incomplete_surrogate_pair.json", .malformed),
        ("i_string_incomplete_surrogates_escape_valid.json", .malformed),
        ("i_string_invalid_lonely_surrogate.json", .malformed),
        ("i_string_invalid_surrogate.json", .malformed),
        ("i_string_inverted_surrogates_U+1D11E.json", .malformed),
        ("i_string_lone_second_surrogate.json", .malformed),
        // Only UTF-8, and only as RFC 3629 has it.
        ("i_string_UTF-8_invalid_sequence.json", .notUTF8),
        ("i_string_UTF8_surrogate_U+D800.json", .notUTF8),
        ("i_string_invalid_utf-8.json", .notUTF8),
        ("i_string_iso_latin_1.json", .notUTF8),
        ("i_string_lone_utf8_continuation_byte.json", .notUTF8),
        ("i_string_not_in_unicode_range.json", .notUTF8),
        ("i_string_overlong_sequence_2_bytes.json", .notUTF8),
        ("i_string_overlong_sequence_6_bytes.json", .notUTF8),
        ("i_string_overlong_sequence_6_bytes_null.json", .notUTF8),
        ("i_string_truncated-utf-8.json", .notUTF8),
        // UTF-16 without a mark is UTF-8 with NULs, which are no white space. Its mark is no UTF-8, but simdjson sees
        // first that the string does not end.
        ("i_string_UTF-16LE_with_BOM.json", .malformed),
        ("i_string_utf16BE_no_BOM.json", .malformed),
        ("i_string_utf16LE_no_BOM.json", .malformed),
        ("i_structure_500_nested_arrays.json", .tooDeep),
        ("i_structure_UTF-8_BOM_empty_object.json", .byteOrderMark),
    ]
}
