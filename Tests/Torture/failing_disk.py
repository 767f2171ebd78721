"""Row 22: the disk reports errors. 503 with Retry-After, nothing half, and well again without a restart."""

import os

from shop import Shop
from store import Store, copy
from tracer import Tracer

ERRORS = ["ENOSPC", "EIO", "EROFS"]
CALLS = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate"]


def run(town, tally, is_small):
    for error in ERRORS:
        for call in CALLS:
            fail(Shop(town, f"{call}-{error}", tells=False), tally, error, call, 4 if is_small else 1)
    for call in ["pwrite64", "fdatasync"]:
        tally.expect(f"failing {call} tried" in tally.counts, "not tried", f"no {call} of a commit has failed")
    _fail_checkpoint(town, tally, ["EIO"] if is_small else ERRORS)


def fail(shop, tally, error, call, stride):
    """The nth such call of one callback fails, and all behind it."""
    shop.start()
    order = shop.create("DISK-0")
    acknowledged = []
    number = 1
    while True:
        callback = order.callback("succeeded")
        where = f"{error} of {call} number {number}"
        tracer = Tracer(
            shop.process.pid, "-P", shop.store, "-P", f"{shop.store}-wal", "-s", "0", "-e", f"trace={call}",
            "-e", f"inject={call}:error={error}:when={number}+",
        )
        answer = shop.send(callback)
        if answer.status == 200:
            acknowledged.append(callback)
        has_failed = "INJECTED" in tracer.detach().decode(errors="replace")
        if not has_failed:
            tally.expect(answer.status == 200, "genuine refused", f"{where}, without an error: {answer.status}")
            break
        tally.count(f"failing {call} tried")
        expect_unavailable(tally, answer, where)
        again = shop.send(callback).status
        tally.expect(again == 200, "not recovered", f"{where}: {again}")
        acknowledged.append(callback)
        number += stride
    shop.kill()
    check(tally, shop, acknowledged, f"{error} of {call}")


def _fail_checkpoint(town, tally, errors):
    """What is committed is in the log: a checkpoint that fails costs nobody an answer."""
    for error in errors:
        shop = Shop(town, f"checkpoint-{error}", tells=False)
        shop.start()
        order = shop.create("DISK-0")
        acknowledged = []
        calls = "pwrite64,fdatasync,fsync"
        tracer = Tracer(
            shop.process.pid, "-P", shop.store, "-s", "0", "-e", f"trace={calls}",
            "-e", f"inject={calls}:error={error}",
        )
        for _ in range(300):
            acknowledged.append(order.callback("succeeded"))
            status = shop.send(acknowledged[-1]).status
            tally.expect(status == 200, "genuine refused", f"while a checkpoint fails with {error}: {status}")
        failed = tracer.detach().decode(errors="replace").count("INJECTED")
        tally.expect(failed > 0, "not tried", f"no checkpoint has failed with {error}")
        tally.count("failing calls of checkpoints tried", failed)
        check(tally, shop, acknowledged, f"a checkpoint that fails with {error}")
        for _ in range(300):
            acknowledged.append(order.callback("succeeded"))
            shop.send(acknowledged[-1])
        shop.kill()
        check(tally, shop, acknowledged, f"after a checkpoint that failed with {error}")


def expect_unavailable(tally, answer, where):
    tally.expect(answer.status == 503, "wrong answer", f"{where}: {answer.status}")
    seconds = answer.headers.get("Retry-After", "")
    tally.expect(seconds.isdigit() and int(seconds) > 0, "wrong answer", f"{where}: Retry-After is {seconds!r}")


def check(tally, shop, acknowledged, where, elsewhere=None):
    """Nothing is half, and what was acknowledged is there. Of a running program nobody may be asking anything now."""
    store = Store(copy(shop.store, os.path.join(elsewhere or shop.folder, f"copy of {os.path.basename(shop.folder)}")))
    store.check(tally, where)
    counts = {}
    for callback in acknowledged:
        counts[callback.hash] = counts.get(callback.hash, 0) + 1
    tally.expect_nothing("lost", store.lost(counts), where)
