"""German: signs that carry a meaning, in words. For every engine, but for what ``plain_signs`` does.

Quotation marks, brackets and dashes are pauses already (clean.py). Figures stay figures here.
"""

from __future__ import annotations

import re

from podcast.speech.signs_de import EMOJI, RELATIONS, SIGNS

__all__ = ["meanings", "plain_signs", "scores"]

_PICTURES = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_IN_A_WORDS_PLACE = re.compile(
    r"\b(mit|ein|eine|einen|einem|einer|das|den|dem|nur|per|als|Emoji|Symbol|zwei|drei|I|"
    r"postete|schrieb|twitterte|antwortete|kommentierte|schickte|sendete) "
    rf"({_PICTURES})(?:\s?{_PICTURES}){{0,20}}(?=\s?(?:[.,;:!?]|$)| NY\b)"
)
_RELATION = re.compile("[" + re.escape("".join(RELATIONS)) + "]")
_SIGN = re.compile("[" + re.escape("".join(SIGNS)) + "]")
_ENGLISH_AND = re.compile(r"\b(Q&A|R&B|AT&T|R&D|M&A|S&P|P&L|B&B|Rock ?& ?Roll)\b")
_CLOCKS = re.compile(r"\b(?:um|ab|gegen|bis|seit|von|vor|nach|zwischen|punkt|und)\s$", re.IGNORECASE)


def meanings(text: str) -> str:
    """Arrows, comparisons, paragraphs, stars, pictures."""
    text = _IN_A_WORDS_PLACE.sub(lambda m: f"{m[1]} {EMOJI.get(m[2], 'Emoji')}", text)
    text = re.sub(r"([★⭐]{1,5})(☆{0,5})", _stars, text)
    text = re.sub(r"[▲△]\s?\+?(?=\d)", "plus ", text)
    text = re.sub(r"[▼▽]\s?[-−]?(?=\d)", "minus ", text)
    text = re.sub(r"\*\s?(?=\d{4}\b)", "geboren ", text)
    text = re.sub(r"[†✝]\s?(?=\d)", "gestorben ", text)
    text = _arrows(text)
    text = _comparisons(text)
    often = r"(?=\s[a-zäöü(]|\s?[.,;:!?]|\s*$)"
    text = re.sub(rf"(?<![\w.,])(\d{{1,3}})\s?[–-]\s?(\d{{1,3}})\s?[x×]{often}", r"\1- bis \2-mal", text)
    text = re.sub(r"(?<=\d)\s?[x×]\s?(?=\d)", " mal ", text)
    text = re.sub(r"(?<=\d)\s·\s(?=\d)|(?<=\d)·(?=\d)", " mal ", text)
    text = re.sub(rf"(?<![\w.,])(\d{{1,6}})\s?[x×]{often}", r"\1-mal", text)
    text = re.sub(r"§{2,}\s?", "Paragrafen ", text)
    text = re.sub(r"§\s?", "Paragraf ", text)
    text = re.sub(r"(?<!\w)[Ø⌀]\s?(?=\d)", "Durchschnitt ", text)
    text = _SIGN.sub(lambda m: f" {SIGNS[m[0]]} ", text)
    return _RELATION.sub(lambda m: f" {RELATIONS[m[0]]} ", text)


def _stars(match: re.Match[str]) -> str:
    full, whole = len(match[1]), len(match[1]) + len(match[2])
    if whole == full:
        return f" {full} Sterne " if full > 1 else " "  # one star alone decorates
    return f" {full} von {whole} Sternen "


def _arrows(text: str) -> str:
    text = re.sub(r"(?:-{1,2}|=)>", "→", text)
    text = re.sub(r"(?<=[\d%€$])\s?[→⇒]\s?(?=\d)", " auf ", text)
    text = re.sub(r"(?:^|(?<=[.,;:!?]))\s*[→⇒]\s?(?=S\.|Seite|Kap|Abb|Tab|Anhang|auch\b)", " siehe ", text)
    text = re.sub(r"(?:^|(?<=[.,;:!?]))\s*[→⇒]+\s?|[→⇒]\s*$", ", ", text)
    text = re.sub(r"\s?→\s?", ", führt zu ", text)
    return re.sub(r"\s?⇒\s?", ", daraus folgt ", text)


