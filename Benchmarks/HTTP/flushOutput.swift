import Foundation

/// Writes out what was printed so far.
func flushOutput() {
    // `nil` stands for every stream; naming standard output would touch a global variable of C.
    fflush(nil)
}
