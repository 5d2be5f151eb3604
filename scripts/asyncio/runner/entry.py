"""What a fork found as an entry of JMH's JSON."""

import platform
import sys

import figures
from closed_loop import Measured, Timing

PACKAGE = "dev.heddle.benchmarks."


def of(benchmark: str, mode: str, params: dict, timing: Timing, primary: dict, more: dict) -> dict:
    version = platform.python_version()
    name = platform.python_implementation()
    return {
        "jmhVersion": "none",
        "benchmark": PACKAGE + benchmark,
        "mode": mode,
        "threads": 1,
        "forks": 1,
        "jvm": sys.executable,
        "jvmArgs": [],
        "jdkVersion": f"{name} {version}",
        "vmName": name,
        "vmVersion": version,
        "warmupIterations": timing.warmups,
        "warmupTime": f"{timing.warmup_millis} ms",
        "warmupBatchSize": 1,
        "measurementIterations": timing.iterations,
        "measurementTime": f"{timing.millis} ms",
        "measurementBatchSize": 1,
        "params": params,
        "primaryMetric": primary,
        "secondaryMetrics": more,
    }


def of_closed_loop(
    benchmark: str, params: dict, timing: Timing, found: Measured, requests: int
) -> dict:
    """The entry; CPU per request only where there are requests."""
    more = {"cpu": figures.metric(found.cpu_micros, "us/op")}
    if requests:
        more["cpuPerRequest"] = figures.metric([c / requests for c in found.cpu_micros], "us/op")
    more["coldCall"] = figures.metric([found.cold_millis], "ms/op")
    more["peakRss"] = figures.metric([found.peak_rss_mb], "MB")
    primary = figures.metric(found.micros, "us/op")
    return of(benchmark, "avgt", params, timing, primary, more)
