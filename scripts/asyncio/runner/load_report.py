"""What one load found, as the file that the JVM's loads leave: figures, books, verdict."""

import json
import os
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import ground
from hdr_histogram import Histogram
from open_loop import Load

PERCENTILES = (("p50", 50), ("p90", 90), ("p99", 99), ("p999", 99.9), ("max", 100))


@dataclass(frozen=True)
class Seen:
    """What is to be known of a load beside its plans; times in seconds, since 1970 where absolute."""

    began: float
    ended: float
    achieved: float
    cpu: float
    sent: int
    received: int
    delay_error_micros: float


def write(file: str, args: Namespace, client: str, load: Load, seen: Seen, reasons: list) -> None:
    """The file appears whole or not at all."""
    partial = Path(file + ".partial")
    text = json.dumps(_json(args, client, load, seen, reasons), indent=2)
    partial.write_text(text + "\n", encoding="utf-8")
    os.replace(partial, file)


def _json(args: Namespace, client: str, load: Load, seen: Seen, reasons: list) -> dict:
    phase = load.measured
    exchanges = seen.achieved * seen.sent / load.started() if load.started() else 0
    return {
        "parameters": _parameters(args, client),
        "began": _time(seen.began),
        "ended": _time(seen.ended),
        "verdict": {"valid": not reasons, "reasons": reasons},
        "offered_per_second": args.rate,
        "achieved_per_second": seen.achieved,
        "highest_in_flight": load.highest_in_flight,
        "books": phase.books(),
        "warm_up_books": load.warm_up.books(),
        "response_us": _micros(phase.response),
        "service_us": _micros(phase.service),
        "lag_us": _micros(phase.lag),
        "failures": load.failures(),
        "exchanges": {
            "per_second": exchanges,
            "sent": seen.sent,
            "received": seen.received,
            "may_be_cut_short": False,
            "delay_error_p99_us": seen.delay_error_micros,
        },
        "driver_cpu_s": round(seen.cpu, 3),
    }


def _parameters(args: Namespace, client: str) -> dict[str, str]:
    """The first four are the reference's own; the others are those of a model's load."""
    return {
        "model": "asyncio",
        "loop": args.loop,
        "client": client,
        "runtime": ground.runtime(),
        "plan": args.pattern,
        "fan-out": str(args.fan_out),
        "latency": args.latency,
        "arrivals": args.arrivals,
        "rate": f"{args.rate:g}",
    }


def _micros(histogram: Histogram) -> dict[str, float]:
    figures = {"count": histogram.total, "mean": histogram.mean() / 1e3}
    return figures | {name: histogram.percentile(at) / 1e3 for name, at in PERCENTILES}


def _time(seconds: float) -> str:
    at = datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds")
    return at.replace("+00:00", "Z")
