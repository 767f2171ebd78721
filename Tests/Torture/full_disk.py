"""Row 22: the disk takes no more. 503 with Retry-After, nothing half, and well again without a restart.

A file system of 2 MiB is filled to its last byte. Only root may mount one, and not in every container; else the program
may not make its files longer than they are, which the system refuses with another error and at the same place.
"""

import os
import resource
import subprocess
import sys

from failing_disk import check, expect_unavailable
from shop import Process, Shop, wait_until


def run(town, tally):
    folder = os.path.join(town.folder, "full")
    os.makedirs(folder)
    try:
        mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]
        subprocess.run(mount, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = (getattr(error, "stderr", "") or str(error)).splitlines()[0]
        tally.say(f"nothing may be mounted here, so a limit stands for the full disk: {reason}")
        _fill(town, tally, Shop(town, "full", folder, tells=False), _Limit())
        return
    try:
        _fill(town, tally, Shop(town, "full", folder, tells=False), _Filler(folder))
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


class _Filler:
    """A file that takes all the room there is."""

    wrapper = ()

    def __init__(self, folder):
        self._path = os.path.join(folder, "filler")

    def fill(self, shop):
        with open(self._path, "wb", buffering=0) as file:
            for size in [1 << 16, 1 << 12, 1 << 6]:
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def free(self, shop):
        os.remove(self._path)


class _Limit:
    """A limit on the length of the files that one process writes: RLIMIT_FSIZE, without the signal."""

    _RUN = """
import os, resource, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
os.execv(sys.argv[2], sys.argv[2:])
"""

    def __init__(self):
        self._length = resource.RLIM_INFINITY

    @property
    def wrapper(self):
        return [sys.executable, "-c", self._RUN, str(self._length)]

    def fill(self, shop):
        self._set(shop, os.path.getsize(f"{shop.store}-wal"))

    def free(self, shop):
        self._set(shop, resource.RLIM_INFINITY)

    def _set(self, shop, length):
        self._length = length
        if not shop.process.has_ended:
            resource.prlimit(shop.process.pid, resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))


def _fill(town, tally, shop, disk):
    shop.start(disk.wrapper)
    order = shop.create("DISK-0")
    acknowledged = [order.callback("succeeded")]
    tally.expect(shop.send(acknowledged[0]).status == 200, "genuine refused", "before the disk was full")
    for round in range(3):
        disk.fill(shop)
        callbacks = [order.callback("succeeded") for _ in range(20)]
        # What is left of the log's last page may take one or two.
        answers = [shop.send(callback) for callback in callbacks]
        refused = [answer for answer in answers if answer.status != 200]
        acknowledged += [callback for callback, answer in zip(callbacks, answers) if answer.status == 200]
        tally.expect(bool(refused), "not tried", "the disk was not full")
        tally.count("callbacks sent to a full disk", len(answers))
        for answer in refused:
            expect_unavailable(tally, answer, "full disk")
        ready = shop.ask("/readyz").status
        tally.expect(ready == 503, "wrong readiness", f"{ready} with a full disk")
        forged = shop.send(order.callback("rejected", secret="whsec_of_somebody_else_0123")).status
        tally.expect(forged == 401, "forged accepted", f"{forged} with a full disk")
        if round == 2:
            _starts_full(shop, tally, disk)
        disk.free(shop)
        if shop.process.has_ended:
            shop.start(disk.wrapper)
        for callback in callbacks:
            status = shop.send(callback).status
            tally.expect(status == 200, "not recovered", f"{status} when the disk had room again")
            acknowledged.append(callback)
        ready = shop.ask("/readyz").status
        tally.expect(ready == 200, "wrong readiness", f"{ready} when the disk had room again")
    shop.kill()
    check(tally, shop, acknowledged, "full disk", elsewhere=town.folder)


def _starts_full(shop, tally, disk):
    """A program that is killed and started on a full disk says so, or takes nothing; it harms nothing."""
    shop.kill()
    arguments = ["serve", "--config", shop.configuration]
    shop.process = process = Process(shop.town.program, arguments, shop.errors, disk.wrapper)
    wait_until(lambda: process.has_ended or "listening on" in process.text, "a program on a full disk")
    if process.has_ended:
        tally.say(f"on a full disk, serve says: {process.text.strip()}")
        tally.expect(process.exit_code == 1, "bad end", f"{process.exit_code} on a full disk")
