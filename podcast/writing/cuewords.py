"""Tables of the words that show what a sentence does: it turns, gives a reason, an example, a time.

They are matched against the beginning of a sentence, lower case, whole words. They are grammar, not wording:
what the hosts say is in templates/dialogue/.
"""

from __future__ import annotations

__all__ = [
    "ADDITION",
    "ANAPHORA",
    "ANSWERS",
    "CONCLUSION",
    "CONSEQUENCE",
    "CONTRAST_INSIDE",
    "EXAMPLE",
    "FIRST",
    "FOR",
    "FUTURE",
    "MORE",
    "NEXT",
]
__all__ += ["NOW", "PAST_IN_T", "PRESENT", "REASON", "REPORTING", "SECOND", "TIME_NOUNS", "TURN"]

TURN = {
    "de": (
        "doch", "aber", "allerdings", "dagegen", "hingegen", "trotzdem", "dennoch", "jedoch", "gleichwohl",
        "andererseits", "umgekehrt", "stattdessen", "freilich", "im gegenteil",
        "ganz anders", "anders", "und doch", "und dennoch", "und trotzdem",
    ),
    "en": (
        "but", "however", "yet", "still", "nevertheless", "nonetheless", "instead", "conversely",
        "on the other hand", "on the contrary", "even so", "by contrast", "in contrast",
    ),
}  # fmt: skip

CONTRAST_INSIDE = {
    "de": (
        "hingegen", "dagegen", "wiederum", "aber", "freilich", "unterdessen", "indessen", "jedoch", "allerdings",
        "indes", "dennoch", "trotzdem", "anders",
    ),
    "en": ("however", "by contrast", "in contrast", "though", "nevertheless"),
}  # fmt: skip

REASON = {
    "de": ("denn", "der grund", "die gründe", "die ursache", "das liegt", "weil", "das lag", "schuld daran"),
    "en": (
        "the reason", "the reasons", "because", "that is because", "this is because", "the cause",
        "that was because", "this was because",
    ),
}  # fmt: skip

EXAMPLE = {
    "de": (
        "ein beispiel", "zum beispiel", "etwa", "beispielsweise", "das beste beispiel",
        "das deutlichste beispiel", "das bekannteste beispiel",
    ),
    "en": (
        "for example", "for instance", "one example", "an example", "take ", "consider ", "the best example",
        "the clearest example",
    ),
}  # fmt: skip

CONSEQUENCE = {
    "de": (
        "das bedeutet", "das heißt", "die folge", "die folgen", "das ergebnis", "die konsequenz",
    ),
    "en": (
        "as a result", "consequently", "that means", "this means", "the result", "the consequence", "the effect",
    ),
}  # fmt: skip

# A conclusion that goes on with the thought: said by the other host, not asked for.
CONCLUSION = {
    "de": (
        "also", "damit", "somit", "deshalb", "daher", "darum", "deswegen", "folglich", "dadurch", "so kam es",
        "denn",
    ),
    "en": ("so", "thus", "therefore", "hence", "for that reason", "that is why"),
}  # fmt: skip

ADDITION = {
    "de": (
        "außerdem", "zudem", "auch", "dazu kommt", "hinzu kommt", "mehr noch", "überdies", "ebenso",
        "darüber hinaus", "und", "nicht nur", "sogar", "selbst", "vor allem",
    ),
    "en": (
        "also", "moreover", "furthermore", "in addition", "besides", "what is more", "and", "likewise",
        "similarly", "not only", "even", "above all",
    ),
}  # fmt: skip

SECOND = {
    "de": ("zum anderen", "zweitens", "drittens", "viertens", "zum zweiten", "der andere", "die andere", "die zweite",
           "der zweite", "das zweite", "der dritte", "die dritte", "das dritte", "einerseits", "schließlich"),
    "en": ("second", "secondly", "third", "thirdly", "finally", "the other", "the second", "the third", "another"),
}  # fmt: skip

# The first of some things that were announced.
FIRST = {
    "de": ("zum einen", "die eine", "der eine", "das eine", "erstens", "die erste", "der erste", "das erste",
           "einerseits"),
    "en": ("the first", "first", "one is", "one was", "on the one hand"),
}  # fmt: skip

# One thing more: somebody may ask whether that is all.
MORE = {
    "de": ("hinzu kommt", "hinzu kommen", "hinzu kam", "hinzu kamen", "dazu kommt", "dazu kommen", "dazu kam",
           "dazu kamen", "außerdem", "zudem", "überdies", "darüber hinaus", "und noch etwas"),
    "en": ("in addition", "moreover", "furthermore", "what is more", "there was also", "there is also",
           "there was another", "there is another"),
}  # fmt: skip

