"""`strace` on the running program."""

import errno
import os
import re
import shutil
import signal
import subprocess
import threading
import time

WRITES_AND_SYNCS = "write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,ftruncate,?unlink,unlinkat"

# A call on a file of the store or on a connection. Others only wake threads.
_CALL = re.compile(rb"(\w+)\(\d+<(/[^>]*payments\.sqlite[^>]*|socket:[^>]*|TCP[^>]*)>")


def why_not():
    """Why no process can be traced here, or nothing when it can. Containers and kernels may forbid it."""
    if not shutil.which("strace"):
        raise SystemExit("strace is not there: please install it")
    process = subprocess.Popen(["sleep", "60"])
    try:
        Tracer(process.pid, "-e", "trace=none").detach()
    except RuntimeError as error:
        said = [line for line in str(error).splitlines() if os.strerror(errno.EPERM) in line]
        # Anything else is no prohibition, and no reason to go on with less.
        if not said:
            raise
        return f"{said[-1]} (root may, unless the container forbids it)"
    finally:
        process.kill()
        process.wait()


class Tracer:
    """Attaches to a process and reads what is said about it, until it is detached or the process ends."""

    def __init__(self, pid, *arguments):
        self._output = bytearray()
        self._changed = threading.Condition()
        self._strace = subprocess.Popen(
            ["strace", "-f", "-y", "--signal=none", *arguments, "-p", str(pid)],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._wait_until_attached()

    def _wait_until_attached(self):
        end = time.monotonic() + 120
        while b"attached" not in self.text:
            if time.monotonic() > end or not self._reader.is_alive():
                raise RuntimeError(f"strace does not attach: {self.text.decode(errors='replace')[-300:]}")
            time.sleep(0.002)

    def _read(self):
        while data := os.read(self._strace.stderr.fileno(), 1 << 16):
            with self._changed:
                self._output += data
            self.heard()

    def heard(self):
        """Is told of every piece of output."""

    @property
    def text(self):
        with self._changed:
            return bytes(self._output)

    @property
    def calls(self):
        """The calls so far, those that have begun: [(name, file or connection, where in the text)]."""
        return [(call[1].decode(), call[2].decode(), call.start()) for call in _CALL.finditer(self.text)]

    def detach(self):
        """Leaves the process alone, if it is there; what was said."""
        if self._strace.poll() is None:
            self._strace.send_signal(signal.SIGINT)
        self._strace.wait(timeout=120)
        self._reader.join(timeout=120)
        self._strace.stderr.close()
        return self.text


class CallCounter(Tracer):
    """Holds up each call before it is made, and kills the process at one of them.

    `when=` of strace counts for each thread by itself; this counts the calls of the whole process.
    """

    def __init__(self, pid, kill_at=None, pause=0.01):
        self._pid, self._kill_at = pid, kill_at
        self.has_killed = False
        pause = f"{WRITES_AND_SYNCS}:delay_enter={int(pause * 1e6)}"
        super().__init__(pid, "-e", f"trace={WRITES_AND_SYNCS}", "-e", f"inject={pause}", "-s", "0")

    def heard(self):
        if self._kill_at and not self.has_killed and len(self.calls) >= self._kill_at:
            self.has_killed = True
            os.kill(self._pid, signal.SIGKILL)

    @property
    def was_in_time(self):
        """Whether the call at which the process was killed had not been made by then."""
        _, _, start = self.calls[self._kill_at - 1]
        line = self.text[start:].split(b"\n", 1)[0]
        return not re.search(rb"\) += -?\d", line)
