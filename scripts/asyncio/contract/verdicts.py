"""Whether asyncio does what a case says, and if not whether that was to be expected."""

import sys
from dataclasses import dataclass

from cases import Case
from steps import Disagreement, play

BOUND_SECONDS = 5


@dataclass(frozen=True)
class Verdict:
    agrees: bool
    unexpected: bool
    text: str


def judge(case: Case) -> Verdict:
    expected = case.difference is not None and sys.version_info[:3] < case.difference.before
    try:
        play(case, BOUND_SECONDS / 5 if expected else BOUND_SECONDS)
    except Disagreement as e:
        if expected:
            return Verdict(False, False, f"differs as expected: {case.difference.because}; {e}")
        return Verdict(False, True, f"DISAGREES: {e}")
    if expected:
        return Verdict(False, True, f"agrees, though it is said to differ: {case.difference.because}")
    return Verdict(True, False, "agrees")
