"""An HdrHistogram log of one interval: a line for each tag, values in nanoseconds."""

from datetime import datetime, timezone

from hdr_histogram import Histogram

NANOS_PER_MILLI = 1e6


def text(begin: float, end: float, by_tag: dict[str, Histogram]) -> str:
    """The log; times in seconds since 1970, and no tag has commas or white space."""
    at = datetime.fromtimestamp(begin, timezone.utc).isoformat(timespec="milliseconds")
    lines = [
        "#[Histogram log format version 1.3]",
        "#[Heddle load; values in nanoseconds]",
        f"#[StartTime: {begin:.3f} (seconds since epoch), {at}]",
        '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ]
    for tag, histogram in sorted(by_tag.items()):
        highest = histogram.percentile(100) / NANOS_PER_MILLI
        lines.append(
            f"Tag={tag},{begin:.3f},{end - begin:.3f},{highest:.3f},{histogram.encoded()}"
        )
    return "\n".join(lines) + "\n"
