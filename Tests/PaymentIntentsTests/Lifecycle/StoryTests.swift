import PaymentIntents
import Testing

@Suite("Stories")
struct StoryTests {
    @Test("A payment's story", arguments: Story.all)
    func ends(_ story: Story) {
        var lifecycle = Lifecycle()
        for step in story.steps {
            #expect(lifecycle.absorb(step.input.set) == step.announcement, "\(step.input.name)")
        }
        #expect(lifecycle.status == story.ending)
        #expect(lifecycle.isLate == story.isLate)
    }

    @Test("A person may decide what is in review or in conflict, and nothing else", arguments: PaymentStatus.allCases)
    func awaitsResolution(_ status: PaymentStatus) {
        #expect(status.awaitsResolution == [.requiresReview, .conflicted].contains(status))
    }

    @Test("Something is still expected before anything is final", arguments: PaymentStatus.allCases)
    func isOpen(_ status: PaymentStatus) {
        #expect(status.isOpen == [.created, .pending, .requiresReview].contains(status))
    }
}
