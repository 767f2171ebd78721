"""The store, read without the program, and what must hold in it at every moment."""

import collections
import os
import shutil
import sqlite3

import fold

PARTS = ("", "-wal")


def copy(source, folder):
    """Copies a store that nobody has open. Its index of the log is left out: SQLite makes it anew."""
    os.makedirs(folder, exist_ok=True)
    for part in PARTS:
        if os.path.exists(source + part):
            shutil.copyfile(source + part, os.path.join(folder, "payments.sqlite" + part))
    return os.path.join(folder, "payments.sqlite")


class Rows:
    """All rows of a store, as they were at one moment."""

    # What looks at one is counted as.
    examination = "integrity_check"

    def __init__(self):
        self.problems, self.damage = [], []
        self.payments, self.copies, self.inbox = {}, {}, collections.defaultdict(list)
        self.history, self.notifications = collections.defaultdict(list), collections.defaultdict(list)

    def take(self, payments, inbox, history, notifications):
        """The rows, those of the history in order."""
        for row in payments:
            self.payments[row[0]] = row[1:]
        for row in inbox:
            self.copies[row[0]] = row[1]
            self.inbox[row[3]].append(row)
        for row in history:
            self.history[row[0]].append(row[1:])
        for row in notifications:
            self.notifications[row[0]].append(row[1:])
        self.problems += self._contradictions()

    def check(self, tally, where):
        """Expects nothing that is damaged or half."""
        tally.count(self.examination)
        tally.expect_nothing("damaged", self.damage, where)
        tally.expect_nothing("half rows", self.problems, where)

    def _contradictions(self):
        """Half rows: a payment, its history, its callbacks and its notifications that do not tell the same."""
        for number, (id, reference, status, sequence, _) in self.payments.items():
            history = self.history[number]
            if [line[0] for line in history] != list(range(1, sequence + 1)):
                yield f"{reference}: {sequence} lines of history, found {[line[0] for line in history]}"
            if status != fold.status(line[2] for line in history if line[2]):
                yield f"{reference}: is {status}, and its history makes something else of it"
            told = {sequence: status for sequence, status, _, _ in self.notifications[number]}
            if told != fold.announcements(line[3] for line in history) or len(told) != len(self.notifications[number]):
                yield f"{reference}: notifications {told}, and the history {[line[3] for line in history]}"
            heard = sum(line[1] == "callback" for line in history)
            rows = self.inbox[number]
            # What waited for its payment was counted each time, and folded once.
            if not len(rows) <= heard <= sum(row[1] for row in rows):
                yield f"{reference}: {heard} callbacks in the history, {[row[1] for row in rows]} in the inbox"
        for number, rows in self.inbox.items():
            for _, _, state, _ in rows:
                if (state == "absorbed") != (number in self.payments):
                    yield f"a callback in the inbox is {state}, of payment {number}"
        for number in self.history.keys() | self.notifications.keys():
            if number not in self.payments:
                yield f"rows of payment {number}, which is not there"

    def lost(self, acknowledged):
        """Which of the acknowledged callbacks, {hash: how often}, are not there, or not as often."""
        return [
            f"{hash[:12]} acknowledged {count} times, there {self.copies.get(hash, 0)} times"
            for hash, count in acknowledged.items() if self.copies.get(hash, 0) < count
        ]

    def status(self, reference):
        return next((row[2] for row in self.payments.values() if row[1] == reference), None)

    @property
    def undelivered(self):
        return sum(state == "pending" for rows in self.notifications.values() for _, _, _, state in rows)

    @property
    def successes(self):
        """How many different notifications of a success there are for each payment."""
        return {
            self.payments[number][1]: sum(status == "succeeded" for _, status, _, _ in rows)
            for number, rows in self.notifications.items() if number in self.payments
        }


class Store(Rows):
    """A file, of which nobody else has a copy open."""

    def __init__(self, path):
        super().__init__()
        connection = sqlite3.connect(path)
        try:
            # Only a copy is opened.
            connection.execute("PRAGMA synchronous = OFF")
            check = connection.execute("PRAGMA integrity_check").fetchall()
            if check != [("ok",)]:
                self.damage.append(f"{check[:3]}")
            self._read(connection)
        except sqlite3.Error as error:
            self.damage.append(f"{type(error).__name__}: {error}")
        finally:
            connection.close()

    def _read(self, connection):
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'probe'").fetchone():
            return
        self.take(*(connection.execute(query).fetchall() for query in [
            "SELECT payment.number, payment.id, reference, status, sequence, creation "
            "FROM payment LEFT JOIN progress ON progress.number = payment.number",
            "SELECT lower(hex(body_hash)), copies, state, payment FROM inbox",
            # What the merchant is told of stands in the notification; the rest has a table of its own.
            "SELECT payment, sequence, source, claim, status FROM history UNION ALL "
            "SELECT payment, sequence, source, claim, status FROM notification WHERE source IS NOT NULL ORDER BY 1, 2",
            "SELECT n.payment, n.sequence, n.status, 'msg_' || substr(p.id, 5) || '_' || n.sequence, n.state "
            "FROM notification AS n LEFT JOIN payment AS p ON p.number = n.payment",
        ]))
