"""Reads what `strace` recorded of writes, syncs and names, and of the answers that were sent."""

import re

ARGUMENTS = [
    "strace", "-f", "-D", "-q", "--seccomp-bpf", "-e", "signal=SIGKILL", "-yy", "-xx", "-s", "1000000", "-e",
    "trace=write,writev,pwrite64,pwritev,sendmsg,sendto,fsync,fdatasync,ftruncate,"
    "openat,?unlink,unlinkat,?rename,?renameat,renameat2",
]

_LINE = re.compile(rb"(\d+) +(.*)")
_CALL = re.compile(rb"(\w+)\((.*)", re.S)
_RESUMED = re.compile(rb"<\.\.\. (\w+) resumed>(.*)", re.S)
_RESULT = re.compile(rb"\) += (-?\d+|\?)")
_HEX = re.compile(rb"\\x([0-9a-f]{2})")
_STRING = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FILE = re.compile(rb"^\d+<(TCP[^\]]*\]|[^>]*)>")
_CONNECTION = re.compile(r"TCP:\[[^\]]*->127\.0\.0\.1:(\d+)\]")


def bytes_of(text):
    return bytes.fromhex(text.replace(b"\\x", b"").decode())


def events(path):
    """Each call twice, in the order in which it was recorded: ("begins" or "ends", name, arguments, result).

    Arguments are still as strace prints them; a call that never ended has no result, and its end may be missing. One
    that strace answered instead of the system has none either: nothing was done.
    """
    open_calls = {}
    with open(path, "rb") as file:
        for line in file:
            thread, rest = _LINE.match(line.rstrip(b"\n")).groups()
            if rest.startswith((b"+++", b"---", b"strace:")):
                continue
            resumed = _RESUMED.match(rest)
            if resumed:
                name, arguments = open_calls.pop(thread)
                tail = resumed[2]
                arguments += tail
            else:
                name, arguments = _CALL.match(rest).groups()
                begun = arguments.removesuffix(b"<unfinished ...>").rstrip()
                yield "begins", name.decode(), begun, None
                if len(begun) < len(arguments):
                    open_calls[thread] = (name, begun)
                    continue
                tail = arguments
            result = _RESULT.search(tail)
            was_made = result and result[1] != b"?" and not tail.endswith(b"(INJECTED)")
            yield "ends", name.decode(), arguments, int(result[1]) if was_made else None


def file_of(arguments):
    """The path behind the first argument, or what it is if no file."""
    match = _FILE.match(arguments)
    return _HEX.sub(lambda byte: bytes.fromhex(byte[1].decode()), match[1]).decode(errors="replace") if match else ""


def strings_of(arguments):
    found = []
    for text, is_cut in _STRING.findall(arguments):
        if is_cut:
            raise ValueError("strace has shortened a string")
        found.append(bytes_of(text))
    return found


def client_port(file):
    """The port at the other end of a connection."""
    match = _CONNECTION.search(file)
    return int(match[1]) if match else None


def last_number(arguments):
    """The last argument, a number: the place of a pwrite64, the length of an ftruncate."""
    return int(re.search(rb", (\d+)\s*(?:\)|$)", arguments)[1])
