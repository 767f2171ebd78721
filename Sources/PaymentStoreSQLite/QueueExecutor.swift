import Dispatch

/// Runs tasks on a queue, and so on the thread of whatever else uses that queue.
final class QueueExecutor: TaskExecutor {
    /// The queue: one thing after the other.
    let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
