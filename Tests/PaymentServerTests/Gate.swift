/// Holds whoever comes to it until it is opened.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var arrivals: [CheckedContinuation<Void, Never>] = []
    private var hasArrived = false

    /// Waits until the gate is open.
    func pass() async {
        hasArrived = true
        for arrival in arrivals { arrival.resume() }
        arrivals = []
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Waits until somebody stands at the gate.
    func arrival() async {
        if hasArrived { return }
        await withCheckedContinuation { arrivals.append($0) }
    }

    /// Lets everybody through.
    func open() {
        isOpen = true
        for one in waiting { one.resume() }
        waiting = []
    }
}
