"""When plans are to start: the times of the JVM's driver, to the nanosecond of rounding."""

import math
from typing import Iterator

_MASK = (1 << 64) - 1
_GAMMA = 0x9E3779B97F4A7C15


def times(kind: str, rate: float, seed: int, warm_up: int) -> Iterator[int]:
    """Nanoseconds from the beginning; the rate rises during the first half of the warm-up."""
    quarter = warm_up // 4
    for due in _constant(rate) if kind == "constant" else _poisson(rate, seed):
        yield int(math.sqrt(due * warm_up)) if due < quarter else due + quarter


def _constant(rate: float) -> Iterator[int]:
    number = 0
    while True:
        yield round(number * 1e9 / rate)
        number += 1


def _poisson(rate: float, seed: int) -> Iterator[int]:
    at = 0.0
    for uniform in _splittable_random(seed):
        at -= math.log(1 - uniform) * (1e9 / rate)
        yield int(at)


def _splittable_random(seed: int) -> Iterator[float]:
    """What java.util.SplittableRandom.nextDouble gives for a seed."""
    state = seed & _MASK
    while True:
        state = (state + _GAMMA) & _MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        yield ((z ^ (z >> 31)) >> 11) * 2.0**-53
