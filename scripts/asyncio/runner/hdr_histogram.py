"""HdrHistogram of three digits in whole nanoseconds, and its V2 encoding, compressed."""

import base64
import math
import struct
import zlib

DIGITS = 3
SUB_BUCKET_BITS = 11  # 2,048 is the power of two above 2 * 10 ** DIGITS
HALF_COUNT = 1 << (SUB_BUCKET_BITS - 1)
HIGHEST = (1 << 63) - 1

_V2 = 0x1C849303 | 0x10
_V2_COMPRESSED = 0x1C849304 | 0x10


class Histogram:
    """Counts of values, each kept to three digits."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self.total = 0
        self.max = 0

    def record(self, value: int) -> None:
        value = max(0, value)
        index = _index(value)
        self._counts[index] = self._counts.get(index, 0) + 1
        self.total += 1
        self.max = max(self.max, value)

    def percentile(self, percent: float) -> int:
        """The highest value that the same bucket holds, as HdrHistogram tells it; 0 if empty."""
        due = max(1, math.ceil(math.nextafter(percent / 100 * self.total, 0)))
        seen = 0
        for index, count in sorted(self._counts.items()):
            seen += count
            if seen >= due:
                return _highest_equivalent(index)
        return 0

    def mean(self) -> float:
        total = sum(_median_equivalent(index) * n for index, n in self._counts.items())
        return total / self.total if self.total else 0.0

    def above(self, limit: int) -> int:
        """How many values are in buckets above that of the limit."""
        return sum(n for index, n in self._counts.items() if index > _index(limit))

    def encoded(self) -> str:
        """The histogram as a line of a log has it."""
        payload = b"".join(self._runs())
        plain = (
            struct.pack(">iiiiqqd", _V2, len(payload), 0, DIGITS, 1, HIGHEST, 1.0) + payload
        )
        compressed = zlib.compress(plain)
        head = struct.pack(">ii", _V2_COMPRESSED, len(compressed))
        return base64.b64encode(head + compressed).decode("ascii")

    def _runs(self):
        """Counts up to the last one, and each run of zeros as one negative number."""
        expected = 0
        for index, count in sorted(self._counts.items()):
            if index > expected:
                yield _zig_zag(expected - index)
            yield _zig_zag(count)
            expected = index + 1


def _index(value: int) -> int:
    bucket = max(value.bit_length(), SUB_BUCKET_BITS) - SUB_BUCKET_BITS
    return (bucket << (SUB_BUCKET_BITS - 1)) + (value >> bucket)


def _bucket(index: int) -> tuple[int, int]:
    """Its lowest value, and how many values it holds."""
    bucket = max(0, (index >> (SUB_BUCKET_BITS - 1)) - 1)
    return (index - bucket * HALF_COUNT) << bucket, 1 << bucket


def _highest_equivalent(index: int) -> int:
    lowest, size = _bucket(index)
    return lowest + size - 1


def _median_equivalent(index: int) -> int:
    lowest, size = _bucket(index)
    return lowest + (size >> 1)


def _zig_zag(number: int) -> bytes:
    """ZigZag LEB128: seven bits a byte, the lowest first; a ninth byte would hold eight."""
    rest = number << 1 if number >= 0 else (-number << 1) - 1
    encoded = bytearray()
    while rest >= 0x80 and len(encoded) < 8:
        encoded.append(rest & 0x7F | 0x80)
        rest >>= 7
    encoded.append(rest)
    return bytes(encoded)
