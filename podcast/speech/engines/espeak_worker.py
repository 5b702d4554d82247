"""eSpeak NG in a worker process (worker_main.py): PCM, or phonemes in IPA.

A request has ``what``. ``"speech"`` with text, voice, rate (words a minute), pitch (0 to 100), volume (percent) is
answered with PCM at the 22050 Hz of all its voices; ``"phonemes"`` with texts (a list) and voice with a list of strings
as JSON, in IPA.

The library is loaded anew for each request, which takes 3 ms: it never resets its generator's state, so that a text
sounded a little different each time (measured: three calls, three sums). It also has one state for the whole process.
"""

from __future__ import annotations

import _ctypes
import contextlib
import ctypes
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

# speak_lib.h of eSpeak NG 1.52
SYNCHRONOUS = 2
DONT_EXIT = 0x8000
UTF_8 = 1
IPA = 2
RATE, VOLUME, PITCH = 1, 2, 3
RATE_HZ = 22050
SEED = 1
"""Of the flutter in its voices. Any number will do, as long as it is always the same."""

Samples = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


_unload: Any = getattr(_ctypes, "FreeLibrary" if sys.platform == "win32" else "dlclose")
"""ctypes loads libraries and offers no other way to let them go."""


@contextlib.contextmanager
def espeak(voice: str) -> Iterator[Any]:
    """The library, fresh, with a voice set."""
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    try:
        library.espeak_ng_SetRandSeed.argtypes = [ctypes.c_long]
        rate = library.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), DONT_EXIT)
        if rate != RATE_HZ:
            raise RuntimeError(f"eSpeak NG cannot read its data in {espeakng_loader.get_data_path()}")
        library.espeak_ng_SetRandSeed(SEED)
        if library.espeak_SetVoiceByName(voice.encode("ascii")):
            raise RuntimeError(f"eSpeak NG has no voice {voice}")
        yield library
        library.espeak_Terminate()
    finally:
        _unload(library._handle)


def speech(request: dict[str, Any]) -> bytes:
    """A text as PCM."""
    parts: list[bytes] = []

    def take(samples: object, count: int, _events: object) -> int:
        if samples and count > 0:
            parts.append(ctypes.string_at(samples, 2 * count))  # type: ignore[arg-type]
        return 0

    callback = Samples(take)
    with espeak(request["voice"]) as library:
        library.espeak_SetSynthCallback(callback)
        for parameter, value in (
            (RATE, request["rate"]),
            (VOLUME, request["volume"]),
            (PITCH, request["pitch"]),
        ):
            library.espeak_SetParameter(parameter, value, 0)
        text = request["text"].encode("utf-8")
        if library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, 0, 0, UTF_8, None, None):
            raise RuntimeError("eSpeak NG gave up")
    return b"".join(parts)


def phonemes(request: dict[str, Any]) -> bytes:
    """Texts as IPA; the punctuation is lost."""
    found = []
    with espeak(request["voice"]) as library:
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        for text in request["texts"]:
            buffer = ctypes.create_string_buffer(text.encode("utf-8"))
            rest = ctypes.c_void_p(ctypes.addressof(buffer))
            clauses = []
            while rest.value:  # one clause a call; null after the last
                clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), UTF_8, IPA).decode("utf-8"))
            found.append(" ".join(clause for clause in clauses if clause))
    return json.dumps(found).encode("ascii")


def start() -> Callable[[dict[str, Any]], bytes]:
    """What answers requests."""
    import espeakng_loader  # noqa: F401 (says at once where it is missing)

    return lambda request: (speech if request["what"] == "speech" else phonemes)(request)
