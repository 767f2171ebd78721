import StrictJSON
import Testing

@Suite("An object that is written")
struct JSONObjectWriterTests {
    @Test("holds its members in the order in which they were written")
    func order() {
        var object = JSONObjectWriter()
        object.write("b", "text")
        object.write("a", orNull: nil)
        object.write("left out", nil as String?)
        object.write("number", number: "1e400")
        object.write("isTrue", true)
        object.write("inside") { inside in
            inside.write("first", false)
            inside.write("second", "{")
        }
        object.write("empty") { _ in }
        object.write("texts", list: ["x", "y"])
        object.write("objects", list: [JSONObjectWriter(), object])
        let members = """
            "b":"text","a":null,"number":1e400,"isTrue":true,"inside":{"first":false,"second":"{"},"empty":{},\
            "texts":["x","y"]
            """
        let text = "{\(members),\"objects\":[{},{\(members)}]}"
        #expect(object.text == text)
        #expect(object.finished() == Array(text.utf8))
    }

    @Test("without members is an object too")
    func empty() {
        #expect(JSONObjectWriter().text == "{}")
        #expect(JSONObjectWriter().finished() == Array("{}".utf8))
    }

    @Test("escapes names as it escapes texts", arguments: ["\"", "a\\", "\n", "brace{", "আ\u{1}", ""])
    func names(name: String) throws {
        var object = JSONObjectWriter()
        object.write(name, "1")
        object.write("inside") { inside in
            inside.write(name, "2")
            inside.write("\(name)\(name)+", "3")
        }
        object.write("\(name)+", "4")
        let root = try JSONDocument(object.finished()).root
        #expect(root.members?.map(\.name) == [name, "inside", "\(name)+"])
        #expect(root[name]?.string == "1")
        #expect(root["inside"]?[name]?.string == "2")
        #expect(root["inside"]?["\(name)\(name)+"]?.string == "3")
        #expect(root["\(name)+"]?.string == "4")
    }

    @Test("grows beyond what most objects need")
    func long() throws {
        var object = JSONObjectWriter()
        let texts = (0..<500).map { String(repeating: "x", count: $0 % 97) + "\($0)" }
        for (number, text) in texts.enumerated() { object.write("name\(number)", text) }
        let root = try JSONDocument(object.finished(), limits: JSONLimits(maximumByteCount: 1 << 20)).root
        #expect(root.members?.map(\.value.string) == texts)
    }
}
