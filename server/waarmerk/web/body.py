"""The body of a request: bounded as sent and once inflated, then JSON, strictly."""

from __future__ import annotations

import json
import zlib
from typing import Any

from flask import request

from waarmerk.contract import json_marks, limits
from waarmerk.web.errors import Problem

_WINDOWS = {"gzip": (16 + zlib.MAX_WBITS,), "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS)}


def read_json() -> Any:
    """The body of this request as plain values. Raises `Problem`: 400, 413 or 415."""
    if request.mimetype != "application/json":
        raise Problem("media-type", headers={"Accept": "application/json"})
    if request.mimetype_params.get("charset", "utf-8").lower().strip('"') not in ("utf-8", "utf8", "us-ascii"):
        raise Problem("not-utf-8")
    return parse(_inflated(_sent()))


def parse(data: bytes) -> Any:
    """JSON in UTF-8 as plain values. Raises `Problem` for what is not that, too deep, or ambiguous."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("not-utf-8") from None
    _check_marks(data)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError):  # numbers of thousands of digits are ValueErrors too
        raise Problem("not-json") from None


def _sent() -> bytes:
    """The body as sent. Werkzeug cuts a chunked body off at the limit without a word, so it is read here."""
    length = request.content_length
    if length is None and not request.environ.get("wsgi.input_terminated"):
        return b""
    if length is not None and length > limits.BODY_BYTES:
        raise Problem("body-too-large")
    most = limits.BODY_BYTES + 1 if length is None else length
    data = bytearray()
    while len(data) < most:
        piece = request.environ["wsgi.input"].read(min(65_536, most - len(data)))
        if not piece:
            break
        data += piece
    if length is not None and len(data) < length:
        raise Problem("bad-request")  # the caller went away
    if len(data) > limits.BODY_BYTES:
        raise Problem("body-too-large")
    return bytes(data)


def _inflated(data: bytes) -> bytes:
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        return data
    if encoding not in _WINDOWS:
        raise Problem("encoding", headers={"Accept-Encoding": "gzip, deflate"})
    for window in _WINDOWS[encoding]:  # `deflate` comes with and without the zlib wrapping
        try:
            return inflate(data, window)
        except zlib.error:
            continue
    raise Problem("not-compressed")


def inflate(data: bytes, window: int) -> bytes:
    """Inflate up to the limit and no byte further. Raises `Problem` beyond it, zlib.error for what is not whole."""
    whole = bytearray()
    while data:
        stream = zlib.decompressobj(window)
        whole += stream.decompress(data, limits.INFLATED_BYTES + 1 - len(whole))
        if len(whole) > limits.INFLATED_BYTES or stream.unconsumed_tail:
            raise Problem("body-too-large")
        if not stream.eof:
            raise zlib.error
        data = stream.unused_data  # gzip may come in several members
        if data and window < 16:
            raise zlib.error
    return bytes(whole)


def _check_marks(data: bytes) -> None:
    marks, depth = json_marks.weigh(data, most=limits.NODES)
    if marks > limits.NODES:
        raise Problem("too-large")
    if depth > limits.DEPTH:
        raise Problem("too-deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):  # readers differ on which of the two counts, so neither does
        raise Problem("twice")
    return found


def _no_constant(_: str) -> Any:
    raise ValueError("NaN and Infinity are not JSON")
