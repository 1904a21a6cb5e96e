"""A zip in memory, read member by member under limits: bombs, odd paths, links and encryption are refused in words."""

from __future__ import annotations

import csv
import io
import lzma
import stat
import struct
import zipfile
import zlib
from types import TracebackType
from typing import Any

from waarmerk.extraction import encoding, guarded, refusal

MAX_FILE = 200_000_000  # bytes of the archive as given
MAX_MEMBERS = 50_000
MAX_MEMBER = 20_000_000  # bytes of one member once inflated
MAX_TOTAL = 60_000_000  # bytes of all that is read of one archive
MAX_RATIO = 200  # inflated to packed, beyond the first megabyte; text packs to a tenth, seldom to a fiftieth
_SMALL = 1_000_000  # bytes; a small member may be as empty as it likes
MAX_ROWS = 20_000  # of one table
# What zipfile raises on damaged or exotic archives.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError, OverflowError,
)  # fmt: skip
_ENTRY = b"PK\x01\x02"  # starts every entry of the list of members
_ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".7z", ".rar")


class Container:
    """The members of an export by name. Names are only compared, never used as paths."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_FILE:
            raise refusal.too_large("archive-size", limit=MAX_FILE // 1_000_000)
        if data.count(_ENTRY) > MAX_MEMBERS:  # before zipfile makes an object of each
            raise refusal.too_large("archive-members", limit=MAX_MEMBERS)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise refusal.invalid("archive-damaged") from None
        self._members = {_plain(entry.filename): entry for entry in self._zip.infolist()}
        self._read = 0
        if any(_tricky(entry) for entry in self._zip.infolist()):
            raise refusal.invalid("archive-path")

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of all members, lower-cased, in the archive's order."""
        return tuple(self._members)

    @property
    def nested(self) -> bool:
        """Whether there are archives inside."""
        return any(name.endswith(_ARCHIVES) for name in self._members)

    def find(self, name: str) -> str | None:
        """The full name of the member that is called so, in whatever folder; None without one."""
        wanted = name.casefold()
        if wanted in self._members:
            return wanted
        return next((full for full in self._members if full.endswith(f"/{wanted}")), None)

    def has(self, *names: str) -> bool:
        """Whether all these members are there."""
        return all(self.find(name) is not None for name in names)

    def bytes(self, name: str, *, most: int = MAX_MEMBER) -> bytes:
        """A member as it is; empty without one. Raises TooLarge, InvalidRequest for an encrypted or broken one."""
        full = self.find(name)
        if full is None:
            return b""
        entry = self._members[full]
        if entry.flag_bits & 1:
            raise refusal.invalid("archive-locked")
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise refusal.too_large("archive-ratio")
        try:
            with self._zip.open(entry) as member:
                data = member.read(most + 1)
        except _DAMAGE:
            raise refusal.invalid("archive-member-damaged") from None
        self._read += len(data)
        if len(data) > most or self._read > MAX_TOTAL:
            raise refusal.too_large("archive-member-size")
        return data

    def text(self, name: str) -> str:
        """A member as text; empty without one. Raises what `bytes` raises."""
        return encoding.lenient(self.bytes(name))

    def json(self, name: str) -> Any:
        """A member as JSON, or as JavaScript that assigns JSON (`window.YTD.x.part0 = [...]`); None where broken."""
        text = self.text(name).strip()
        if text.startswith("window."):
            text = text.partition("=")[2]
        try:
            return guarded.loads(text) if text else None
        except ValueError:
            return None

    def table(self, name: str) -> list[dict[str, str]]:
        """Rows of a CSV member by header; LinkedIn puts notes before the header of some."""
        lines = self.text(name).splitlines(keepends=True)
        start = next(
            (at for at, line in enumerate(lines[:10]) if "," in line and not line.startswith(("Notes:", '"'))), 0
        )
        rows: list[dict[str, str]] = []
        try:
            for row in csv.DictReader(io.StringIO("".join(lines[start:]), newline="")):
                rows.append(
                    {key.strip(): value.strip() for key, value in row.items() if key and isinstance(value, str)}
                )
                if len(rows) >= MAX_ROWS:
                    break
        except csv.Error:
            return rows
        return rows


def _plain(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _tricky(entry: zipfile.ZipInfo) -> bool:
    """Whether unpacking this member would reach outside its folder: `..`, a path from the root or a drive, a link."""
    name = _plain(entry.filename)
    climbs = ".." in name.split("/") or name.startswith("/") or name[1:2] == ":"
    return climbs or stat.S_ISLNK(entry.external_attr >> 16)