def _comparisons(text: str) -> str:
    text = re.sub(r"\s?[≈≃∼]\s?|(?<!\w)~\s?(?=\d)", " etwa ", text)
    text = re.sub(r"(?:≤|<=)\s?", " höchstens ", text)
    text = re.sub(r"(?:≥|>=)\s?", " mindestens ", text)
    text = re.sub(r"(?<=[\w%)])\s?<\s?(?=[\w$€-])", " kleiner als ", text)
    text = re.sub(r"(?<=\w\w)\s>\s(?=[^\W\d]\w)", ", ", text)  # "Start > Politik > Ausland"
    text = re.sub(r"(?<=[\w%)])\s?>\s?(?=[\w$€-])", " größer als ", text)
    text = re.sub(r"<\s?(?=[\d$€-])", " weniger als ", text)
    return re.sub(r">\s?(?=[\d$€-])", " mehr als ", text)


def scores(text: str) -> str:
    """``6:3`` is "6 zu 3", unless it is a time of day."""
    pattern = (
        r"(?<![\d:.,])(\d{1,4}(?:[.,]\d{1,3})?)(?:\s:\s|:)(\d{1,4}(?:[.,]\d{1,3})?)(?![\d:]|[.,]\d)"
        r"(?!\s?Uhr\b|\s?[–-]\s?\d{1,2}(?:[:.]\d\d)?\s?Uhr\b)(-(?=[A-ZÄÖÜ]))?"
    )

    def spoken(match: re.Match[str]) -> str:
        clock = (
            len(match[2]) == 2
            and len(match[1]) <= 2
            and (match[1] + match[2]).isdecimal()
            and int(match[1]) <= 24
            and int(match[2]) < 60
        )
        if clock and _CLOCKS.search(match.string[max(0, match.start() - 12) : match.start()]):
            return match[0]
        return f"{match[1]} zu {match[2]}" + (" " if match[3] else "")

    text = re.sub(pattern, spoken, text)
    return re.sub(r"\b(\d{1,2})-(\d{1,2})-(?=[A-ZÄÖÜ])", _majority, text)


def _majority(match: re.Match[str]) -> str:
    """A 5-4-Urteil has five on one side; a 2-3-Tage-Plan is a range."""
    return f"{match[1]} zu {match[2]} " if int(match[1]) > int(match[2]) else match[0]


def plain_signs(text: str) -> str:
    """What engines that understand a text read by themselves: ``% ° & + - =`` and powers."""
    text = re.sub(r"(?<=[%‰°€$£])\s?[–-]\s?(?=\d)", " bis ", text)
    text = re.sub(r"(?<=\d)\s?−\s?(?=\d)", " minus ", text)
    text = re.sub(r"(?<![\w.,%])[−-](?=\d)", "minus ", text)
    text = re.sub(r"\s?\+\s?", " plus ", text)
    text = re.sub(r"(\d)\s?%ig", r"\1-prozentig", text)
    text = re.sub(r"(?<=\d)\s?-?%-(?=Punkt)", " Prozent", text)
    text = re.sub(r"(?<=Prozent)Punkt(?=e|\b)", "punkt", text)
    text = re.sub(r"(?<=\d)\s?-?%-(?=[A-ZÄÖÜ])", " Prozent ", text)
    text = re.sub(r"\s?%", " Prozent", text)
    text = re.sub(r"\s?‰", " Promille", text)
    text = re.sub(
        r"(\d{1,3})\s?°\s?(\d{1,2})\s?['′](?:\s?(\d{1,2})(?:[.,]\d+)?\s?[″])?",
        lambda m: f"{m[1]} Grad {m[2]} Minuten" + (f" {m[3]} Sekunden" if m[3] else ""),
        text,
    )
    text = re.sub(r"(?<=\d)['′]\s?(?=\d{1,2}(?!\d))", " Fuß ", text)
    text = re.sub(r"\s?°\s?C\b", " Grad Celsius", text)
    text = re.sub(r"\s?°\s?F\b", " Grad Fahrenheit", text)
    text = re.sub(r"\s?°", " Grad", text)
    text = re.sub(r"\bmc²", "M C Quadrat", text)
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    text = re.sub(r"(?<=\d)([⁰¹²³⁴-⁹]+)", lambda m: f" hoch {m[1].translate(raised)}", text)
    text = re.sub(r"(?<=\w)\^(?=\w)", " hoch ", text)
    text = re.sub(r"(?<=[A-Za-z])²", " Quadrat", text)
    text = re.sub(r"(?<=[A-Za-z])³", " hoch 3", text)
    text = _ENGLISH_AND.sub(lambda m: re.sub(r"\s?&\s?", " and ", m[0]), text)
    text = re.sub(r"\s?&\s?", " und ", text)
    return re.sub(r"\s?=\s?", " gleich ", text)
