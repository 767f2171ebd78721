extension Unicode.Scalar {
    /// Whether this scalar steers how text is shown instead of being shown itself: a control character (C0, DEL, C1),
    /// a line or paragraph separator, or a mark that turns the direction of writing.
    ///
    /// Joiners are not among them: Bengali needs U+200C and U+200D.
    var steersDisplay: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028, 0x2029: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
