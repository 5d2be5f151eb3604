"""Metrics as JMH's JSON has them: mean, Student's t interval at 99.9 %, percentiles."""

import math

CONFIDENCE = 0.999
PERCENTILES = (0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0)


def metric(values: list[float], unit: str) -> dict:
    """The metric of one fork, a value an iteration."""
    mean = sum(values) / len(values)
    error = mean_error(values)
    return {
        "score": mean,
        "scoreError": _number(error),
        "scoreConfidence": [_number(mean - error), _number(mean + error)],
        "scorePercentiles": {str(p): percentile(values, p) for p in PERCENTILES},
        "scoreUnit": unit,
        "rawData": [values],
    }


def mean_error(values: list[float]) -> float:
    """Half the interval's width; no number where there are no three values, as in JMH."""
    count = len(values)
    if count <= 2:
        return math.nan
    mean = sum(values) / count
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / (count - 1))
    return t_quantile(1 - (1 - CONFIDENCE) / 2, count - 1) * deviation / math.sqrt(count)


def percentile(values: list[float], percent: float) -> float:
    """Between the values next to p (n + 1) / 100, as commons-math does it for JMH."""
    ordered = sorted(values)
    position = percent * (len(ordered) + 1) / 100
    if position < 1:
        return ordered[0]
    if position >= len(ordered):
        return ordered[-1]
    below = int(position)
    return ordered[below - 1] + (position - below) * (ordered[below] - ordered[below - 1])


def t_quantile(probability: float, freedom: int) -> float:
    """The inverse of Student's distribution function above its middle, by bisection."""
    low, high = 0.0, 1.0
    while _t_below(high, freedom) < probability:
        high *= 2
    for _ in range(100):
        middle = (low + high) / 2
        if _t_below(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return high


def _t_below(t: float, freedom: int) -> float:
    """For whole degrees of freedom a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    theta = math.atan(t / math.sqrt(freedom))
    odd = freedom % 2 == 1
    term = math.cos(theta) if odd else 1.0
    total = term if freedom > 1 or not odd else 0.0
    first = 2 if odd else 1
    for k in range(first, freedom - 2, 2):
        term *= k / (k + 1) * math.cos(theta) ** 2
        total += term
    between = math.sin(theta) * total
    if odd:
        between = 2 / math.pi * (theta + between)
    return (1 + between) / 2


def _number(value: float) -> float | str:
    return "NaN" if math.isnan(value) else value
