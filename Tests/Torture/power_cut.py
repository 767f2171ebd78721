"""The power fails at each moment of a recorded run: what was acknowledged before is there.

Three runs of the program on one store are recorded, call by call: one that makes the file and is killed, one that finds
its log and ends as asked to, and one that begins with an empty log. Then the files are made as they may have been at
each cut, and opened by the program.
"""

import http.client
import json
import os
import random
import re
import shutil
import threading

import trace
from callbacks import Order
from disk import Disk
from killed_under_load import run_threads
from shop import OWN_KEY, Shop, wait_until
from store import Store

CLIENTS = 4


class PowerCut:
    def __init__(self, town, tally, seed, callbacks, cuts, opened):
        """`callbacks` a run, `cuts` in all beside one after each answer, and every how manieth is opened by the program."""
        self.town, self.tally = town, tally
        self.callbacks, self.cuts, self.opened = callbacks, cuts, opened
        self.random = random.Random(f"power {seed}")
        self.shop = Shop(town, "power", tells=False)
        self.folder = os.path.realpath(self.shop.folder)
        # What each connection asked for, in order: a callback's hash or a reference. The ports are those of the client.
        self._asked = {}
        self._lock = threading.Lock()

    def run(self):
        traces = [self._record(number, end) for number, end in enumerate(["kill", "stop", "kill"])]
        self.tally.say(f"recorded {sum(map(os.path.getsize, traces)) >> 20} MiB of calls")
        self._replay(traces)

    def _record(self, number, end):
        path = os.path.join(self.town.folder, f"power-{number}.trace")
        self.shop.start([*trace.ARGUMENTS, "-o", path])
        jobs = list(range(self.callbacks // 2))

        def work():
            connection = http.client.HTTPConnection("127.0.0.1", self.shop.port, timeout=30)
            connection.connect()
            port = connection.sock.getsockname()[1]
            asked = self._asked[(number, port)] = []
            while True:
                with self._lock:
                    if not jobs:
                        break
                    reference = f"POWER-{number}-{jobs.pop()}"
                payment = json.loads(self._ask(connection, asked, reference, "/payments", self._creation(reference), [
                    ("Authorization", f"Bearer {OWN_KEY}")
                ]))
                order = Order(payment["id"], payment["providerPaymentID"], reference, "wallets", "deposit")
                first = order.callback("succeeded")
                for callback in [first, self.random.choice([first, order.callback("expired")])]:
                    self._ask(connection, asked, callback.hash, callback.path, callback.body, callback.headers)
            connection.close()

        run_threads([work] * CLIENTS)
        if end == "kill":
            self.shop.kill()
        else:
            self.tally.expect(self.shop.process.stop() == 0, "bad end", "the program did not end as it should")
        # The tracer writes to the end after the program has ended.
        ended = re.compile(rf"^{self.shop.process.pid} +\+\+\+", re.M)
        wait_until(lambda: ended.search(_tail(path)), what="strace")
        return path

    @staticmethod
    def _creation(reference):
        return json.dumps({"amount": "500", "reference": reference, "provider": "wallets", "expiresIn": 3600}).encode()

    @staticmethod
    def _ask(connection, asked, name, path, body, headers):
        asked.append(name)
        connection.putrequest("POST", path)
        for header in [*headers, ("Content-Length", str(len(body)))]:
            connection.putheader(*header)
        connection.endheaders(body)
        response = connection.getresponse()
        content = response.read()
        if response.status not in (200, 201):
            raise RuntimeError(f"{path}: {response.status} {content[:200]}")
        return content

    def _replay(self, traces):
        steps = [(number, event) for number, path in enumerate(traces) for event in trace.events(path)]
        cuts = set(self.random.sample(range(len(steps)), min(self.cuts, len(steps))))
        disk, marks, answered = Disk(), {}, {}
        acknowledged = {}
        for index, (run, event) in enumerate(steps):
            kind, name, arguments, result = event
            is_answer = False
            if kind == "begins" and name in ("write", "writev", "sendmsg", "sendto"):
                is_answer = self._answer(run, arguments, answered, acknowledged)
            self._apply(disk, marks, *event)
            if is_answer or index in cuts:
                self._cut(disk, acknowledged, index)
        self.tally.count("answers in the recording", sum(acknowledged.values()))
        self.tally.expect(sum(acknowledged.values()) == sum(map(len, self._asked.values())), "not tried",
                          f"{sum(acknowledged.values())} answers were found in the recording")
        self.tally.count("calls that write or sync in the recording", len(steps) // 2)

    def _answer(self, run, arguments, answered, acknowledged):
        """Writes down what is acknowledged by an answer, from the moment when it begins to leave."""
        port = trace.client_port(trace.file_of(arguments))
        if (run, port) not in self._asked:
            return False
        heads = b"".join(trace.strings_of(arguments)).count(b"HTTP/1.1 20")
        for _ in range(heads):
            number = answered[(run, port)] = answered.get((run, port), -1) + 1
            name = self._asked[(run, port)][number]
            acknowledged[name] = acknowledged.get(name, 0) + 1
        return heads > 0

    def _apply(self, disk, marks, kind, name, arguments, result):
        if name in ("openat", "unlink", "unlinkat", "rename", "renameat", "renameat2"):
            if kind == "ends" and result is not None and result >= 0:
                self._rename(disk, name, arguments)
            return
        path = trace.file_of(arguments)
        if path == self.folder and name in ("fsync", "fdatasync"):
            self._sync(marks, kind, result, path, disk.name_changes, disk.sync_names)
        file = disk.names.get(path)
        if file is None:
            return
        if kind == "begins" and path.endswith(".sqlite"):
            self.tally.count("calls on the file itself, which a checkpoint makes")
        if name == "pwrite64" and kind == "begins":
            file.write(trace.last_number(arguments), trace.strings_of(arguments)[0])
        elif name == "ftruncate" and kind == "begins":
            file.truncate(trace.last_number(arguments))
        elif name in ("fsync", "fdatasync"):
            self._sync(marks, kind, result, path, len(file.later), file.sync)
        elif name in ("write", "writev", "pwritev"):
            raise ValueError(f"{name} on {path} is not understood")

    @staticmethod
    def _sync(marks, kind, result, path, changes, sync):
        """A sync covers what was there when it began, once it has ended."""
        if kind == "begins":
            marks[path] = changes
        elif result == 0:
            sync(marks.pop(path))

    def _rename(self, disk, name, arguments):
        if name.startswith("rename"):
            raise ValueError("a rename is not understood")
        path = trace.strings_of(arguments)[0].decode()
        if os.path.dirname(path) != self.folder or not os.path.basename(path) in ("payments.sqlite", "payments.sqlite-wal"):
            return
        if name == "openat":
            if b"O_CREAT" in arguments:
                disk.open(path)
        else:
            disk.unlink(path)

    def _cut(self, disk, acknowledged, index):
        self.tally.count("power cuts")
        folder = os.path.join(self.town.folder, "after-power-cut")
        os.makedirs(folder)
        for path, content in disk.after_power_cut(self.random).items():
            with open(os.path.join(folder, os.path.basename(path)), "wb") as file:
                file.write(content)
        where = f"cut {index}"
        store_path = os.path.join(folder, "payments.sqlite")
        # The index of the log is memory that was never synced: anything may stand there.
        if os.path.exists(store_path) and self.random.random() < 0.5:
            with open(store_path + "-shm", "wb") as file:
                file.write(self.random.randbytes(32768))
        if self.tally.counts["power cuts"] % self.opened == 0:
            self._open(folder, where)
        store = Store(store_path)
        self.tally.expect_nothing("half rows", store.problems, where)
        references = {row[1]: row for row in store.payments.values()}
        for name, count in acknowledged.items():
            if name.startswith("POWER"):
                is_there = name in references and references[name][4] == "created"
            else:
                is_there = store.copies.get(name, 0) >= count
            self.tally.expect(is_there, "lost", f"{where}: {name} was acknowledged")
        shutil.rmtree(folder)

    def _open(self, folder, where):
        """The program opens it, and shows what it holds."""
        self.tally.count("power cuts after which the program listed the payments")
        shop = Shop(self.town, "after-power-cut", folder, tells=False)
        result = shop.run("list", "--limit", "1000")
        self.tally.expect(result.returncode == 0, "not opened", f"{where}: {result.stderr[-200:]}")
        listed = {json.loads(line)["reference"] for line in result.stdout.splitlines()}
        stored = {row[1] for row in Store(os.path.join(folder, "payments.sqlite")).payments.values()}
        self.tally.expect(listed == stored, "not opened", f"{where}: {len(listed)} listed of {len(stored)}")


def _tail(path):
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 4096))
        return file.read().decode(errors="replace")
