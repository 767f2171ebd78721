import NIOCore

/// Runs tasks on the thread of an event loop.
///
/// What serves a connection reads from its event loop and writes to it: on a thread of its own, each request would change
/// threads four times. None of it blocks.
final class EventLoopTaskExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
