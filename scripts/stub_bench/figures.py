"""What is computed from readings, and how clients' outputs are read. Nothing here starts anything."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from stub_bench.failure import Failure


@dataclass(frozen=True)
class Ratio:
    """Ratios of the two readings of each pair: their median and their range."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.3f} ({self.low:.3f} to {self.high:.3f})"


@dataclass(frozen=True)
class Reading:
    """What a closed-loop client counted."""

    requests: int
    per_second: float


@dataclass(frozen=True)
class Loop:
    """What a closed loop achieved: evenness is the least by the most that one of its loops did, if it is told."""

    per_second: float
    cpu_us: float
    evenness: float | None


def ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """The first of each pair by the second."""
    ratios = [first / second for first, second in pairs]
    return Ratio(statistics.median(ratios), min(ratios), max(ratios))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The least-squares slope of y over x; 0 where there are too few points to have one."""
    if len({x for x, _ in points}) < 2:
        return 0.0
    xs, ys = zip(*points)
    return statistics.linear_regression(xs, ys).slope


def last_part(points: Sequence[tuple[float, float]], share: float) -> list[tuple[float, float]]:
    """The points of the last share of the time."""
    if not points:
        return []
    start, end = points[0][0], points[-1][0]
    return [point for point in points if point[0] >= end - share * (end - start)]


def parse_wrk(text: str) -> Reading:
    """Reads wrk's output; errors that it reports make a reading worthless."""
    requests = re.search(r"^\s*(\d+) requests in ", text, re.MULTILINE)
    per_second = re.search(r"^Requests/sec:\s+([\d.]+)", text, re.MULTILINE)
    errors = re.search(r"^\s*(Socket errors: .*|Non-2xx or 3xx responses: .*)$", text, re.MULTILINE)
    if errors:
        raise Failure(f"wrk says '{errors.group(1)}'; a reading must have no errors")
    if not requests or not per_second:
        raise Failure(f"wrk's output holds no number of requests:\n{text}")
    return Reading(int(requests.group(1)), float(per_second.group(1)))


def parse_h2load(text: str) -> Reading:
    """Reads h2load's output; requests that did not succeed make a reading worthless."""
    per_second = re.search(r"^finished in .*, ([\d.]+) req/s", text, re.MULTILINE)
    requests = re.search(r"^requests: .* (\d+) done, .* (\d+) failed, (\d+) errored, (\d+) timeout", text, re.MULTILINE)
    statuses = re.search(r"^status codes: \d+ 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx", text, re.MULTILINE)
    if not per_second or not requests or not statuses:
        raise Failure(f"h2load's output holds no number of requests:\n{text}")
    if any(int(count) for count in requests.groups()[1:] + statuses.groups()):
        raise Failure(f"h2load says '{requests.group(0)}; {statuses.group(0)}'; a reading must have no errors")
    return Reading(int(requests.group(1)), float(per_second.group(1)))


def parse_loop(text: str) -> Loop:
    """Reads the last reading of ClosedLoopMain; failed requests make it worthless."""
    found = re.findall(
        r"^\S+: (\d+) requests/s, ([\d.]+) us CPU a request, (\d+) failed, (\d+) to (\d+) a loop$", text, re.MULTILINE
    )
    if not found:
        raise Failure(f"the closed loop's output holds no reading:\n{text}")
    per_second, cpu_us, failed, least, most = found[-1]
    if int(failed):
        raise Failure(f"the closed loop says '{failed} failed'; a reading must have no errors")
    return Loop(float(per_second), float(cpu_us), int(least) / max(1, int(most)))


def response_length(head: bytes) -> int:
    """The length of a whole response with this head, of which the blank line is part."""
    length = re.search(rb"\r\ncontent-length: *(\d+)\r\n", head, re.IGNORECASE)
    if not head.startswith(b"HTTP/1.1 200 ") or not length:
        raise Failure(f"the answer begins with {head[:60]!r}; expected status 200 and a Content-Length")
    return len(head) + int(length.group(1))


def body_for(total: int, head_without_digits: int) -> int | None:
    """The length of the body that makes a response so long in total, where there is one."""
    for digits in range(1, 8):
        body = total - head_without_digits - digits
        if body >= 0 and len(str(body)) == digits:
            return body
    return None


def row(*cells: object) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
