"""Latency distributions as people write them, as paths of the stub."""

import re
from decimal import Decimal
from typing import Callable

_ARGUMENT = re.compile(r"([a-z0-9_]+)=([0-9]*\.?[0-9]+)(ns|us|ms|s)?")
_UNITS = {"ns": Decimal("1e-9"), "us": Decimal("1e-6"), "ms": Decimal("0.001"), "s": Decimal(1)}


def urls(stub: str, text: str, seed: int) -> Callable[[int], str]:
    """Of the number of an exchange its address; the same seed draws the same delays."""
    if text == "get":
        return lambda _: f"{stub}/get"
    before = f"{stub}{path(text)}&seed={seed}&key="
    return lambda key: f"{before}{key}"


def path(text: str) -> str:
    """Of lognormal:p50=5ms,p99=40ms the path /latency/lognormal?p50=0.005&p99=0.04."""
    name, _, arguments = text.partition(":")
    return f"/latency/{name}?" + "&".join(
        _argument(argument) for argument in re.split("[,;]", arguments) if argument
    )


def _argument(text: str) -> str:
    match = _ARGUMENT.fullmatch(text)
    if not match:
        raise ValueError(f"latency has '{text}'; allowed: a name, = and a time, such as p50=5ms")
    name, number, unit = match.groups()
    seconds = format((Decimal(number) * _UNITS[unit or "s"]).normalize(), "f")
    return f"{name}={seconds}"
