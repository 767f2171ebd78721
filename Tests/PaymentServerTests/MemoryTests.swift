import Foundation
import PaymentServer
import Testing

@Suite("Memory of the server")
struct MemoryTests {
    @Test("glibc is told to keep freed memory, and nothing else is")
    func keepsFreedMemory() {
        #if canImport(Glibc)
            #expect(GatewayServer.keepFreedMemory())
        #else
            #expect(!GatewayServer.keepFreedMemory())
        #endif
    }
}
