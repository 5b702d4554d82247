"""Pauses by what follows, and cuts that an edit does not move."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.audio.model import RATE, Take
from podcast.audio.plan import JITTER, SMALLEST_CUT, Block, Source, plan
from podcast.script import Direction
from podcast.show import Music, Show, Sound

SILENT = Show(music=Music(opening=False, between=False, closing=False))


def _takes(texts: list[str], *, same_host: bool = False, segment_every: int = 1000) -> list[Take]:
    hosts = ("Alana", "Alana") if same_host else ("Alana", "Ben")
    return [Take(i, i // segment_every, hosts[i % 2], t, Path(f"{i}.wav")) for i, t in enumerate(texts)]


def _sources(takes: list[Take], seconds: float = 6.0) -> list[Source]:
    return [Source(f"{t.host} {t.text}", seconds) for t in takes]


def _plan(takes: list[Take], show: Show = SILENT, seconds: float = 6.0) -> list[Block]:
    return plan(takes, _sources(takes, seconds), show)


def _shapes(blocks: list[Block]) -> set[tuple[object, ...]]:
    """What decides about a block's bytes."""
    return {(b.music, b.tail, b.closing, *((i.digest, i.gap) for i in b.items)) for b in blocks}


def _gap(first: Take, second: Take, show: Show = SILENT) -> float:
    blocks = _plan([first, second], show)
    assert len(blocks) == 1, "these two were to stay together"
    return blocks[0].items[1].gap / RATE


@pytest.mark.parametrize(
    ("text", "host", "expected"),
    [
        ("So it is.", "Ben", Sound().gap_other_host_s),
        ("Is it so?", "Ben", Sound().gap_after_question_s),
        ("„Ist es so?“", "Ben", Sound().gap_after_question_s),
        ("**Really?**", "Ben", Sound().gap_after_question_s),
        ("So it is.", "Alana", Sound().gap_same_host_s),
    ],
)
def test_the_pause_hangs_on_what_follows(text: str, host: str, expected: float) -> None:
    first, second = Take(0, 0, "Alana", text, Path("a")), Take(1, 0, host, "Next.", Path("b"))
    # Two turns have one boundary; whether it is cut or not, the silence is there.
    blocks = _plan([first, second])
    silence = blocks[0].items[1].gap if len(blocks) == 1 else blocks[0].tail
    assert silence / RATE == pytest.approx(expected, abs=expected * JITTER + 0.03)


def test_a_pause_that_is_written_is_exact_and_replaces_the_other() -> None:
    first = Take(0, 0, "Alana", "One.", Path("a"))
    second = Take(1, 0, "Ben", "Two.", Path("b"), before=(Direction("pause", 0.1),))
    assert _gap(first, second) == pytest.approx(0.1, abs=1e-4)
    after = dataclasses.replace(first, after=(Direction("pause", 0.04),))
    assert _gap(after, second) == pytest.approx(0.14, abs=1e-4)


def test_an_overlap_is_a_pause_below_nothing_and_is_never_cut() -> None:
    takes = _takes([f"{n} words" for n in range(40)])
    takes = [dataclasses.replace(t, before=(Direction("overlap", 0.3),)) if t.turn else t for t in takes]
    blocks = _plan(takes)
    assert len(blocks) == 1
    assert all(item.gap == round(-0.3 * RATE) for item in blocks[0].items[1:])


def test_every_take_is_in_exactly_one_block_in_order() -> None:
    takes = _takes([f"{n} words" for n in range(50)], segment_every=9)
    assert [i.take.turn for b in _plan(takes, Show()) for i in b.items] == list(range(50))


def test_a_block_lasts_some_twenty_seconds() -> None:
    blocks = _plan(_takes([f"{n} words" for n in range(300)]))
    assert 12 < 300 * 6.0 / len(blocks) < 30
    assert max(len(b.items) for b in blocks) * 6.0 <= 40


def test_two_long_turns_are_cut_apart() -> None:
    assert all(len(b.items) == 1 for b in _plan(_takes([f"{n}" for n in range(9)]), seconds=16.0))


def test_music_opens_separates_and_closes() -> None:
    takes = _takes([f"{n}" for n in range(9)], segment_every=3)
    blocks = _plan(takes, Show())
    assert [b.music for b in blocks if b.music] == ["opening", "between", "between"]
    assert [b.closing for b in blocks] == [False] * (len(blocks) - 1) + [True]
    assert not any(b.music or b.closing for b in _plan(takes))


def test_music_can_be_asked_for_anywhere() -> None:
    takes = _takes([f"{n}" for n in range(4)])
    takes[2] = dataclasses.replace(takes[2], before=(Direction("music"),))
    blocks = _plan(takes)
    assert [b.items[0].take.turn for b in blocks if b.music == "between"] == [2]


def test_every_block_ends_with_enough_silence_for_the_encoder() -> None:
    takes = _takes([f"{n}" for n in range(30)], segment_every=4)
    for show in (SILENT, Show(), Show(sound=Sound(gap_segment_s=0.0, gap_other_host_s=0.0))):
        assert all(b.tail >= SMALLEST_CUT - 1200 for b in _plan(takes, show))


TEXTS = st.lists(st.text("abcdefgh ?", min_size=1, max_size=40), min_size=3, max_size=60, unique=True)


@given(TEXTS, st.data())
@settings(deadline=None)
def test_an_edited_turn_changes_at_most_three_blocks(texts: list[str], data: st.DataObject) -> None:
    takes = _takes(texts, segment_every=12)
    turn = data.draw(st.integers(0, len(texts) - 1))
    edited = list(takes)
    edited[turn] = dataclasses.replace(takes[turn], text=data.draw(st.text(max_size=40)) + "!")
    assert len(_shapes(_plan(edited, Show())) - _shapes(_plan(takes, Show()))) <= 3


@given(TEXTS, st.data())
@settings(deadline=None)
def test_a_change_behind_the_first_words_changes_at_most_two(texts: list[str], data: st.DataObject) -> None:
    takes = _takes([f"{n:024} {t}" for n, t in enumerate(texts)])
    turn = data.draw(st.integers(0, len(texts) - 1))
    edited = list(takes)
    edited[turn] = dataclasses.replace(takes[turn], text=takes[turn].text + " and more.")
    assert len(_shapes(_plan(edited)) - _shapes(_plan(takes))) <= 2


@given(TEXTS, st.data())
@settings(deadline=None)
def test_a_turn_put_in_changes_at_most_four(texts: list[str], data: st.DataObject) -> None:
    takes = _takes(texts, same_host=True)
    turn = data.draw(st.integers(0, len(texts) - 1))
    more = [*takes[:turn], Take(0, 0, "Alana", "Something new", Path("x")), *takes[turn:]]
    assert len(_shapes(_plan(more)) - _shapes(_plan(takes))) <= 4
