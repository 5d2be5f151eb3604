"""Checks what `scripts/heddle run --quick` left in a folder: that it is there, parses, is complete."""

import html.parser
import json
import math
import pathlib
import sys

MODELS = {
    "PLATFORM_THREADS",
    "VIRTUAL_THREADS",
    "COMPLETABLE_FUTURE",
    "STRUCTURED_SCOPE",
    "NETTY_EVENT_LOOP",
}
WORKS = {"NO_OP", "FETCH"}
FAN_OUT = "100"
ROUNDS = 5


class Page(html.parser.HTMLParser):
    """Counts elements, finds those left open or closed twice, and what the page would load."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
    LOADING = {"src", "srcset", "data", "action", "xlink:href"}

    def __init__(self):
        super().__init__()
        self.count, self.open, self.loads = {}, [], []

    def handle_starttag(self, tag, attrs):
        self.handle_startendtag(tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.count[tag] = self.count.get(tag, 0) + 1
        for name, value in attrs:
            loading = name in self.LOADING or (tag in {"link", "use", "image"} and name == "href")
            if loading and not (value or "").startswith(("#", "data:")):
                self.loads.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"report.html: </{tag}> at {self.getpos()} closes nothing")


def check(holds, otherwise):
    if not holds:
        sys.exit(f"check_quick_run: {otherwise}")


def read(folder, name):
    file = folder / name
    check(file.is_file() and file.stat().st_size > 0, f"{file} is missing or empty")
    return file.read_text(encoding="utf-8")


def parse(folder, name):
    try:
        return json.loads(read(folder, name))
    except json.JSONDecodeError as error:
        sys.exit(f"check_quick_run: {folder / name} is not JSON: {error}")


def check_results(cells):
    arms = [(cell["params"]["model"], cell["params"]["work"]) for cell in cells]
    expected = {(model, work) for model in MODELS for work in WORKS}
    check(sorted(arms) == sorted(expected), f"results.json has the cells {arms}; expected {expected}")
    for cell, arm in zip(cells, arms):
        check(cell["params"]["fanOut"] == FAN_OUT, f"{arm} has the fan-out {cell['params']['fanOut']}")
        rows = cell["primaryMetric"]["rawData"]
        check(len(rows) == ROUNDS, f"{arm} has {len(rows)} rows of rawData; expected {ROUNDS}")
        sound = all(row and all(math.isfinite(score) and score > 0 for score in row) for row in rows)
        check(sound, f"{arm} has a score that is no positive number, or none: {rows}")


def check_capabilities(file):
    check(file["formatVersion"] == 1, f"capabilities.json has the format version {file['formatVersion']}")
    names = {name.upper().replace("-", "_") for name in file["models"]}
    check(names == MODELS, f"capabilities.json names {names}; expected {MODELS}")
    check(file["patterns"], "capabilities.json names no pattern")
    for row in file["patterns"]:
        for model in file["models"]:
            entry = row["models"].get(model, {})
            word, note = entry.get("support"), entry.get("note")
            explained = word in file["support"] and (note or word == "native")
            check(explained, f"capabilities.json says of {row['pattern']} on {model}: {entry}")


def check_report(text):
    page = Page()
    page.feed(text)
    page.close()
    check(not page.open, f"report.html leaves open: {page.open}")
    check(not page.loads, f"report.html loads from elsewhere: {page.loads}")
    check("What each model gives" in text, "report.html does not say what each model gives")
    for tag in ("html", "svg", "table"):
        check(page.count.get(tag), f"report.html has no <{tag}>")


def main(folder):
    check_results(parse(folder, "results.json"))
    check(parse(folder, "environment.json"), "environment.json says nothing")
    check_capabilities(parse(folder, "capabilities.json"))
    check_report(read(folder, "report.html"))
    print(f"{folder}: {len(MODELS) * len(WORKS)} cells of {ROUNDS} forks, environment, capabilities and report")


if __name__ == "__main__":
    check(len(sys.argv) == 2, "usage: check_quick_run.py FOLDER")
    main(pathlib.Path(sys.argv[1]))
