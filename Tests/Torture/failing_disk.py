"""The disk reports errors, or takes no more: 503 with Retry-After, nothing half, and well again without a restart."""

import os
import subprocess

from shop import Process, Shop, wait_until
from store import Store, copy
from tracer import Tracer

ERRORS = ["ENOSPC", "EIO"]
CALLS = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate"]


def run(town, tally, is_small):
    for error in ERRORS:
        for call in CALLS:
            _fails(town, tally, error, call, 4 if is_small else 1)
    _checkpoint_fails(town, tally, ERRORS[1:] if is_small else ERRORS)
    _full(town, tally)


def _fails(town, tally, error, call, stride):
    """The nth such call of one callback fails, and all behind it."""
    shop = Shop(town, f"{call}-{error}", tells=False)
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
        _expect_unavailable(tally, answer, where)
        again = shop.send(callback).status
        tally.expect(again == 200, "not recovered", f"{where}: {again}")
        acknowledged.append(callback)
        number += stride
    shop.kill()
    _check(tally, shop, acknowledged, f"{error} of {call}")


def _checkpoint_fails(town, tally, errors):
    """What is committed is in the log: a checkpoint that fails costs nobody an answer."""
    for error in errors:
        shop = Shop(town, f"checkpoint-{error}", tells=False)
        shop.start()
        order = shop.create("DISK-0")
        acknowledged = []
        calls = "pwrite64,fdatasync,fsync"
        tracer = Tracer(
            shop.process.pid, "-P", shop.store, "-s", "0", "-e", f"trace={calls}", "-e", f"inject={calls}:error={error}",
        )
        for _ in range(300):
            acknowledged.append(order.callback("succeeded"))
            status = shop.send(acknowledged[-1]).status
            tally.expect(status == 200, "genuine refused", f"while a checkpoint fails with {error}: {status}")
        failed = tracer.detach().decode(errors="replace").count("INJECTED")
        tally.expect(failed > 0, "not tried", f"no checkpoint has failed with {error}")
        tally.count("failing calls of checkpoints tried", failed)
        _check(tally, shop, acknowledged, f"a checkpoint that fails with {error}")
        for _ in range(300):
            acknowledged.append(order.callback("succeeded"))
            shop.send(acknowledged[-1])
        shop.kill()
        _check(tally, shop, acknowledged, f"after a checkpoint that failed with {error}")


def _full(town, tally):
    """A file system that is really full."""
    folder = os.path.join(town.folder, "full")
    os.makedirs(folder)
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mount.returncode != 0:
        tally.say(f"SKIPPED: the full disk. Only root may mount one: {mount.stderr.strip()}")
        return
    try:
        _fill(town, tally, folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _fill(town, tally, folder):
    shop = Shop(town, "full", folder, tells=False)
    shop.start()
    order = shop.create("DISK-0")
    acknowledged = [order.callback("succeeded")]
    tally.expect(shop.send(acknowledged[0]).status == 200, "genuine refused", "before the disk was full")
    filler = os.path.join(folder, "filler")
    for round in range(3):
        _write_until_full(filler)
        callbacks = [order.callback("succeeded") for _ in range(20)]
        # What is left of the log's last page may take one or two.
        answers = [shop.send(callback) for callback in callbacks]
        refused = [answer for answer in answers if answer.status != 200]
        acknowledged += [callback for callback, answer in zip(callbacks, answers) if answer.status == 200]
        tally.expect(bool(refused), "not tried", "the disk was not full")
        tally.count("callbacks sent to a full disk", len(answers))
        for answer in refused:
            _expect_unavailable(tally, answer, "full disk")
        ready = shop.ask("/readyz").status
        tally.expect(ready == 503, "wrong readiness", f"{ready} with a full disk")
        forged = shop.send(order.callback("rejected", secret="whsec_of_somebody_else_0123")).status
        tally.expect(forged == 401, "forged accepted", f"{forged} with a full disk")
        if round == 2:
            _starts_full(shop, tally)
        os.remove(filler)
        if shop.process.has_ended:
            shop.start()
        for callback in callbacks:
            status = shop.send(callback).status
            tally.expect(status == 200, "not recovered", f"{status} when the disk had room again")
            acknowledged.append(callback)
        ready = shop.ask("/readyz").status
        tally.expect(ready == 200, "wrong readiness", f"{ready} when the disk had room again")
    shop.kill()
    _check(tally, shop, acknowledged, "full disk", elsewhere=town.folder)


def _starts_full(shop, tally):
    """A program that is killed and started on a full disk says so, or takes nothing; it harms nothing."""
    shop.kill()
    process = Process(shop.town.program, ["serve", "--config", shop.configuration], shop.errors)
    wait_until(lambda: process.has_ended or "listening on" in process.text, what="a program on a full disk")
    shop.process = process
    if process.has_ended:
        tally.say(f"on a full disk, serve says: {process.text.strip()}")
        tally.expect(process.exit_code == 1, "bad end", f"{process.exit_code} on a full disk")


def _write_until_full(path):
    """To the last byte that the file system gives."""
    with open(path, "wb", buffering=0) as file:
        for size in [1 << 16, 1 << 12, 1 << 6]:
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


def _expect_unavailable(tally, answer, where):
    tally.expect(answer.status == 503, "wrong answer", f"{where}: {answer.status}")
    seconds = answer.headers.get("Retry-After", "")
    tally.expect(seconds.isdigit() and int(seconds) > 0, "wrong answer", f"{where}: Retry-After is {seconds!r}")


def _check(tally, shop, acknowledged, where, elsewhere=None):
    """Nothing is half, and what was acknowledged is there. Of a running program nobody may be asking anything now."""
    store = Store(copy(shop.store, os.path.join(elsewhere or shop.folder, f"copy of {os.path.basename(shop.folder)}")))
    tally.expect_nothing("half rows", store.problems, where)
    counts = {}
    for callback in acknowledged:
        counts[callback.hash] = counts.get(callback.hash, 0) + 1
    tally.expect_nothing("lost", store.lost(counts), where)
