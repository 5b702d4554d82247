"""The programme's length against the one that was asked for."""

from __future__ import annotations

import pytest

from podcast.checks import length
from tests.checks.talks import PACE, given, talk

TEN_MINUTES = talk("Wort " * round(PACE * 10))


@pytest.mark.parametrize(
    ("asked", "measured", "says"),
    [
        (None, None, ""),
        (10.0, None, ""),
        (9.2, None, ""),
        (10.9, None, ""),
        (8.0, None, "the episode will be about 10.0 minutes, 25% longer than the 8 asked for"),
        (12.5, None, "the episode will be about 10.0 minutes, 20% shorter than the 12.5 asked for"),
        (10.0, 300.0, "the episode is 5.0 minutes, 50% shorter than the 10 asked for"),
        (5.0, 300.0, ""),
    ],
)
def test_a_tenth_is_tolerated_and_a_measured_length_counts_before_an_estimate(
    asked: float | None, measured: float | None, says: str
) -> None:
    findings = list(length.findings(given(TEN_MINUTES, minutes=asked, seconds=measured)))
    assert [finding.text for finding in findings] == ([says] if says else [])
    assert all((f.kind, f.severity, f.line) == ("length", "warning", 0) for f in findings)
