"""Defects planted on purpose: each has to be noticed by the check that is there for it, or that check is worth nothing.

None is in the program. They are between it and the checks: a sender that takes everything for an acknowledgement, a
disk that lies about its syncs, a store and a merchant's memory in which something was changed afterwards.
"""

import copy
import http.client
import json
import os
import sqlite3
import types

import failing_disk
from killed_at_calls import KilledAtCalls
from killed_under_load import KilledUnderLoad
from power_cut import PowerCut
from shop import Shop
from store import Store
from store import copy as copy_store
from tally import Tally

ANY_SUCCESS = "SELECT min(payment) FROM notification WHERE status = 'succeeded'"

# What is changed in a store, and what has to be noticed.
IN_THE_STORE = [
    ("a callback is gone", "lost", "DELETE FROM inbox WHERE number = (SELECT max(number) FROM inbox)"),
    ("a copy of a callback was not counted", "lost",
     "UPDATE inbox SET copies = copies - 1 WHERE number = (SELECT max(number) FROM inbox WHERE copies > 1)"),
    ("a callback without its history", "half rows",
     f"UPDATE notification SET source = NULL, claim = NULL WHERE source = 'callback' AND payment = ({ANY_SUCCESS})"),
    ("a history without its callback", "half rows", f"DELETE FROM inbox WHERE payment = ({ANY_SUCCESS})"),
    ("a status without its history", "half rows", "UPDATE progress SET status = 'expired' WHERE status = 'rejected'"),
    ("a success without its notification", "half rows",
     f"DELETE FROM notification WHERE status = 'succeeded' AND payment = ({ANY_SUCCESS})"),
    ("a second notification of a success", "announced twice",
     f"UPDATE notification SET status = 'succeeded' WHERE status = 'pending' AND payment = ({ANY_SUCCESS})"),
    ("a notification that was never sent", "not told",
     f"UPDATE notification SET state = 'pending' WHERE status = 'succeeded' AND payment = ({ANY_SUCCESS})"),
    ("another outcome than was said", "wrong status", """
        UPDATE progress SET status = 'failed' WHERE status = 'rejected';
        UPDATE notification SET status = 'failed', claim = 'failed' WHERE status = 'rejected'"""),
    ("a forged callback that was stored", "forged accepted",
     "UPDATE inbox SET body_hash = :forged WHERE number = (SELECT max(number) FROM inbox)"),
]


class Planted:
    def __init__(self, town, tally, seed):
        self.town, self.tally, self.seed = town, tally, seed

    def run(self, can_trace):
        self._in_a_store()
        self._careless()
        if can_trace:
            self._careless_at_calls()
            self._careless_on_a_failing_disk()
            self._lying_disk()

    def _expect(self, name, kind, found):
        """`found` is what was counted while the defect was there."""
        self.tally.count("defects planted")
        text = f"{name}: no violation '{kind}', but {sorted({kind for kind, _ in found.violations})}"
        if self.tally.expect(found.found(kind), "defect not noticed", text):
            self.tally.count("defects noticed")

    def _in_a_store(self):
        """A short load without a kill, of which everything is right, until something is changed."""
        load = KilledUnderLoad(self.town, self.tally, self.seed, 2, 60, silence=0, name="planted")
        load.run(kills=False)
        load.finish()
        for name, kind, change in IN_THE_STORE:
            self._expect(name, kind, self._compare(load, lambda path: _change(path, change, load.forged)))
        self._expect("a page of zeros", "damaged", self._compare(load, _damage))
        own = {order.id for order in load.orders}
        heard = [told for told in self.town.merchant.received if told[0] in own]
        payment, id, type, sequence = next(told for told in heard if told[2] == "payment.succeeded")
        for name, kind, received in [
            ("a success told under two ids", "announced twice", [*heard, (payment, id + "1", type, sequence + 1)]),
            ("a success that is not told", "not told", [told for told in heard if told[1] != id]),
            ("what is not so is told", "told what is not so", [*heard, (payment, id, "payment.failed", sequence)]),
            ("the last is told first", "told out of order", heard[::-1]),
        ]:
            self._expect(name, kind, self._compare(load, received=received))
        self._expect("a notification signed with another key", "notification badly signed", self._hear_forged(heard[0]))

    def _hear_forged(self, told):
        payment, id, type, sequence = told
        merchant = copy.copy(self.town.merchant)
        merchant.tally, merchant.received = Tally(is_quiet=True), []
        headers = {"webhook-id": id, "webhook-timestamp": "1", "webhook-signature": "v1,bm90IHRoZSBjb2Rl"}
        content = {"type": type, "data": {"sequence": sequence, "payment": {"id": payment, "reference": ""}}}
        merchant.take(headers, json.dumps(content).encode())
        return merchant.tally

    def _compare(self, load, change=lambda path: None, received=None):
        """What is found in a store that was changed, or by a merchant who has heard something else."""
        load = copy.copy(load)
        load.tally = Tally(is_quiet=True)
        path = copy_store(load.shop.store, os.path.join(self.town.folder, "planted-copy"))
        change(path)
        if received is not None:
            merchant = copy.copy(self.town.merchant)
            merchant.received = received
            load.town = types.SimpleNamespace(merchant=merchant)
        load.compare(Store(path))
        for part in ["", "-wal", "-shm"]:
            if os.path.exists(path + part):
                os.remove(path + part)
        return load.tally

    def _careless(self):
        found = Tally(is_quiet=True)
        load = KilledUnderLoad(self.town, found, self.seed, 1, 30, silence=0, name="careless", make_shop=Careless)
        load.run(kills=False)
        load.shop.kill()
        load.send_once(load.orders[0].callback("succeeded"), is_genuine=True)
        load.kill_and_check()
        self._expect("200 before the commit", "lost", found)
        self._expect("200 to whatever was forged", "forged accepted", found)

    def _careless_at_calls(self):
        found = Tally(is_quiet=True)
        KilledAtCalls(self.town, found, (1, 1), name="careless-calls", make_shop=Careless).callback(1)
        self._expect("200 before the commit, killed at a call", "lost", found)

    def _careless_on_a_failing_disk(self):
        found = Tally(is_quiet=True)
        failing_disk.fail(Careless(self.town, "careless-disk", tells=False), found, "EIO", "fdatasync", 1)
        self._expect("200 when the disk has failed", "wrong answer", found)

    def _lying_disk(self):
        found = Tally(is_quiet=True)
        lies = ["-e", "inject=fsync,fdatasync:retval=0"]
        PowerCut(self.town, found, f"lies {self.seed}", 20, 20, 1000, lies).run()
        self._expect("a disk that lies about its syncs, and loses power", "lost", found)


class Careless(Shop):
    """What a sender sees of a program that answers 200 to everything at once, whatever becomes of it."""

    def send(self, callback, timeout=300):
        try:
            super().send(callback, timeout)
        except (OSError, http.client.HTTPException):
            pass
        return types.SimpleNamespace(status=200, headers={}, body=b"")


def _change(path, change, forged):
    connection = sqlite3.connect(path)
    for statement in change.split(";"):
        cursor = connection.execute(statement, {"forged": bytes.fromhex(min(forged))} if ":forged" in statement else {})
        if not cursor.rowcount:
            raise RuntimeError(f"nothing there to change: {statement}")
    connection.commit()
    connection.close()


def _damage(path):
    """The first page of the table of the history is written over."""
    connection = sqlite3.connect(path)
    (size,), (page,) = (connection.execute(query).fetchone() for query in [
        "PRAGMA page_size", "SELECT rootpage FROM sqlite_master WHERE name = 'history'"
    ])
    connection.close()
    with open(path, "r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
