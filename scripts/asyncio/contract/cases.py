"""The shared cases: what is in the files, unread."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Difference:
    """Why a Python before a version is expected not to agree."""

    before: tuple[int, ...]
    because: str


@dataclass(frozen=True)
class Case:
    """One case of a line of the contract: permits by name, and steps in order."""

    line: str
    title: str
    permits: dict[str, int]
    steps: list[dict[str, Any]]
    difference: Difference | None


def load(folder: Path) -> list[Case]:
    return [_case(case) for file in sorted(folder.glob("*.json")) for case in json.loads(file.read_text())]


def _case(read: dict[str, Any]) -> Case:
    difference = read.get("differs")
    return Case(
        read["line"],
        read["title"],
        read.get("permits", {}),
        read["steps"],
        difference and Difference(_version(difference["before"]), difference["because"]),
    )


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))
