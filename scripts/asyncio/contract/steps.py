"""Plays the steps of a case, one after the other, and checks what they say."""

import asyncio
from typing import Any, Awaitable

from cases import Case
from outcomes import ended, raised
from plans import Plans
from stage import Disagreement, Stage

Step = dict[str, Any]


def play(case: Case, bound: float) -> None:
    """
    :param bound: seconds after which what has not happened is taken for what does not happen
    :raises Disagreement: if asyncio does something else than a step says
    """
    if any("run" in step for step in case.steps):
        _play_runs(Stage(case.permits, bound), case.steps)
    else:
        asyncio.run(_play(Stage(case.permits, bound), case.steps))


def _play_runs(stage: Stage, steps: list[Step]) -> None:
    """Each run is an asyncio.run of its own; nothing else goes on in such a case."""
    for number, step in enumerate(steps, 1):
        if "run" not in step:
            asyncio.run(_Steps(stage).take(number, step))
            continue
        try:
            outcome: Any = {"value": asyncio.run(_run(Plans(stage).run(step["run"])))}
        except BaseException as e:
            outcome = raised(e)
        _check(number, "the run", outcome, step)


async def _play(stage: Stage, steps: list[Step]) -> None:
    _keep_quiet()
    player = _Steps(stage)
    for number, step in enumerate(steps, 1):
        await player.take(number, step)


async def _run(work: Awaitable[Any]) -> Any:
    _keep_quiet()
    return await work


def _keep_quiet() -> None:
    """Failures that nobody retrieves are part of some cases, and not told on standard error."""
    asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)


class _Steps:
    def __init__(self, stage: Stage):
        self._stage = stage
        self._plans = Plans(stage)

    async def take(self, number: int, step: Step) -> None:
        kind = next(iter(step))
        await getattr(self, f"_{kind}")(number, step)

    async def _start(self, _: int, step: Step) -> None:
        self._plans.start(step["start"], step["plan"])

    async def _open(self, _: int, step: Step) -> None:
        self._stage.gate(step["open"]).open()

    async def _arrive(self, _: int, step: Step) -> None:
        await self._stage.gate(step["arrive"]).arrivals(step.get("count", 1))

    async def _leave(self, _: int, step: Step) -> None:
        await self._stage.gate(step["leave"]).cancellations(step.get("count", 1))

    async def _cancel(self, number: int, step: Step) -> None:
        returned = self._stage.tasks[step["cancel"]].cancel()
        _require(number, f"cancel of {step['cancel']}", returned, step["returns"])

    async def _running(self, number: int, step: Step) -> None:
        _require(number, f"{step['running']} is running", not self._stage.tasks[step["running"]].done(), True)

    async def _awaited(self, number: int, step: Step) -> None:
        """Lets the loop go on until so many wait for a task."""
        task = self._stage.tasks[step["awaited"]]
        until = asyncio.get_running_loop().time() + self._stage.bound
        while len(getattr(task, "_callbacks", None) or []) < step["count"]:
            if asyncio.get_running_loop().time() > until:
                raise Disagreement(f"step {number}: fewer than {step['count']} wait for {step['awaited']}")
            await asyncio.sleep(0)

    async def _result(self, number: int, step: Step) -> None:
        """What reading the result of a task gives at once, done or not."""
        try:
            outcome: Any = {"value": self._stage.tasks[step["result"]].result()}
        except BaseException as e:
            outcome = raised(e)
        _check(number, f"result of {step['result']}", outcome, step)

    async def _end(self, number: int, step: Step) -> None:
        task = self._stage.tasks[step["end"]]
        done, _ = await asyncio.wait({task}, timeout=self._stage.bound)
        if not done:
            raise Disagreement(f"step {number}: {step['end']} has not ended")
        outcome = await ended(_value(task))
        _check(number, step["end"], outcome, step)
        if "cancelled" in step:
            _require(number, f"{step['end']} is cancelled", task.cancelled(), True)

    async def _noted(self, number: int, step: Step) -> None:
        try:
            entry = await asyncio.wait_for(self._stage.journal.get(), self._stage.bound)
        except TimeoutError:
            entry = "nothing"
        _require(number, "the next note", entry, step["noted"])

    async def _noted_nothing(self, number: int, _: Step) -> None:
        _require(number, "no more notes", self._stage.journal.empty(), True)

    async def _expired(self, number: int, step: Step) -> None:
        _require(number, f"{step['expired']} expired", self._stage.deadlines[step["expired"]].expired(), step["is"])


async def _value(task: asyncio.Task) -> Any:
    return {"value": task.result()}


def _check(number: int, what: str, outcome: Any, step: Step) -> None:
    """Holds an outcome against what a step says of it."""
    if "value" in step:
        expected: Any = {"value": step["value"]}
    elif "cancelled" in step:
        expected = "cancelled"
    elif "any_of" in step:
        _require(number, what, outcome in [{"failed": name} for name in step["any_of"]], True)
        return
    else:
        expected = {"failed": step["failed"]}
    if step.get("unordered"):
        expected, outcome = _sorted(expected), _sorted(outcome)
    _require(number, what, outcome, expected)


def _sorted(outcome: Any) -> Any:
    match outcome:
        case {"failed": {"group": [*entries]}}:
            return {"failed": {"group": sorted(entries, key=str)}}
        case {"value": [*values]}:
            return {"value": sorted(values, key=str)}
        case _:
            return outcome


def _require(number: int, what: str, seen: Any, expected: Any) -> None:
    if seen != expected:
        raise Disagreement(f"step {number}: {what}: {seen}, not {expected}")
