/// Holds tasks back until it is opened, and tells when one has arrived.
actor Gate {
    private var isOpen = false
    /// How many have arrived so far.
    private(set) var arrivals = 0
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watching: [(count: Int, CheckedContinuation<Void, Never>)] = []

    /// Waits until the gate is open.
    func wait() async {
        arrivals += 1
        let ready = watching.filter { $0.count <= arrivals }
        watching.removeAll { $0.count <= arrivals }
        for (_, watcher) in ready { watcher.resume() }
        guard !isOpen else { return }
        await withCheckedContinuation { held.append($0) }
    }

    /// Waits until so many have arrived at the gate.
    func arrival(of count: Int = 1) async {
        guard arrivals < count else { return }
        await withCheckedContinuation { watching.append((count, $0)) }
    }

    /// Lets everybody through, now and later.
    func open() {
        isOpen = true
        for task in held { task.resume() }
        held = []
    }
}
