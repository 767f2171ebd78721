"""What was counted, what was wrong, and what could not be done."""

import collections
import threading
import time

# What is shown at the end, whatever was found: a violation's name in the code, and for people.
VERDICT = {
    "lost": "acknowledged and lost",
    "announced twice": "announced twice",
    "created twice": "created twice",
    "forged accepted": "forged accepted",
    "half rows": "half rows",
}


class Tally:
    """Counts by name, in the order of their first appearance, and violations. Safe to use from several threads."""

    def __init__(self, is_quiet=False):
        self.counts = {}
        self.violations = []
        self.left_out = []
        self._is_quiet = is_quiet
        self._lock = threading.Lock()
        self._start = time.monotonic()

    def count(self, name, number=1):
        with self._lock:
            self.counts[name] = self.counts.get(name, 0) + number

    def say(self, text):
        if not self._is_quiet:
            print(f"[{time.monotonic() - self._start:6.1f} s] {text}", flush=True)

    def leave_out(self, what, why):
        """Something that this machine forbids: it is said at once, and again at the end."""
        self.left_out.append(f"{what}: {why}")
        self.say(f"NOT DONE {what}: {why}")

    def violation(self, kind, text):
        """`kind` is a name, such as "lost"."""
        with self._lock:
            self.violations.append((kind, text))
            many = len(self.violations) > 20
        if not many:
            self.say(f"VIOLATION {kind}: {text}")

    def found(self, kind):
        """How many violations there are of a kind."""
        with self._lock:
            return sum(known == kind for known, _ in self.violations)

    def expect(self, holds, kind, text):
        if not holds:
            self.violation(kind, text)
        return holds

    def expect_nothing(self, kind, found, where):
        """Each of `found` is a violation."""
        for text in found:
            self.violation(kind, f"{where}: {text}")

    def print(self):
        rows = dict(self.counts)
        stores = rows.pop("integrity_check", 0)
        rows |= {label: self.found(kind) for kind, label in VERDICT.items()}
        others = collections.Counter(kind for kind, _ in self.violations if kind not in VERDICT and kind != "damaged")
        rows |= others
        damaged = self.found("damaged")
        if damaged or stores:
            rows["integrity_check"] = f"{damaged} damaged" if damaged else f"ok, {stores} times"
        width = max(map(len, rows))
        for name, number in rows.items():
            print(f"  {name:<{width}}  {number:>9}")
        for text in self.left_out:
            print(f"\nNOT DONE {text}")
