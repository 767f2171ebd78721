"""What was counted, and what was wrong."""

import threading
import time


class Tally:
    """Counts by name, in the order of their first appearance, and violations. Safe to use from several threads."""

    def __init__(self):
        self.counts = {}
        self.violations = []
        self._lock = threading.Lock()
        self._start = time.monotonic()

    def count(self, name, number=1):
        with self._lock:
            self.counts[name] = self.counts.get(name, 0) + number

    def say(self, text):
        print(f"[{time.monotonic() - self._start:6.1f} s] {text}", flush=True)

    def violation(self, kind, text):
        """`kind` is a name that is counted, such as "lost"."""
        self.count(kind)
        with self._lock:
            self.violations.append(f"{kind}: {text}")
            many = len(self.violations) > 20
        if not many:
            self.say(f"VIOLATION {kind}: {text}")

    def expect(self, holds, kind, text):
        if not holds:
            self.violation(kind, text)
        return holds

    def expect_nothing(self, kind, found, where):
        """Each of `found` is a violation."""
        for text in found:
            self.violation(kind, f"{where}: {text}")

    def print(self):
        width = max(map(len, self.counts), default=0)
        for name, number in self.counts.items():
            print(f"  {name:<{width}}  {number:>9}")
