"""A zip in memory, read member by member under limits: bombs, odd paths and encryption are refused in words."""

from __future__ import annotations

import csv
import io
import json
import lzma
import struct
import zipfile
import zlib
from types import TracebackType
from typing import Any

from waarmerk.errors import InvalidRequest, TooLarge

MAX_FILE = 200_000_000  # bytes of the archive as given
MAX_MEMBERS = 50_000
MAX_MEMBER = 20_000_000  # bytes of one member once inflated
MAX_TOTAL = 60_000_000  # bytes of all that is read of one archive
# What zipfile raises on damaged or exotic archives.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError,
)  # fmt: skip
MAX_ROWS = 20_000  # of one table


class Container:
    """The members of an export by name. Names are only compared, never used as paths."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_FILE:
            raise TooLarge(
                "The archive is larger than 200 MB; leave out pictures and films when you ask for the export."
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise InvalidRequest("This is not a zip file, or it is damaged. Download the export once more.") from None
        entries = self._zip.infolist()
        if len(entries) > MAX_MEMBERS:
            raise TooLarge(f"The archive holds more than {MAX_MEMBERS:,} files.")
        self._names = {entry.filename.replace("\\", "/").lstrip("/").casefold(): entry for entry in entries}
        self._read = 0

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def find(self, name: str) -> str | None:
        """The full name of the member that is called so, in whatever folder; None without one."""
        wanted = name.casefold()
        return next((full for full in self._names if full == wanted or full.endswith(f"/{wanted}")), None)

    def has(self, *names: str) -> bool:
        """Whether all these members are there."""
        return all(self.find(name) is not None for name in names)

    def text(self, name: str) -> str:
        """A member as text; empty without one. Raises TooLarge, InvalidRequest for an encrypted or broken one."""
        full = self.find(name)
        if full is None:
            return ""
        entry = self._names[full]
        if entry.flag_bits & 1:
            raise InvalidRequest("The archive is locked with a password; unlock it first.")
        try:
            with self._zip.open(entry) as member:
                data = member.read(MAX_MEMBER + 1)
        except _DAMAGE:
            raise InvalidRequest("A file in the archive is damaged. Download the export once more.") from None
        self._read += len(data)
        if len(data) > MAX_MEMBER or self._read > MAX_TOTAL:
            raise TooLarge("A file in the archive inflates to more than we read of an export.")
        return _decoded(data)

    def json(self, name: str) -> Any:
        """A member as JSON, or as JavaScript that assigns JSON (`window.YTD.x.part0 = [...]`); None where broken."""
        text = self.text(name).strip()
        if text.startswith("window."):
            text = text.partition("=")[2]
        try:
            return json.loads(text) if text else None
        except (ValueError, RecursionError):
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


def _decoded(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows' Western encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
