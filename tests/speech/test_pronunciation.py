"""What show.toml and ``{written|spoken}`` say of a word is what is spoken; readers see what was written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.errors import ShowError
from podcast.pronunciation import Pronunciation
from podcast.script import Turn, voiced
from podcast.show import Host, Show, load_show
from podcast.speech import Line, speak
from podcast.speech.clean import clean
from podcast.speech.prepare import read
from podcast.speech.shelf import Shelf
from tests.running import NO_MUSIC, SCRIPT, episode, podcast

TABLE = {
    "Selenskyj": "Selenskü",
    "Scholz": "Schollz",
    "USA": "Ju Es Ei",
    "Mar-a-Lago": "Mara Lago",
    "Proud Boys": "Praud Beus",
    "Demokrat": "Demmokrat",
    "Republikaner": "Rebublikaner",
    "Drohne": "Drohnä",
    "Kongress": "Konkress",
    "Wall": "Woll",
    "Pokrowsk*": "Pokroffsk",
    "D’Souza": "Di Susa",
}
GERMAN = {
    "Selenskyjs Plan": "Selensküs Plan",
    "Selenskyj’s Plan": "Selensküs Plan",
    "der Selenskyj-Besuch": "der Selenskü Besuch",
    "Anti-Selenskyj-Kurs": "Anti Selenskü Kurs",
    "Scholz’ Rede": "Schollz' Rede",
    "die USA-Reise": "die Ju Es Ei Reise",
    "in Mar-a-Lago, Mar‑a‑Lagos Gäste": "in Mara Lago, Mara Lagos Gäste",
    "die Proud Boys und ein Proud-Boys-Chef": "die Praud Beus und ein Praud Beus Chef",
    "den Proud\u00a0Boys": "den Praud Beus",
    "Demokraten und Demokratinnen": "Demmokraten und Demokratinnen",
    "den Republikanern": "den Rebublikanern",
    "zwei Drohnen": "zwei Drohnän",
    "des Kongresses": "des Konkresses",
    "Wall, Walls, aber Waller und Wallung": "Woll, Wolls, aber Waller und Wallung",
    "die Pokrowsker Front bei Pokrowsk": "die Pokroffsker Front bei Pokroffsk",
    "D'Souza und D’Souza": "Di Susa und Di Susa",
    "drohne, Drohnenkrieg, Abwehrdrohne": "drohne, Drohnenkrieg, Abwehrdrohne",
}


def said(
    body: str, language: str = "de", table: Mapping[str, object] | None = None, *, host: str = ""
) -> str:
    """A turn's words as they will be spoken."""
    words = " ".join(piece for piece in voiced(Turn("Ben", body)) if isinstance(piece, str))
    return read(words, language, table, host=host)


@pytest.mark.parametrize(("written", "spoken"), GERMAN.items(), ids=GERMAN)
def test_whole_words_are_spoken_so_with_their_endings(written: str, spoken: str) -> None:
    assert read(written, "de", TABLE) == spoken


def test_english_words_take_english_endings() -> None:
    table = {"Bush": "Boosh", "Kyiv": "Keev"}
    assert read("Bush's, Bushes, Kyiv’s, Kyiver", "en", table) == "Boosh's, Booshes, Keev's, Kyiver"


@pytest.mark.parametrize("spelled", [True, False])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_spoken_side_is_not_read_again(language: str, *, spelled: bool) -> None:
    """Neither figures nor acronyms nor names of the lexicon in it become anything else."""
    table = {"Wort": "Ju Es, 3.000 AfD-F-22 Ben"}
    assert read("Ein Wort.", language, table, spelled=spelled) == f"Ein {table['Wort']}."
    assert said("Ein {Wort|Ju Es, 3.000 AfD-F-22 Ben}.", language) == f"Ein {table['Wort']}."
    assert said("{Ein|Wort} {Wort|Wort}.", "de", {"Wort": "Satz"}) == "Wort Wort."


@given(st.text(alphabet="ABCDIVXUSabcßäÄ 0123456789.,:-%'", max_size=30), st.sampled_from(["de", "en"]))
def test_whatever_stands_behind_the_stroke_arrives_as_it_is(spoken: str, language: str) -> None:
    wanted = clean(spoken)
    between = f" {wanted} " if wanted else " "
    assert said(f"Das {{x|{spoken}}} Rad", language) == f"Das{between}Rad".replace("  ", " ")


def test_the_words_around_a_spoken_word_are_read_as_if_it_stood_there() -> None:
    assert said("unser 3. {Wagon|Waggong} mit 1.000 {USA|Ju Es}-Fahnen") == (
        "unser dritter Waggong mit tausend Ju Es Fahnen"
    )
    assert said("{a|Ab}{b|Bc}s {c|}Ende") == "AbBcs Ende"


@given(st.lists(st.text(alphabet="abcÄÖ *.", min_size=1, max_size=8), max_size=12))
def test_what_is_put_aside_comes_back(words: list[str]) -> None:
    shelf = Shelf("".join(words) + chr(0x20000))
    assert shelf.put_back("".join(shelf.put(word) for word in words)) == "".join(words)


