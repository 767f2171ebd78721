"""A disk that may forget what was not synced: files and a folder, and what is left of them after a power cut.

What a sync covered is there. Of everything later each sector of 512 bytes is there or not, each by itself; names that
were made or removed since the folder was synced are there or not, in the order in which they were made.
"""

SECTOR = 512


class File:
    def __init__(self):
        self.synced = bytearray()
        self.later = []

    def write(self, offset, data):
        self.later.append((offset, data))

    def truncate(self, length):
        self.later.append((length, None))

    def sync(self, count):
        """Everything is there of what was written before the sync began."""
        for change in self.later[:count]:
            _apply(self.synced, *change)
        del self.later[:count]

    def after_power_cut(self, random):
        content = bytearray(self.synced)
        # Now and then everything or nothing: the disk was quick, or it was slow.
        part = random.choice([0, 0.2, 0.5, 0.8, 1])
        for offset, data in self.later:
            if data is None:
                if random.random() < part:
                    _apply(content, offset, None)
                continue
            start = 0
            while start < len(data):
                length = SECTOR - (offset + start) % SECTOR
                if random.random() < part:
                    _apply(content, offset + start, data[start : start + length])
                start += length
        return content


class Disk:
    """One folder."""

    def __init__(self):
        self.names = {}
        self._synced_names = {}
        self._later = []

    def open(self, path):
        """Makes the file if it is not there."""
        if path not in self.names:
            self.names[path] = File()
            self._later.append((path, self.names[path]))

    def unlink(self, path):
        if self.names.pop(path, None):
            self._later.append((path, None))

    @property
    def name_changes(self):
        return len(self._later)

    def sync_names(self, count):
        for path, file in self._later[:count]:
            _name(self._synced_names, path, file)
        del self._later[:count]

    def after_power_cut(self, random):
        """{path: content}"""
        names = dict(self._synced_names)
        part = random.choice([0, 0.5, 1])
        for path, file in self._later:
            if random.random() < part:
                _name(names, path, file)
        return {path: file.after_power_cut(random) for path, file in names.items()}


def _name(names, path, file):
    if file:
        names[path] = file
    else:
        names.pop(path, None)


def _apply(content, offset, data):
    if data is None:
        if offset < len(content):
            del content[offset:]
        else:
            content.extend(bytes(offset - len(content)))
        return
    if len(content) < offset + len(data):
        content.extend(bytes(offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data
