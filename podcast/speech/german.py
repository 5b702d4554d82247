"""German: what is written short becomes the words a newsreader would say. Pure functions, in their order.

Each room has its own subject: nets (addresses, hashtags), gender, signs, short (abbreviations), amounts (money,
units), dates, ordinals (and Roman numerals), numbers, names (acronyms, foreign words). The tables stand in the
files with ``_de``. An order that matters: what looks at figures comes before ``numbers``, which leaves none.
"""

from __future__ import annotations

from collections.abc import Callable

from podcast.speech.german_amounts import money, scales, units
from podcast.speech.german_dates import dates, english_clock, times
from podcast.speech.german_gender import gender
from podcast.speech.german_names import acronyms, lexicon
from podcast.speech.german_nets import nets
from podcast.speech.german_numbers import fractions, joints, numbers, telephones
from podcast.speech.german_ordinals import ordinals, romans
from podcast.speech.german_parties import parties
from podcast.speech.german_short import abbreviations, initials
from podcast.speech.german_signs import meanings, plain_signs, scores

__all__ = ["SPELLING_STEPS", "STEPS"]

STEPS: tuple[Callable[[str], str], ...] = (parties, nets, gender, meanings, scores)
"""What every engine needs: even one that reads figures and dates by itself does not know a score or a gender form."""

SPELLING_STEPS: tuple[Callable[[str], str], ...] = (
    romans,
    english_clock,
    abbreviations,
    initials,
    telephones,
    money,
    scales,
    fractions,
    units,
    dates,
    plain_signs,
    ordinals,
    times,
    joints,
    numbers,
    acronyms,
    lexicon,
)
"""What an engine needs that reads letters, not meaning."""
