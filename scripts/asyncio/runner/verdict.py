"""Whether a load's figures may be quoted, by the rules that hold for the JVM's loads."""

from open_loop import Load

LEAST_LATE = 1_000_000


def reasons(load: Load, sent: int, received: int, delay_error: float) -> list[dict[str, str]]:
    """Why it is invalid, a rule and a sentence each; empty if it is not. Times in nanoseconds."""
    judged = _driver(load) + _server(load, sent, received, delay_error)
    return [{"rule": rule, "text": text} for holds, rule, text in judged if holds]


def _driver(load: Load) -> list[tuple[bool, str, str]]:
    phase = load.measured
    p99 = phase.response.percentile(99)
    limit = max(LEAST_LATE, p99 // 10)
    late = phase.lag.above(limit)
    lag = phase.lag.percentile(99)
    share = 100 * phase.started / phase.planned if phase.planned else 0
    return [
        (
            not (load.warm_up.balances() and phase.balances()),
            "books",
            f"the books do not balance: {load.warm_up.books()}, {phase.books()}",
        ),
        (
            phase.started < 0.99 * phase.planned,
            "sent",
            f"{phase.started} of {phase.planned} planned arrivals were started, {share:.1f} %;"
            " needed: 99 %",
        ),
        (
            late > 0.05 * phase.lag.total,
            "late",
            f"{late} of {phase.lag.total} plans started more than {limit / 1e6:.3f} ms late;"
            " allowed: 5 %",
        ),
        (
            lag > 0.1 * p99,
            "lag",
            f"the driver's lag has a p99 of {lag / 1e6:.3f} ms; allowed: 10 % of the response"
            f" time's, {p99 / 1e6:.3f} ms",
        ),
        (
            load.spoilt() > 0,
            "errors",
            f"{load.spoilt()} plans, those of the warm-up among them, did not end with a value;"
            f" the scenario has no failures: {load.failures()}",
        ),
    ]


def _server(
    load: Load, sent: int, received: int, delay_error: float
) -> list[tuple[bool, str, str]]:
    p99 = load.measured.response.percentile(99)
    return [
        (
            received > sent if load.spoilt() else received != sent,
            "requests",
            f"{sent} requests were sent and the server received {received}",
        ),
        (
            delay_error > 0.1 * p99,
            "server-late",
            f"the server's own delays were late by a p99 of {delay_error / 1e6:.3f} ms; allowed:"
            f" 10 % of the response time's, {p99 / 1e6:.3f} ms",
        ),
    ]
