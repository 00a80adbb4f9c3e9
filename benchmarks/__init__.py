"""Measurements that take longer than a test may: run one as `python -m benchmarks.NAME` from the repository's root."""
