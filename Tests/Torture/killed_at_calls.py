"""The program is killed at each call that writes or syncs, of one callback and of one creation, one after the other.

Everything up to the merchant's notification belongs to it. Then the program is started again, and the same is sent again.
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
    def __init__(self, town, tally, strides):
        """`strides`: every how manieth call of a callback, and of a creation."""
        self.town, self.tally, self.strides = town, tally, strides
        self._unfinished = []
        self._shop = Shop(town, "calls")
        self._shop.start()
        self._order = self._shop.create("CALLS-0")
        self._shop.wait_until_told([self._order])
        self._shop.process.stop()

    def run(self):
        for name, play, stride in zip(["callback", "creation"], [self._callback, self._creation], self.strides):
            number = 1
            while play(number):
                number += stride
            self.tally.say(f"killed at the calls of a {name}, up to number {number - stride}")

    def _callback(self, number):
        """Whether there was a call of that number."""
        callback = self._order.callback("succeeded")
        shop = self._copy(f"callback-{number}")
        is_acknowledged, was_killed = self._play(shop, number, lambda: shop.send(callback).status == 200)
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
        self._expect(store, "CALLS-0", "succeeded", f"callback, call {number}")
        self.tally.expect(store.successes["CALLS-0"] == 1, "doubled", f"callback, call {number}: {store.successes}")
        successes = {id for id, type, _ in self.town.merchant.of([self._order.id])[self._order.id] if "succeeded" in type}
        self.tally.expect(len(successes) <= 1, "doubled", f"callback, call {number}: told {successes}")
        return True

    def _creation(self, number):
        reference = f"CREATED-{number}"
        shop = self._copy(f"creation-{number}")
        is_acknowledged, was_killed = self._play(
            shop, number, lambda: shop.request_creation(reference).status == 201
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
        self.tally.expect(intents == 1, "doubled", f"creation, call {number}: {intents} intents at the provider")

    def finish(self):
        """Repeats the creations that were still leased, when the leases have run out."""
        if self._unfinished:
            self.tally.say(f"repeating {len(self._unfinished)} creations whose lease has run out")
        for killed, shop, reference, number in self._unfinished:
            time.sleep(max(0, killed + LEASE - time.monotonic()))
            shop.start()
            # The completer may be at it.
            wait_until(lambda: shop.request_creation(reference).status != 409, what="the completer")
            self._create_again(shop, reference, number, is_last=True)

    def _play(self, shop, number, operation):
        """Starts the program, does the operation, and kills it at that call.

        Returns whether the operation was acknowledged, and whether the program was killed.
        """
        for pause in [0.008, 0.05, 0.5]:
            shop.start()
            counter = CallCounter(shop.process.pid, number, pause)
            answers = []
            thread = threading.Thread(target=lambda: answers.append(self._answer(operation)))
            thread.start()
            while not counter.has_killed and (thread.is_alive() or self._goes_on(counter)):
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
                break
            self.tally.count("killed too late, and repeated")
            shop = self._restored(shop)
        self.tally.count("killed at a call", 1)
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
        shop = Shop(self.town, name)
        return self._restored(shop)

    def _restored(self, shop):
        """The store as it was before."""
        for part in ["-wal", "-shm"]:
            if os.path.exists(shop.store + part):
                os.remove(shop.store + part)
        copy(self._shop.store, shop.folder)
        return shop

    def _check(self, shop, where):
        store = Store(copy(shop.store, os.path.join(shop.folder, "copy")))
        self.tally.expect_nothing("half rows", store.problems, where)
        return store

    def _expect(self, store, reference, status, where):
        found = store.status(reference)
        self.tally.expect(found == status, "lost", f"{where}: {reference} is {found}")
