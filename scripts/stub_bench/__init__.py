"""The measurements behind scripts/stub-bench."""
