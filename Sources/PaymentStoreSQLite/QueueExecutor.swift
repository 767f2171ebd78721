import GRDB

/// Runs tasks on a connection's thread, in turn with the calls that are made of it: a task gets as far as a call would,
/// however many calls are made meanwhile.
final class QueueExecutor: TaskExecutor {
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue) {
        self.queue = queue
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.asyncWriteWithoutTransaction { [self] _ in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