def test_the_narrower_table_goes_before_the_wider_one() -> None:
    table = {
        "Trump": "show",
        "Xi": "Schi",
        "de": {"Trump": "deutsch"},
        "en": {"Trump": "english", "engine": "enjin"},
        "engine": {"tone": {"Trump": "maschine"}},
        "host": {"Ben": {"Trump": "wirt"}},
    }
    assert read("Trump, Xi", "de", table, engine="tone", host="Ben") == "wirt, Schi"
    assert read("Trump, Xi", "de", table, engine="tone", host="Alana") == "maschine, Schi"
    assert read("Trump, Xi", "de", table, engine="pico", host="Alana") == "deutsch, Schi"
    assert read("Trump’s engine, de, host", "en", table) == "english's enjin, de, host"
    assert read("Trump", "de", {"Trump": "show"}, engine="tone", host="Ben") == "show"


def test_each_host_and_engine_speaks_its_own_way_and_into_its_own_clip(tmp_path: Path) -> None:
    def spoken(table: Pronunciation) -> list[tuple[str, str]]:
        show = Show(
            engine="tone", hosts=(Host("Alana", voice="low"), Host("Ben", voice="low")), pronunciation=table
        )
        lines = [Line(0, 1, "Alana", ("Wackerl kam.",)), Line(1, 3, "Ben", ("Wackerl kam.",))]
        return [(s.read, s.key) for s in speak(lines, show=show, language="de", cache=tmp_path)]

    plain = spoken({})
    assert plain[0][1] == plain[1][1]
    by_host = spoken({"host": {"Ben": {"Wackerl": "Wackörl"}}})
    assert [words for words, _ in by_host] == [plain[0][0], "Wackörl kam."]
    assert by_host[0][1] == plain[0][1] != by_host[1][1]
    by_engine = spoken({"engine": {"tone": {"Wackerl": "Wackörl"}, "pico": {"Wackerl": "Wockerl"}}})
    assert by_engine == [by_host[1], by_host[1]]


FAULTS = {
    "Xi = 3": "pronunciation: Xi = 3: what is spoken is a text",
    'Xi = ""': "pronunciation: Xi = '': there is nothing in it that could be spoken",
    '"*" = "x"': r"pronunciation: '\*' is no word",
    '"a*b" = "x"': r"pronunciation: 'a\*b' is no word",
    'fr.Xi = "Schi"': "pronunciation: there is no table 'fr': known are de, en, engine, host",
    'hosts.Ben.Xi = "Schi"': "pronunciation: there is no table 'hosts': did you mean 'host'",
    'host.Bne.Xi = "Schi"': "pronunciation.host.Bne: the show has no host 'Bne', only Alana and Ben",
    'host.Xi = "Schi"': r"pronunciation.host.Xi: words stand one table lower, as in \[pronunciation.host",
    'de.engine.Xi = "Schi"': "pronunciation.de: 'engine' is a table",
    'engine.pico.Xi = ["Schi"]': "pronunciation.engine.pico: Xi = .*: what is spoken is a text",
}


@pytest.mark.parametrize(("line", "message"), FAULTS.items(), ids=FAULTS)
def test_a_wrong_table_is_one_line_that_names_the_place(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "show.toml").write_text(f"[pronunciation]\n{line}\n", encoding="utf-8")
    with pytest.raises(ShowError, match=f"show.toml: {message}") as caught:
        load_show(tmp_path / "show.toml")
    assert "\n" not in str(caught.value)


def test_pronunciation_must_be_a_table(tmp_path: Path) -> None:
    (tmp_path / "show.toml").write_text("pronunciation = 3\n")
    with pytest.raises(ShowError, match=r"pronunciation: it is a table: write \[pronunciation\]"):
        load_show(tmp_path / "show.toml")


def test_the_manifest_has_what_was_read_and_readers_see_what_was_written(tmp_path: Path) -> None:
    show = NO_MUSIC + '[pronunciation]\nDamm = "Tamm"\n[pronunciation.host.Ben]\nDamm = "Dampf"\n'
    (tmp_path / "show.toml").write_text(show, encoding="utf-8")
    folder = episode(tmp_path / "output", SCRIPT.replace("Das Land", "Das {Land|Lannt} *USA*"))
    done = podcast("render", "der-kleine-damm", "--engine", "tone", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    read_out = [turn["read"] for turn in json.loads((folder / "episode.json").read_text())["made"]["turns"]]
    assert read_out[0].startswith("Ein Tamm von")
    assert read_out[1] == "Warum gerade dieser Dampf?"
    assert read_out[4].startswith("Das Lannt U S A will")
    for name in ("episode.vtt", "episode.srt", "transcript.json", "notes.md"):
        text = (folder / name).read_text(encoding="utf-8")
        assert not any(wrong in text for wrong in ("Tamm", "Dampf", "Lannt", "*USA*", "\U0010f203"))
    shown = " ".join((folder / "episode.vtt").read_text(encoding="utf-8").split())
    assert "Das Land USA will" in shown
    assert "Warum gerade dieser Damm?" in shown


def test_the_example_in_show_md_does_what_it_says(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "show.md").read_text(encoding="utf-8")
    example = page.partition("## `[pronunciation]`\n")[2].partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "show.toml").write_text(example, encoding="utf-8")
    table = load_show(tmp_path / "show.toml").pronunciation
    text = "Selenskyj, Proud-Boys-Chef, Pokrowsker, Xi"
    assert read(text, "de", table, engine="gtts") == "Selenski, Praud Beus Chef, Pokroffsker, Schi"
    assert read(text, "en", table, engine="gtts", host="Ben").startswith("Selänski, Praud Beus-Chef")
    assert read(text, "en", table, host="Alana").startswith("Zelensky, ")
