"""Row 23: several processes on one store, and one that does not let go of it.

`payments create` runs beside `payments serve`, which takes callbacks: both write, and both writes are kept. A second
`payments serve` is refused. While somebody holds the store, a callback waits for a bounded time and is answered 503.
"""

import json
import os
import sqlite3

from shop import Process, Shop
from store import Store, copy
from threads import run_threads

CREATORS = 3
SENDERS = 2


def run(town, tally, creations, callbacks):
    """`creations` a process that creates, `callbacks` a sender."""
    shop = Shop(town, "beside", tells=False)
    shop.start()
    order = shop.create("BESIDE-0")
    created, acknowledged = [], {}

    def create(number):
        for index in range(creations):
            reference = f"BESIDE-{number}-{index}"
            result = shop.run("create", "--amount", "500", "--reference", reference, "--expires-in", "3600")
            if tally.expect(result.returncode == 0, "not created", f"{reference}: {result.stderr[-200:]}"):
                created.append(json.loads(result.stdout)["reference"])

    def send():
        for _ in range(callbacks):
            callback = order.callback("succeeded")
            answer = shop.send(callback)
            # It may have waited too long for the others.
            if tally.expect(answer.status in (200, 503), "genuine refused", f"beside creations: {answer.status}"):
                acknowledged[callback.hash] = int(answer.status == 200)

    creators = [lambda number=number: create(number) for number in range(1, CREATORS + 1)]
    run_threads(creators + [send] * SENDERS)
    tally.count("payments created by other processes", len(created))
    _serve_twice(shop, tally)
    _hold(shop, tally, order, acknowledged)
    shop.kill()
    store = Store(copy(shop.store, os.path.join(shop.folder, "copy")))
    store.check(tally, "several processes")
    tally.expect_nothing("lost", store.lost(acknowledged), "several processes")
    there = {row[1] for row in store.payments.values()}
    tally.expect_nothing("lost", [name for name in created if name not in there], "created by another process")


def _serve_twice(shop, tally):
    second = Process(shop.town.program, ["serve", "--config", shop.configuration], f"{shop.errors}.second")
    second.wait()
    text = f"{second.exit_code}, {second.text[-200:]!r}"
    if tally.expect(second.exit_code == 1 and "another process" in second.text, "second server", text):
        tally.count("second servers refused")
    tally.expect(shop.ask("/readyz").status == 200, "second server", "the first one is not ready any more")


def _hold(shop, tally, order, acknowledged):
    """Somebody has begun to write and does not end. Nothing is written: no other program may."""
    callback = order.callback("succeeded")
    connection = sqlite3.connect(shop.store, isolation_level=None, timeout=60)
    connection.execute("BEGIN IMMEDIATE")
    answer = shop.send(callback, timeout=300)
    connection.execute("ROLLBACK")
    connection.close()
    tally.count("callbacks while the store was held")
    tally.expect(answer.status == 503 and answer.headers.get("Retry-After"), "wrong answer", f"held: {answer.status}")
    status = shop.send(callback).status
    tally.expect(status == 200, "not recovered", f"{status} when the store was let go")
    acknowledged[callback.hash] = 1
