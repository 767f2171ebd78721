public import ServiceLifecycle

/// What a simulator does on its own account: expiries, automatic settlements, callbacks.
///
/// Jobs start in the order in which they were added, run side by side, and are cancelled at shutdown.
/// Jobs added before ``run()`` wait for it.
public struct BackgroundWork: Service {
    /// One piece of work; it must end soon after its task is cancelled.
    public typealias Job = @Sendable () async -> Void

    private let jobs: AsyncStream<Job>
    private let queue: AsyncStream<Job>.Continuation

    /// Makes an empty queue.
    public init() {
        (jobs, queue) = AsyncStream.makeStream(of: Job.self)
    }

    /// Adds a job; after shutdown it is dropped.
    ///
    /// - Parameter job: what to do.
    public func add(_ job: @escaping Job) {
        queue.yield(job)
    }

    /// Runs the jobs until graceful shutdown or cancellation.
    public func run() async throws {
        await withDiscardingTaskGroup { group in
            for await job in jobs.cancelOnGracefulShutdown() {
                group.addTask { await job() }
            }
            queue.finish()
            group.cancelAll()
        }
    }

    /// Drops every job that has not begun, and those that come later: for a simulator that is asked in process, is never
    /// run, and has to go away.
    public func drop() async {
        queue.finish()
        for await _ in jobs {}
    }
}