ANSWERS = {
    "antwort", "lösung", "grund", "ursache", "erklärung", "ergebnis", "answer", "solution", "reason", "cause",
    "explanation", "result", "issue",
}  # fmt: skip
"""A sentence about one of these gives what was asked for."""

# A sentence that begins so leans on the one before it.
ANAPHORA = {
    "de": {
        "er", "sie", "es", "ihn", "ihm", "ihr", "ihre", "ihrem", "ihren", "ihrer", "sein", "seine", "seinem",
        "seinen", "seiner", "dies", "diese", "dieser", "dieses", "diesem", "diesen", "das", "dessen", "deren",
        "dort", "dabei", "dafür", "daran", "darin", "darauf", "davon", "dazu", "solche", "solch", "beide", "damals",
        "jene", "jener", "jenes", "denen", "letztere", "letzterer", "ersterer", "dieselbe", "derselbe", "hier",
        "ein",
        "eine", "einer", "andere", "manche", "so", "auch", "und", "dann", "danach", "zuvor", "seither", "seitdem",
    },
    "en": {
        "he", "she", "it", "they", "him", "her", "his", "their", "its", "this", "that", "these", "those", "such",
        "there", "here", "both", "one", "others", "then", "the former", "the latter", "so", "and", "them",
    },
}  # fmt: skip

NOW = {
    "de": ("heute", "inzwischen", "mittlerweile", "derzeit", "gegenwärtig", "jetzt", "nun", "bis heute"),
    "en": ("today", "now", "nowadays", "at present", "these days", "currently"),
}
FUTURE = {
    "de": (
        "künftig",
        "langfristig",
        "auf lange sicht",
        "morgen",
        "in zukunft",
        "kurzfristig",
        "mittelfristig",
    ),
    "en": (
        "in the long run",
        "in the future",
        "tomorrow",
        "in the short run",
        "in the long term",
        "in the short term",
    ),
}
NEXT = {
    "de": ("dann", "danach", "später", "schließlich", "daraufhin", "anschließend", "bald", "wenig später",
           "kurz darauf", "am ende", "zuletzt", "wochen später", "monate später", "jahre später"),
    "en": ("then", "later", "afterwards", "eventually", "finally", "soon", "in the end", "months later", "years later",
           "weeks later", "after that"),
}  # fmt: skip

# Who reports what somebody said may not be cut off from it: the second half would be the host's own claim.
REPORTING = {
    "de": {
        "sagte", "sagt", "sagten", "erklärte", "erklärt", "behauptet", "behauptete", "meint", "meinte", "warnte",
        "warnt", "betonte", "betont", "schrieb", "schreibt", "räumte", "laut", "zufolge", "kritisierte",
        "glaubt", "glaubte", "argumentiert", "argumentierte", "versprach", "kündigte",
        "fürchtet", "fürchtete",
    },
    "en": {
        "said", "says", "argued", "argues", "admitted", "admits", "claimed", "claims", "warned", "warns", "wrote",
        "writes", "told", "according", "believed", "believes", "held", "insisted", "promised", "added", "feared",
        "thought",
    },
}  # fmt: skip

# Forms of the present tense that are not the lemma and do not end in -t (German), -s (English).
PRESENT = {
    "de": {
        "ist", "sind", "wird", "kann", "muss", "will", "soll", "darf", "mag", "weiß", "bin", "habe", "sei", "seien",
        "lass", "werde", "könne", "müsse",
    },
    "en": {"is", "are", "am", "has", "does", "will", "can", "may", "must", "shall", "do", "have"},
}  # fmt: skip
# German strong verbs whose past ends in -t like a present.
PAST_IN_T = {
    "bat", "behielt", "betrat", "bot", "enthielt", "erbat", "erhielt", "galt", "geriet", "glitt", "hielt", "litt",
    "riet", "ritt", "schnitt", "schritt", "stritt", "tat", "trat", "verbot", "verriet", "vertrat",
}  # fmt: skip

FOR = {"de": "für", "en": "for"}

TIME_NOUNS = {
    "de": {
        "jahr", "jahrhundert", "jahrzehnt", "monat", "woche", "tag", "stunde", "abend", "morgen", "nacht", "sommer",
        "winter", "herbst", "frühling", "frühjahr", "januar", "februar", "märz", "april", "mai", "juni", "juli",
        "august", "september", "oktober", "november", "dezember", "anfang", "ende", "mitte", "zeit", "moment",
        "amtszeit", "krieg", "weltkrieg", "wahl", "minute", "tagen", "jahren", "ära", "montag", "dienstag",
        "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "beginn", "schluss", "augenblick", "generation",
    },
    "en": {
        "year", "century", "decade", "month", "week", "day", "hour", "evening", "morning", "night", "summer",
        "winter",
        "autumn", "fall", "spring", "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "beginning", "end", "time", "moment", "term", "war",
        "election",
        "minute", "era", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "start",
    },
}  # fmt: skip
