"""The two kinds of fork: a closed loop and an open one. One process, one event loop."""

import time
from argparse import Namespace
from functools import partial
from pathlib import Path

import arrivals
import clients
import closed_loop
import entry
import figures
import hdr_log
import latency
import load_report
import open_loop
import patterns
import stub
import verdict
import work
from closed_loop import Timing
from load_report import Seen

LOAD_BENCHMARK = "OpenLoopBenchmark.load"
STATISTICS = (("p50", 50), ("p90", 90), ("p99", 99), ("p999", 99.9))


async def closed(args: Namespace) -> dict:
    fetches = args.work in work.FETCHES
    client = clients.BY_NAME[args.client if fetches else "none"]()
    children = work.children(args.work, args.fan_out, args.pattern, client, args.stub)
    ledger = stub.Ledger(args.stub, fetches, exact=args.pattern != "wait-first")
    run = patterns.BY_NAME[args.pattern]
    due = patterns.results(args.pattern, args.fan_out)

    async def operation() -> None:
        ledger.sent(args.fan_out)
        got = len(await run(children))
        if got != due:
            raise RuntimeError(f"{args.fan_out} children returned {got} results; due: {due}")

    try:
        found = await closed_loop.measure(operation, args.timing, ledger.check)
    finally:
        await client.close()
    params = _params(args, client.name) | {"work": _constant(args.work)}
    params["fanOut"] = str(args.fan_out)
    benchmark = patterns.BENCHMARKS[args.pattern]
    requests = args.fan_out if fetches else 0
    return entry.of_closed_loop(benchmark, params, args.timing, found, requests)


async def opened(args: Namespace) -> dict:
    client = clients.BY_NAME[args.client]()
    url = latency.urls(args.stub, args.latency, args.seed)
    run = patterns.BY_NAME[args.pattern]

    def plan(number: int):
        first = number * args.fan_out
        keys = range(first, first + args.fan_out)
        return run([partial(client.get, url(key)) for key in keys])

    warm_up, duration = round(args.warm_up * 1e9), round(args.seconds * 1e9)
    times = arrivals.times(args.arrivals, args.rate, args.seed, warm_up)
    before = stub.stats(args.stub)["received"]
    began, start, cpu = time.time(), time.perf_counter(), time.process_time()
    try:
        load = await open_loop.offer(plan, times, warm_up, duration)
    finally:
        await client.close()
    took, cpu = time.perf_counter() - start, time.process_time() - cpu
    after = stub.stats(args.stub)
    sent, received = load.started() * args.fan_out, after["received"] - before
    delay_error = after["delay_error_us"]["p99"]
    reasons = verdict.reasons(load, sent, received, delay_error * 1e3)
    achieved = load.per_second(duration, warm_up)
    params = _params(args, client.name) | _load_params(args)
    if args.log:
        _write_log(args, began, load)
    if args.report:
        seen = Seen(began, time.time(), achieved, cpu, sent, received, delay_error)
        load_report.write(args.report, args, client.name, load, seen, reasons)
    more = _load_metrics(args, load, achieved, not reasons)
    primary = figures.metric([took], "s/op")
    made = entry.of(LOAD_BENCHMARK, "ss", params, Timing(0, 1, 1, round(took * 1e3)), primary, more)
    return made | {"verdict": {"valid": not reasons, "reasons": reasons}}


def _params(args: Namespace, client: str) -> dict:
    return {
        "model": "asyncio",
        "tier": "reference",
        "transport": "none" if client == "none" else args.client,
        "loop": args.loop,
        "client": client,
    }


def _load_params(args: Namespace) -> dict:
    return {
        "plan": _constant(args.pattern),
        "fanOut": str(args.fan_out),
        "latency": args.latency,
        "rate": f"{args.rate:g}",
        "arrivals": _constant(args.arrivals),
        "seconds": f"{args.seconds:g}",
        "warmUp": f"{args.warm_up:g}",
        "seed": str(args.seed),
    }


def _constant(name: str) -> str:
    return name.upper().replace("-", "_")


def _load_metrics(args: Namespace, load: open_loop.Load, achieved: float, valid: bool) -> dict:
    more = {}
    phase = load.measured
    for kind, histogram in ("response", phase.response), ("service", phase.service), ("lag", phase.lag):
        more[f"{kind}.mean"] = figures.metric([histogram.mean() / 1e3], "us/op")
        for name, percent in STATISTICS:
            more[f"{kind}.{name}"] = figures.metric([histogram.percentile(percent) / 1e3], "us/op")
        more[f"{kind}.max"] = figures.metric([histogram.percentile(100) / 1e3], "us/op")
    more["offered"] = figures.metric([args.rate], "ops/s")
    more["achieved"] = figures.metric([achieved], "ops/s")
    more["valid"] = figures.metric([float(valid)], "runs")
    more["peakRss"] = figures.metric([closed_loop.peak_rss_mb()], "MB")
    return more


def _write_log(args: Namespace, began: float, load: open_loop.Load) -> None:
    words = ("asyncio", args.client, args.loop, args.pattern, str(args.fan_out), args.latency)
    cell = "/".join((*words, args.arrivals, f"{args.rate:g}")).replace(",", ";")
    phase = load.measured
    histograms = {"response": phase.response, "service": phase.service, "lag": phase.lag}
    by_tag = {f"{cell}:{kind}": histogram for kind, histogram in histograms.items()}
    Path(args.log).write_text(hdr_log.text(began, time.time(), by_tag), encoding="utf-8")
