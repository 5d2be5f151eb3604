"""Interprets the plans of cases with asyncio's own operations."""

import asyncio
from typing import Any, Awaitable

from outcomes import ended, raised
from stage import Stage

Plan = dict[str, Any]


class Plans:
    def __init__(self, stage: Stage):
        self._stage = stage

    async def run(self, plan: Plan) -> Any:
        """What the plan yields."""
        (kind, argument), *more = plan.items()
        if more:
            raise ValueError(f"A plan has one key, its kind: {plan}")
        return await getattr(self, f"_{kind}")(argument)

    def child(self, plan: Plan) -> Awaitable[Any]:
        """What a pattern is given: a task or future itself where the plan names one."""
        match plan:
            case {"await": name}:
                return self._stage.tasks[name]
            case {"gather": children}:
                return asyncio.gather(*self._children(children))
            case {"outcomes": children}:
                return asyncio.gather(*self._children(children), return_exceptions=True)
            case {"shield": inner}:
                return asyncio.shield(self.child(inner))
            case _:
                return self.run(plan)

    def start(self, name: str, plan: Plan, group: asyncio.TaskGroup | None = None) -> str:
        body = self.run(plan)
        try:
            task = (group or asyncio).create_task(body, name=name)
        except BaseException:
            body.close()
            raise
        self._stage.tasks[name] = task
        return name

    def _children(self, plans: list[Plan]) -> list[Awaitable[Any]]:
        return [self.child(plan) for plan in plans]

    async def _value(self, value: Any) -> Any:
        return value

    async def _fail(self, name: str) -> Any:
        raise self._stage.failure(name)

    async def _cancellation(self, _: bool) -> Any:
        raise asyncio.CancelledError

    async def _gate(self, name: str) -> None:
        await self._stage.gate(name).wait()

    async def _open(self, name: str) -> None:
        self._stage.gate(name).open()

    async def _note(self, entry: Any) -> Any:
        self._stage.journal.put_nowait(entry)
        return entry

    async def _sleep(self, millis: int) -> None:
        await asyncio.sleep(millis / 1000)

    async def _seq(self, plans: list[Plan]) -> Any:
        for plan in plans[:-1]:
            await self.run(plan)
        return await self.run(plans[-1])

    async def _recover(self, parts: dict[str, Plan]) -> Any:
        try:
            return await self.run(parts["plan"])
        except Exception:
            return await self.run(parts["with"])

    async def _on_cancel(self, parts: dict[str, Plan]) -> Any:
        try:
            return await self.run(parts["plan"])
        except asyncio.CancelledError:
            return await self.run(parts["with"])

    async def _clean_up(self, parts: dict[str, Plan]) -> Any:
        try:
            return await self.run(parts["plan"])
        except asyncio.CancelledError:
            await self.run(parts["with"])
            raise

    async def _current_task(self, _: bool) -> str:
        return asyncio.current_task().get_name()

    async def _cancel_self(self, _: bool) -> bool:
        return asyncio.current_task().cancel()

    async def _start(self, parts: dict[str, Any]) -> str:
        return self.start(parts["name"], parts["body"])

    async def _await(self, name: str) -> Any:
        return await self._stage.tasks[name]

    async def _gather(self, children: list[Plan]) -> list[Any]:
        return await self.child({"gather": children})

    async def _outcomes(self, children: list[Plan]) -> list[Any]:
        outcomes = await self.child({"outcomes": children})
        return [raised(it) if isinstance(it, BaseException) else it for it in outcomes]

    async def _shield(self, inner: Plan) -> Any:
        return await self.child({"shield": inner})

    async def _wait(self, parts: dict[str, Any]) -> dict[str, list[str]]:
        done, pending = await asyncio.wait(
            [self._stage.tasks[name] for name in parts["tasks"]],
            timeout=_seconds(parts.get("timeout")),
            return_when=parts.get("until", asyncio.ALL_COMPLETED),
        )
        return {"done": sorted(map(_name, done)), "pending": sorted(map(_name, pending))}

    async def _as_completed(self, parts: dict[str, Any]) -> list[Any]:
        """Takes what comes, a failure like a value, until the end, the timeout, or enough."""
        completions = asyncio.as_completed(
            self._children(parts["children"]), timeout=_seconds(parts.get("timeout"))
        )
        if "first" in parts:
            await self.run(parts["first"])
        taken: list[Any] = []
        for completion in completions:
            if len(taken) == parts.get("take"):
                completion.close()
                break
            taken.append(await ended(completion))
            if taken[-1] == {"failed": "timed out"}:
                break
        return taken

    async def _group(self, children: list[Plan]) -> list[Any]:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.run(child)) for child in children]
        return [task.result() for task in tasks]

    async def _open_group(self, parts: dict[str, Any]) -> Any:
        async with asyncio.TaskGroup() as group:
            self._stage.groups[parts["as"]] = group
            return await self.run(parts["body"])

    async def _add(self, parts: dict[str, Any]) -> str:
        return self.start(parts["name"], parts["body"], self._stage.groups[parts["group"]])

    async def _within(self, parts: dict[str, Any]) -> Any:
        return await asyncio.wait_for(self.child(parts["work"]), _seconds(parts.get("limit")))

    async def _timeout(self, parts: dict[str, Any]) -> Any:
        async with asyncio.timeout(_seconds(parts.get("limit"))) as deadline:
            self._stage.deadlines[parts["as"]] = deadline
            return await self.run(parts["block"])

    async def _bounded(self, parts: dict[str, Any]) -> Any:
        async with self._stage.permits[parts["permits"]]:
            return await self.run(parts["body"])


def _name(task: asyncio.Task) -> str:
    return task.get_name()


def _seconds(millis: int | None) -> float | None:
    return None if millis is None else millis / 1000
