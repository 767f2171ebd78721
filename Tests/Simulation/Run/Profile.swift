/// How rough one run is. Each run is rough in a way of its own, since what always happens hides what seldom does.
struct Profile: Sendable {
    /// How likely a held call goes on rather than that something new begins, in a thousand.
    var progress: Int
    /// How likely the network harms a message, in a thousand.
    var networkFaults: Int
    /// How likely the store is busy, in a thousand.
    var busyStore: Int
    /// How likely the result of a call of the store is held back, in a thousand.
    var heldResults: Int
    /// The weight of crashes among what begins.
    var crashes: Int
    /// The weight of everything that callbacks do.
    var callbacks: Int
    /// Whether no callback ever arrives.
    var losesAllCallbacks: Bool
    /// How likely a callback is lost, in a thousand.
    var lostCallbacks: Int
    /// The most processes at a time.
    var mostEngines: Int
    /// Whether the clocks of the processes are wrong now and then.
    var hasWrongClocks: Bool
    /// Whether no provider can be reached.
    var isOutage = false
    /// Whether nothing goes wrong any more.
    private(set) var calm = false

    init(_ dice: inout Dice) {
        progress = dice.one(of: [500, 700, 850]) ?? 700
        networkFaults = dice.one(of: [0, 100, 250, 450]) ?? 0
        busyStore = dice.one(of: [0, 0, 20, 60]) ?? 0
        heldResults = dice.one(of: [0, 150, 400]) ?? 0
        crashes = dice.one(of: [0, 3, 10]) ?? 0
        callbacks = dice.one(of: [10, 25, 40]) ?? 25
        losesAllCallbacks = dice.happens(150)
        lostCallbacks = dice.one(of: [0, 50, 300]) ?? 0
        mostEngines = dice.one(of: [1, 1, 2]) ?? 1
        hasWrongClocks = dice.happens(150)
    }

    /// From now on nothing goes wrong any more.
    mutating func calmDown() {
        calm = true
        networkFaults = 0
        isOutage = false
        busyStore = 0
        heldResults = 0
        hasWrongClocks = false
    }
}
