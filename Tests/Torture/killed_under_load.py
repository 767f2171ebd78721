"""The program is killed again and again while callbacks come in: what was acknowledged is there, and is told once.

Many of the callbacks come twice or out of order, and some are forged. A sender sends a callback again until it is
answered with 200, as providers do.

Row 18: no answer without a commit. Row 19: what was committed and not answered is a duplicate when it comes again.
Row 20: a notification whose sender died is sent again under its id, when the lease has run out.
"""

import collections
import http.client
import os
import random
import shutil
import threading
import time

import fold
from callbacks import Order
from shop import Shop
from store import Store, copy
from threads import run_threads

SENDERS = 8
DUPLICATES, REORDERED, FORGED = 0.30, 0.20, 0.05

# How much of all notifications the merchant takes and does not answer.
SILENCE = 0.02

# How long a callback may be sent in vain after the last one was due. On a slow machine everything takes its time.
PATIENCE = 300

# How long a notification may take that is held by a sender that has died: its lease is 60 s.
LEASE = 60 + 300


class KilledUnderLoad:
    def __init__(self, town, tally, seed, seconds, payments, silence=SILENCE, name="load", make_shop=Shop):
        self.town, self.tally, self.seconds = town, tally, seconds
        self.random, self.name = random.Random(f"{name} {seed}"), name.upper()
        self.shop = make_shop(town, name)
        self.acknowledged = collections.Counter()
        self._kills_at_answer = False
        self.forged = set()
        self._lock = threading.Lock()
        self.shop.start()
        town.merchant.silence = silence
        self.orders = self._create(payments)
        # Their callbacks come first, and they are created at the end.
        self.late = [f"{self.name}-LATE-{number}" for number in range(max(2, payments // 50))]
        self.claims = {order.reference: {"pending"} for order in self.orders}
        self.queue = self._schedule()
        self.open = len(self.queue)

    def _create(self, number):
        """Creates payments, several at a time: a commit each would take its time."""
        orders, names = [], [f"{self.name}-{number}" for number in range(number)]
        ways = [("wallets", "deposit")] * 3 + [("agents", "deposit"), ("agents", "withdrawal")]
        kinds = {name: self.random.choice(ways) for name in names}

        def work():
            while True:
                with self._lock:
                    if not names:
                        return
                    name = names.pop()
                order = self.shop.create(name, *kinds[name])
                with self._lock:
                    orders.append(order)

        run_threads([work] * SENDERS)
        return sorted(orders, key=lambda order: order.reference)

    def _schedule(self):
        """[(when, callback, whether it is genuine)] in bursts, so that several are committed together."""
        jobs = []
        for order in self.orders:
            told = sorted(self.random.uniform(0, self.seconds) for _ in range(4))
            for when, callback in zip(told, order.story(self.random)):
                self.claims[order.reference].add(callback.claim)
                if self.random.random() < REORDERED:
                    when = self.random.uniform(0, self.seconds)
                    self.tally.count("callbacks out of order")
                jobs.append((when, callback, True))
                if self.random.random() < DUPLICATES:
                    # The same bytes, or the same event told in other bytes.
                    again = callback if self.random.random() < 0.5 else order.callback(*_event(callback))
                    jobs.append((self.random.uniform(when, self.seconds), again, True))
                    self.tally.count("duplicates")
            # At least one, however small the load: nobody may accept it.
            if self.random.random() < FORGED * 2 or not self.forged:
                forged = order.forged(self.random)
                self.forged.add(forged.hash)
                jobs.append((self.random.uniform(0, self.seconds), forged, False))
        for reference in self.late:
            early = Order("", "", reference, "agents", "deposit").callback("succeeded")
            self.claims[reference] = {"pending", "succeeded"}
            jobs.append((self.random.uniform(0, self.seconds / 2), early, True))
        burst = 0.25
        return sorted(((round(when / burst) * burst, *job) for when, *job in jobs), key=lambda job: job[0])

    def run(self, kills=True):
        """The load and the kills. Afterwards the program serves, and goes on telling."""
        self.start = time.monotonic()
        run_threads([self._send] * SENDERS + [self._kill_again_and_again] * kills)
        for reference in self.late:
            self.orders.append(self.shop.create(reference, "agents"))
        self.town.merchant.silence = 0
        self.last_kill = time.monotonic()

    def _send(self):
        while True:
            with self._lock:
                if not self.open:
                    return
                now = time.monotonic() - self.start
                if now > self.seconds + PATIENCE:
                    self.tally.violation("never acknowledged", f"{self.open} callbacks")
                    self.open = 0
                    return
                job = self.queue.pop(0) if self.queue and self.queue[0][0] <= now else None
            if job is None:
                time.sleep(0.01)
                continue
            _, callback, is_genuine = job
            is_done = self.send_once(callback, is_genuine)
            with self._lock:
                if is_done:
                    self.open = max(0, self.open - 1)
                else:
                    # The provider tries again a little later; in front of nothing that is due before.
                    self.queue.append((now + 0.2, callback, is_genuine))
                    self.queue.sort(key=lambda job: job[0])

    def send_once(self, callback, is_genuine):
        """Whether it need not be sent again."""
        self.tally.count("callbacks sent" if is_genuine else "forged callbacks sent")
        try:
            answer = self.shop.send(callback)
        except (OSError, http.client.HTTPException):
            self.tally.count("not answered")
            return not is_genuine
        status = answer.status
        if status == 200 and self._kills_at_answer:
            self._kills_at_answer = False
            answer.process.kill()
            self.tally.count("kills at an answer")
        if not is_genuine:
            self.tally.expect(status == 401, "forged accepted", f"{callback.reference}: {status}")
        elif status == 200:
            self.tally.count("callbacks acknowledged")
            with self._lock:
                self.acknowledged[callback.hash] += 1
            return True
        else:
            self.tally.expect(status == 503, "genuine refused", f"{callback.reference}: {status}")
            return False
        return True

    def _kill_again_and_again(self):
        while self.open:
            time.sleep(self.random.uniform(0.2, 2))
            if self.random.random() < 0.5:
                # Whoever gets the next answer kills: if it came before the commit, there is none.
                self._kills_at_answer = True
                while self.open and not self.shop.process.has_ended:
                    time.sleep(0.005)
                self._kills_at_answer = False
            self.kill_and_check(then=self.shop.start)

    def kill_and_check(self, then=lambda: None):
        """`then` is done before the copy of the store is read, which takes its time."""
        self.shop.kill()
        self.tally.count("kills")
        # Every answer that was seen by now was sent before the kill.
        with self._lock:
            acknowledged = collections.Counter(self.acknowledged)
        folder = os.path.join(self.town.folder, "after-kill")
        path = copy(self.shop.store, folder)
        then()
        self._check(Store(path), acknowledged, "after a kill")
        shutil.rmtree(folder)

    def _check(self, store, acknowledged, where):
        store.check(self.tally, where)
        self.tally.expect_nothing("lost", store.lost(acknowledged), where)
        for hash in self.forged & store.copies.keys():
            self.tally.violation("forged accepted", f"{where}: {hash[:12]} is in the store")
        for reference, count in store.successes.items():
            text = f"{where}: {reference} has {count} notifications of a success"
            self.tally.expect(count <= 1, "announced twice", text)

    def finish(self):
        """Waits until everything is told, the notifications among it whose senders were killed, and compares."""
        while time.monotonic() < self.last_kill + LEASE:
            if not self.shop.run("notifications", "--state", "pending", "--limit", "1").stdout.strip():
                break
            time.sleep(0.5)
        self.tally.expect(self.shop.process.stop() == 0, "bad end", "the program did not end as it should")
        self.compare(Store(self.shop.store))

    def compare(self, store):
        """What is there, and what the merchant heard, with what was said."""
        self._check(store, self.acknowledged, "at the end")
        self.tally.expect(store.undelivered == 0, "not told", f"{store.undelivered} notifications are still to be told")
        for reference, claims in self.claims.items():
            found = store.status(reference)
            self.tally.expect(
                found == fold.status(claims), "wrong status", f"{reference} is {found} after {sorted(claims)}"
            )
        self._check_merchant(store)
        self.tally.count("payments compared", len(self.claims))

    def _check_merchant(self, store):
        ids = {row[0]: number for number, row in store.payments.items()}
        for payment, told in self.town.merchant.of(ids).items():
            self.tally.count("notifications received", len(told))
            rows = store.notifications[ids[payment]]
            known = {(name, f"payment.{_snake(status)}", sequence) for sequence, status, name, _ in rows}
            missing, unknown = known - set(told), set(told) - known
            self.tally.expect(not missing, "not told", f"{payment}: {missing}")
            self.tally.expect(not unknown, "told what is not so", f"{payment}: {unknown}")
            successes = {id for id, type, _ in told if type == "payment.succeeded"}
            text = f"{payment}: told of {len(successes)} successes"
            self.tally.expect(len(successes) <= 1, "announced twice", text)
            first = list(dict.fromkeys(sequence for _, _, sequence in told))
            self.tally.expect(first == sorted(first), "told out of order", f"{payment}: {first}")


def _event(callback):
    """What `Order.callback` makes the same event of, in other bytes."""
    if callback.claim == "review" and b"review" not in callback.body:
        return "succeeded", 450
    return callback.claim, 500


def _snake(status):
    return "requires_review" if status == "requiresReview" else status
