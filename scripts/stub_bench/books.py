"""What the client says became of each request, against what the stub says."""

from typing import Any

from stub_bench.figures import row

# What is asked for in a soak, and the one way in which it must end.
ENDINGS = {
    "/get": "completed",
    "/fault/reset": "reset",
    "/fault/close": "closed_before_answer",
    "/fault/truncate": "closed_in_answer",
    "/fault/garbage": "garbage",
    "/fault/stall": "timed_out",
    "/fault/slow?bytes_per_second=10000": "completed",
    "/flaky?rate=0.5&status=503": "completed",
}
STATUSES = {"/flaky?rate=0.5&status=503": {"200", "503"}}

_KINDS = ("completed", "reset", "closed_before_answer", "closed_in_answer", "garbage", "timed_out", "connect_failed")
_STUB_ENDINGS = ("completed", "aborted_by_client", "faulted", "in_flight")


def quiet(stats: dict[str, Any]) -> bool:
    """Whether the stub has noticed that the client is gone."""
    return stats.get("in_flight", 0) == 0 and stats.get("open_connections", 0) == 0


def faults(told: dict[str, Any], stats: dict[str, Any]) -> list[str]:
    """Every way in which the books do not balance, as sentences."""
    return [*_client_faults(told), *_stub_faults(told, stats), *_ending_faults(told)]


def _client_faults(told: dict[str, Any]) -> list[str]:
    every = told["all"]
    ended = sum(every[kind] for kind in _KINDS)
    found = []
    if told["unsent"] or every["connect_failed"]:
        found.append(f"{told['unsent']} requests found no connection in time, {every['connect_failed']} none at all")
    if ended + told["unsent"] != told["planned"]:
        found.append(f"the client planned {told['planned']} requests, and {ended} have ended")
    if told["connections_with_stray_bytes"]:
        found.append(f"on {told['connections_with_stray_bytes']} connections came bytes that nobody had asked for")
    return found


def _stub_faults(told: dict[str, Any], stats: dict[str, Any]) -> list[str]:
    missing = [field for field in ("received", *_STUB_ENDINGS) if field not in stats]
    found = [f"the stub's /stats has no field '{field}'" for field in missing]
    received = stats.get("received", 0)
    accounted = sum(stats.get(field, 0) for field in _STUB_ENDINGS)
    if received != accounted:
        names = " + ".join(_STUB_ENDINGS)
        found.append(f"the stub received {received} requests, but {names} = {accounted}")
    if told["sent"] != received:
        found.append(f"the client sent {told['sent']} requests, the stub received {received}")
    if not quiet(stats):
        left = (stats.get("in_flight"), stats.get("open_connections"))
        found.append("with the client gone, the stub has {} requests in flight and {} connections".format(*left))
    return found


def _ending_faults(told: dict[str, Any]) -> list[str]:
    found = []
    for path, counts in told["by_target"].items():
        wanted = ENDINGS[path]
        otherwise = {kind: counts[kind] for kind in _KINDS if kind != wanted and counts[kind]}
        if otherwise:
            found.append(f"requests to {path} must end as '{wanted}'; others: {otherwise}")
        strange = set(counts["statuses"]) - STATUSES.get(path, {"200"})
        if strange:
            found.append(f"{path} was answered with the status {', '.join(sorted(strange))}")
    return found


def print_endings(told: dict[str, Any]) -> None:
    """A Markdown table of the client's side."""
    print(row("target", "sent", *[kind.replace("_", " ") for kind in _KINDS], "statuses"))
    print(row("---", *["---:"] * (len(_KINDS) + 1), "---"))
    for path, counts in [*told["by_target"].items(), ("all", told["all"])]:
        statuses = ", ".join(f"{status}: {count}" for status, count in counts["statuses"].items())
        print(row(path, counts["sent"], *[counts[kind] for kind in _KINDS], statuses))
