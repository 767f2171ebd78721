"""Two instances on one PostgreSQL database, under the load of `killed_under_load`, sent to either of them by chance.

Row 24: instances are killed, also as soon as an answer is there; connections are cut; PostgreSQL is stopped as a crash
would do it, sometimes with an instance killed meanwhile, and started again. After each of these the database is read, of
one snapshot, while the load goes on.

Rows 3, 32 and 34: duplicates meet at different instances, and both of them send notifications.
"""

import collections
import copy
import random
import time

from killed_under_load import LEASE, KilledUnderLoad
from planted import ANY_SUCCESS, IN_THE_STORE
from postgres import PostgresStore
from shop import Shop, wait_until
from tally import Tally

# Here each line of the history is in the table of that name, also when the merchant is told of it, and what becomes of a
# payment is in a table of its own.
IN_THE_DATABASE = {
    "a callback without its history": f"DELETE FROM history WHERE source = 'callback' AND payment = ({ANY_SUCCESS})",
    "another outcome than was said": """
        UPDATE progress SET status = 'failed' WHERE status = 'rejected';
        UPDATE history SET status = 'failed', claim = 'failed' WHERE status = 'rejected';
        UPDATE notification SET status = 'failed' WHERE status = 'rejected'""",
}


class Pair:
    """What a provider sees of two instances behind one address."""

    def __init__(self, town, name, server):
        self.server = server
        self.shops = [Shop(town, f"{name}-{number}", store=server.url) for number in (1, 2)]

    def start(self):
        for shop in self.shops:
            shop.start()

    def start_again(self):
        """Those that were killed."""
        for shop in self.shops:
            if shop.process.has_ended:
                shop.start()

    def send(self, callback):
        return random.choice(self.shops).send(callback)

    def create(self, *arguments):
        shop = random.choice(self.shops)
        wait_until(lambda: shop.ask("/readyz").status == 200, "an instance to be ready")
        return shop.create(*arguments)

    def stop(self):
        """What they exit with."""
        return [shop.process.stop() for shop in self.shops]


class Instances(KilledUnderLoad):
    def __init__(self, town, tally, seed, seconds, payments, server, name="instances", **arguments):
        self.server = server
        super().__init__(
            town, tally, seed, seconds, payments, name=name, make_shop=lambda town, name: Pair(town, name, server),
            **arguments,
        )

    def _kill_again_and_again(self):
        ways = [self._kill, self._kill_at_answer, self._terminate, self._stop_server]
        turn = 0
        while self.open:
            time.sleep(self.random.uniform(0.1, 1))
            # Each way comes as often as the others, however short the run is.
            if turn % len(ways) == 0:
                self.random.shuffle(ways)
            ways[turn % len(ways)]()
            turn += 1
            self.shop.start_again()
            self._look()

    def _kill(self):
        self.random.choice(self.shop.shops).kill()
        self.tally.count("instances killed")

    def _kill_at_answer(self):
        self._kills_at_answer = True
        wait_until(lambda: not self.open or any(shop.process.has_ended for shop in self.shop.shops), "an answer")
        self._kills_at_answer = False

    def _terminate(self):
        self.tally.count("connections terminated", self.server.terminate())

    def _stop_server(self):
        self.server.stop("immediate")
        self.tally.count("PostgreSQL stopped with -m immediate")
        if self.random.random() < 0.3:
            self._kill()
        time.sleep(self.random.uniform(0, 0.5))
        self.server.start()

    def _look(self):
        # Every answer that was seen by now was sent before the snapshot.
        with self._lock:
            acknowledged = collections.Counter(self.acknowledged)
        self._check(PostgresStore(self.server), acknowledged, "under load")

    def finish(self):
        """Waits until everything is told, the notifications among it whose senders were killed, and compares."""
        while PostgresStore(self.server).undelivered and time.monotonic() < self.last_kill + LEASE:
            time.sleep(0.5)
        self.tally.expect(self.shop.stop() == [0, 0], "bad end", "an instance did not end as it should")
        store = PostgresStore(self.server)
        store.damage = self.server.damage()
        self.tally.count("amcheck")
        self.compare(store)


def plant(town, tally, seed, server):
    """Defects in the database, each of which has to be noticed. A short load without a kill, which is right before."""
    load = Instances(town, tally, seed, 2, 60, server, name="planted-instances", silence=0)
    load.run(kills=False)
    load.finish()
    for name, kind, change in IN_THE_STORE:
        change = IN_THE_DATABASE.get(name, change)
        found = copy.copy(load)
        found.tally = Tally(is_quiet=True)
        found.compare(PostgresStore(server, change.replace(":forged", f"'{min(load.forged)}'")))
        tally.count("defects planted")
        text = f"{name}: no violation '{kind}', but {sorted({kind for kind, _ in found.tally.violations})}"
        if tally.expect(found.tally.found(kind), "defect not noticed", text):
            tally.count("defects noticed")
