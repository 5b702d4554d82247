"""Short reactions come in by themselves where show.toml says so, and nothing else does."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.audio.model import RATE, Take
from podcast.audio.plan import Block, Source, plan
from podcast.errors import ShowError
from podcast.script import Direction
from podcast.show import Music, Show, Sound, load_show
from tests.audio.test_plan import _shapes

OVERLAP_S = 0.25
MUSIC = Music(opening=False, between=False, closing=False)
ON = Show(music=MUSIC, sound=Sound(reactions_overlap_s=OVERLAP_S))
OFF = Show(music=MUSIC)
LONG = Take(0, 0, "Alana", "Das Wasser steigt jedes Jahr ein wenig.", Path("a"))


def _plan(takes: list[Take], show: Show = ON) -> list[Block]:
    return plan(takes, [Source(f"{t.host} {t.text}", 1 + len(t.text) / 15) for t in takes], show)


def _overlap(before: Take, after: Take, show: Show = ON) -> float:
    """How far the second comes in before the first has ended, in seconds; 0 where it waits."""
    blocks = _plan([before, after], show)
    return max(0, -blocks[0].items[1].gap) / RATE if len(blocks) == 1 else 0.0


def _said(text: str, **other: Any) -> Take:
    return dataclasses.replace(Take(1, 0, "Ben", text, Path("b")), **other)


@pytest.mark.parametrize(
    "text",
    ["Genau.", "Hm.", "Ja.", "Stimmt.", "Right.", "Mhm.", "Ja!", "„Genau.“", "*Genau.*", "That's right.",
     "Ja, das stimmt.", "Exactly!"],
)  # fmt: skip
def test_a_short_reaction_comes_in_before_the_other_has_ended(text: str) -> None:
    assert _overlap(LONG, _said(text)) == pytest.approx(OVERLAP_S, abs=1e-4)
    assert _overlap(LONG, _said(text), OFF) == 0.0


@pytest.mark.parametrize(
    "after",
    [
        _said("Wirklich?"),
        _said("„Wirklich?“"),
        _said("Was? Nein."),
        _said("Na ja, das stimmt."),
        _said("Genau"),
        _said("Hm …"),
        _said("Hm..."),
        _said("Vierzig? Nein."),
        _said("40 Meter."),
        _said("Genau.", host="Alana"),
        _said("Genau.", segment=1),
        _said("Genau.", before=(Direction("pause", 0.3),)),
        _said("Genau.", before=(Direction("slow"),)),
        _said("Genau.", after=(Direction("music"),)),
    ],
)
def test_what_asks_or_tells_or_has_a_direction_waits(after: Take) -> None:
    assert _overlap(LONG, after) == 0.0


@pytest.mark.parametrize(
    "before",
    [
        dataclasses.replace(LONG, text="Weißt du, wem der Damm gehört?"),
        dataclasses.replace(LONG, text="„Weißt du, wem der Damm gehört?“"),
        dataclasses.replace(LONG, text="Nein!"),
        dataclasses.replace(LONG, text="Das glaube ich."),
        dataclasses.replace(LONG, after=(Direction("pause", 0.5),)),
    ],
)
def test_an_answer_waits_and_so_does_what_follows_a_reaction(before: Take) -> None:
    assert _overlap(before, _said("Genau.")) == 0.0


def test_a_written_overlap_goes_before_the_show_s() -> None:
    assert _overlap(LONG, _said("Genau.", before=(Direction("overlap", 0.6),))) == pytest.approx(
        0.6, abs=1e-4
    )
    assert _overlap(LONG, _said("Genau.", before=(Direction("overlap", 0.1),))) == pytest.approx(
        0.1, abs=1e-4
    )


WORDS = st.lists(
    st.sampled_from(["genau", "ja", "der", "Damm", "steigt", "hm", "vier"]), min_size=1, max_size=9
)
TEXTS = st.builds(lambda words, end: " ".join(words) + end, WORDS, st.sampled_from([".", "!", "?"]))


def _takes(texts: list[str]) -> list[Take]:
    return [Take(n, n // 12, ("Alana", "Ben")[n % 2], text, Path("x")) for n, text in enumerate(texts)]


@given(st.lists(TEXTS, min_size=3, max_size=60, unique=True), TEXTS, st.data())
@settings(deadline=None)
def test_an_edit_that_makes_or_unmakes_a_reaction_changes_only_what_is_near(
    texts: list[str], text: str, data: st.DataObject
) -> None:
    turn = data.draw(st.integers(0, len(texts) - 1))
    takes, edited = _takes(texts), _takes([*texts[:turn], text, *texts[turn + 1 :]])
    before, after = _plan(takes), _plan(edited)
    changed = [block for block in after if _shapes([block]) - _shapes(before)]
    assert len(changed) <= 4
    # Every block that does not hold the turn or touch one that does is as it was.
    numbers = [i.take.turn for block in changed for i in block.items]
    assert all(any(abs(i.take.turn - turn) <= 2 for i in block.items) for block in changed), (turn, numbers)


def test_reactions_do_not_keep_an_episode_in_one_block() -> None:
    texts = [
        f"{n} und das Wasser steigt jedes Jahr ein wenig." if n % 2 == 0 else "Genau." for n in range(80)
    ]
    blocks = _plan(_takes(texts))
    assert len(blocks) > 12
    assert sum(item.gap < 0 for block in blocks for item in block.items) >= 30


@pytest.mark.parametrize(
    ("value", "said"),
    [("-0.1", r"sound\.reactions_overlap_s: expected .*0"), ("1.5", r"reactions_overlap_s: expected .*1"),
     ('"yes"', r"reactions_overlap_s: expected `float`")],
)  # fmt: skip
def test_a_wrong_value_in_show_toml_is_named(value: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "show.toml"
    path.write_text(f"[sound]\nreactions_overlap_s = {value}\n")
    with pytest.raises(ShowError, match=said) as error:
        load_show(path)
    assert "\n" not in str(error.value)


def test_show_toml_switches_it_on_and_it_is_off_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "show.toml"
    path.write_text("[sound]\nreactions_overlap_s = 0.25\n")
    assert load_show(path).sound.reactions_overlap_s == 0.25
    assert load_show(None).sound.reactions_overlap_s == 0.0
