"""Forged callbacks as fast as this machine makes them, and clients of one byte a second: genuine callbacks are answered
all the same, and nothing of the others is stored."""

import multiprocessing
import os
import random
import socket
import statistics
import threading
import time

from shop import Shop
from store import Store, copy

SLOW_CLIENTS = 100

# How long a request may take to arrive, and then some.
DEADLINE = 10 + 5

# How many forged callbacks are under way on each connection.
PIPELINE = 32


def run(town, tally, seed, seconds):
    """Floods for so many seconds alone, and for the deadline of the slow clients beside genuine callbacks."""
    shop = Shop(town, "flood", tells=False)
    shop.start()
    order = shop.create("FLOOD-0")
    slow = [_SlowClient(shop.port, order.callback("succeeded")) for _ in range(SLOW_CLIENTS)]
    source = random.Random(f"flood {seed}")
    requests = [order.forged(source).bytes for _ in range(500)]

    before = _sizes(shop)
    _flood(tally, shop.port, requests, lambda: time.sleep(seconds))
    grown = [name for name, size in _sizes(shop).items() if size != before.get(name)]
    tally.expect(not grown, "disk grown", f"{grown}, by forged callbacks alone")

    latencies, sent = [], []

    def genuine():
        while not all(client.has_ended for client in slow):
            if time.monotonic() > slow[0].start + DEADLINE:
                break
            sent.append(order.callback("succeeded"))
            start = time.monotonic()
            status = shop.send(sent[-1]).status
            latencies.append(time.monotonic() - start)
            tally.expect(status == 200, "genuine refused", f"{status} in the flood")
            time.sleep(0.02)

    _flood(tally, shop.port, requests, genuine)
    for client in slow:
        tally.expect(client.has_ended, "slow client held", f"for more than {DEADLINE} s")
        tally.expect(b" 200 " not in client.answer, "forged accepted", "half a request")
    tally.count("slow clients", len(slow))
    tally.count("genuine callbacks in the flood", len(sent))
    p99 = statistics.quantiles(latencies, n=100)[98]
    tally.say(f"genuine callbacks in the flood: p50 {statistics.median(latencies) * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms")
    shop.kill()
    store = Store(copy(shop.store, os.path.join(shop.folder, "copy")))
    tally.expect_nothing("half rows", store.problems, "after the flood")
    tally.expect_nothing("lost", store.lost({callback.hash: 1 for callback in sent}), "after the flood")
    tally.expect(len(store.copies) == len(sent), "forged accepted", f"{len(store.copies)} stored of {len(sent)} sent")


def _flood(tally, port, requests, meanwhile):
    """Sends forged callbacks from a process of its own until something else is done."""
    done, results = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=_send, args=(port, requests, done, results), daemon=True)
    start = time.monotonic()
    process.start()
    meanwhile()
    done.set()
    refused, other = results.get(timeout=30)
    process.join()
    tally.count("forged callbacks in the flood", refused + other)
    tally.expect(other == 0 and refused > 0, "forged accepted", f"{other} of {refused + other} were not answered with 401")
    tally.say(f"{refused / (time.monotonic() - start):.0f} forged callbacks a second")


def _send(port, requests, done, results):
    """Several at a time on one connection: the answers come in the order of the requests."""
    refused = other = place = 0
    with socket.create_connection(("127.0.0.1", port)) as connection:
        while not done.is_set():
            batch = [requests[(place + number) % len(requests)] for number in range(PIPELINE)]
            place += PIPELINE
            connection.sendall(b"".join(batch))
            heads = b""
            while heads.count(b"HTTP/1.1 ") < PIPELINE or not heads.endswith(b"}"):
                data = connection.recv(1 << 16)
                if not data:
                    raise RuntimeError("the connection was closed")
                heads += data
            refused += heads.count(b"HTTP/1.1 401 ")
            other += heads.count(b"HTTP/1.1 ") - heads.count(b"HTTP/1.1 401 ")
    results.put((refused, other))


class _SlowClient:
    """Sends one byte a second of the body of a genuine callback, which is longer than it may take."""

    def __init__(self, port, callback):
        self.start = time.monotonic()
        self.has_ended = False
        self.answer = b""
        self._connection = socket.create_connection(("127.0.0.1", port))
        head, self._body = callback.bytes.split(b"\r\n\r\n", 1)
        self._connection.sendall(head + b"\r\n\r\n")
        threading.Thread(target=self._go_on, daemon=True).start()

    def _go_on(self):
        self._connection.settimeout(1)
        for byte in self._body:
            try:
                self._connection.sendall(bytes([byte]))
                self.answer += (received := self._connection.recv(1000))
                if not received:
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        self.has_ended = True
        self._connection.close()


def _sizes(shop):
    with os.scandir(shop.folder) as entries:
        return {entry.name: entry.stat().st_size for entry in entries}
