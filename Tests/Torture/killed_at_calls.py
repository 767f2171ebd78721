"""The program is killed at each call that writes or syncs, of one callback and of one creation, one after the other.

Everything up to the merchant's notification belongs to it. Then the program is started again, and the same is sent
again.

Row 18: before the commit nothing is half, and the same again works. Row 19: after it the row is there, and the same
again is a duplicate. Row 20: around a notification there is one id, however often it is sent.
"""

import http.client
import os
import threading
import time

from shop import Shop, wait_until
from store import Store, copy
from tracer import CallCounter

# Nothing more follows when nothing has followed for so long: the sender of notifications looks every 0.25 s.
QUIET = 0.6

# How long whoever creates a payment has it for himself.
LEASE = 61


class KilledAtCalls:
    def __init__(self, town, tally, strides, name="calls", make_shop=Shop):
        """`strides`: every how manieth call of a callback, and of a creation."""
        self.town, self.tally, self.strides = town, tally, strides
        self._name, self._make_shop = name, make_shop
        self._reference = f"{name.upper()}-0"
        self._unfinished = []
        self._shop = make_shop(town, name)
        self._shop.start()
        self._order = self._shop.create(self._reference)
        self._shop.wait_until_told([self._order])
        self._shop.process.stop()

    def run(self):
        for name, play, stride in zip(["callback", "creation"], [self.callback, self._creation], self.strides):
            number = 1
            while play(number):
                number += stride
            self.tally.say(f"killed at the calls of a {name}, up to number {number - stride}")

    def callback(self, number):
        """Whether there was a call of that number."""
        callback = self._order.callback("succeeded")
        shop = self._copy(f"callback-{number}")
        is_acknowledged, was_killed = self._play(
            shop, number, lambda: shop.send(callback).status == 200, self._reference, 1
        )
        if not was_killed:
            return False
        store = self._check(shop, f"callback, call {number}")
        if is_acknowledged:
            self.tally.expect_nothing("lost", store.lost({callback.hash: 1}), f"callback, call {number}")
        shop.start()
        status = shop.send(callback).status
        self.tally.expect(status == 200, "retry failed", f"callback, call {number}: {status}")
        shop.kill()
        store = self._check(shop, f"callback, call {number}, retried")
        self.tally.expect_nothing("lost", store.lost({callback.hash: 1}), f"callback, call {number}, retried")
        self._expect(store, self._reference, "succeeded", f"callback, call {number}")
        found = store.successes.get(self._reference, 0)
        kind = "announced twice" if found else "not told"
        self.tally.expect(found == 1, kind, f"callback, call {number}: {found} notifications")
        told = self.town.merchant.of([self._order.id])[self._order.id]
        successes = {id for id, type, _ in told if type == "payment.succeeded"}
        self.tally.expect(len(successes) <= 1, "announced twice", f"callback, call {number}: told {successes}")
        return True

    def _creation(self, number):
        reference = f"CREATED-{number}"
        shop = self._copy(f"creation-{number}")
        is_acknowledged, was_killed = self._play(
            shop, number, lambda: shop.request_creation(reference).status == 201, reference, 2
        )
        if not was_killed:
            return False
        store = self._check(shop, f"creation, call {number}")
        if is_acknowledged:
            self._expect(store, reference, "pending", f"creation, call {number}")
        shop.start()
        self._create_again(shop, reference, number, is_last=False)
        return True

    def _create_again(self, shop, reference, number, is_last):
        status = shop.request_creation(reference).status
        shop.kill()
        store = self._check(shop, f"creation, call {number}, retried")
        if status == 409 and not is_last:
            # Whoever was killed still has the lease.
            self._unfinished.append((time.monotonic(), shop, reference, number))
            return
        self.tally.expect(status == 201, "retry failed", f"creation, call {number}: {status}")
        self._expect(store, reference, "pending", f"creation, call {number}")
        intents = self.town.intents(reference)
        self.tally.expect(intents == 1, "created twice", f"creation, call {number}: {intents} intents at the provider")

    def finish(self):
        """Repeats the creations that were still leased, when the leases have run out."""
        if self._unfinished:
            self.tally.say(f"repeating {len(self._unfinished)} creations whose lease has run out")
        for killed, shop, reference, number in self._unfinished:
            time.sleep(max(0, killed + LEASE - time.monotonic()))
            shop.start()
            # The completer may be at it.
            wait_until(lambda: shop.request_creation(reference).status != 409, "the completer")
            self._create_again(shop, reference, number, is_last=True)

    def _play(self, shop, number, operation, reference, news):
        """Starts the program, does the operation, and kills it at that call.

        `news` is how many notifications there are of it when nobody is killed. Returns whether the operation was
        acknowledged, and whether the program was killed.
        """
        heard = self.town.merchant.heard
        for pause in [0.008, 0.05, 0.5]:
            before = heard[reference]
            shop.start()
            counter = CallCounter(shop.process.pid, number, pause)
            answers = []
            thread = threading.Thread(target=lambda: answers.append(self._answer(operation)))
            thread.start()
            wait_until(
                lambda: counter.has_killed or not thread.is_alive() and heard[reference] >= before + news,
                "the end of the operation",
            )
            while self._goes_on(counter):
                time.sleep(0.005)
            thread.join()
            was_killed = counter.has_killed
            if not was_killed:
                shop.process.stop()
            else:
                shop.process.kill()
            counter.detach()
            if not was_killed:
                return answers[0], False
            if counter.was_in_time:
                self.tally.count("killed at a call")
                break
            self.tally.count("killed too late, and repeated")
            shop = self._restored(shop)
        return answers[0], True

    def _goes_on(self, counter):
        before = len(counter.calls)
        end = time.monotonic() + QUIET
        while time.monotonic() < end and not counter.has_killed:
            if len(counter.calls) > before:
                return True
            time.sleep(0.01)
        return False

    @staticmethod
    def _answer(operation):
        try:
            return operation()
        except (OSError, http.client.HTTPException):
            return False

    def _copy(self, name):
        return self._restored(self._make_shop(self.town, f"{self._name}-{name}"))

    def _restored(self, shop):
        """The store as it was before."""
        for part in ["-wal", "-shm"]:
            if os.path.exists(shop.store + part):
                os.remove(shop.store + part)
        copy(self._shop.store, shop.folder)
        return shop

    def _check(self, shop, where):
        store = Store(copy(shop.store, os.path.join(shop.folder, "copy")))
        store.check(self.tally, where)
        return store

    def _expect(self, store, reference, status, where):
        found = store.status(reference)
        self.tally.expect(found == status, "lost", f"{where}: {reference} is {found}")
