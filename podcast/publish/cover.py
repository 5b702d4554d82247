"""cover.jpg: the show's own file, or a design with the episode's title. The same input gives the same bytes."""

from __future__ import annotations

import functools
import io
import warnings
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from ttf_opensans import OPENSANS_SEMIBOLD

from podcast.errors import ShowError
from podcast.publish.about import About
from podcast.show import Show

__all__ = ["cover"]

SIDE = 1400
"""Apple Podcasts takes squares of 1400 to 3000 pixels."""
LARGEST_SIDE = 3000
MAX_BYTES = 20_000_000
QUALITY = 88

INK = (16, 24, 48)
PAPER = (246, 240, 228)
WARM = (244, 140, 80)
COOL = (94, 186, 190)
SHARED = (250, 214, 130)

MARGIN = 110
TITLE_TOP, TITLE_BOTTOM = 260, 900
TITLE_SIZES = range(150, 54, -6)
MAX_TITLE_CHARS = 500
"""More never fits."""
DRAWN_LARGER = 2
"""Shapes are drawn so many times larger and scaled down: Pillow draws them with steps."""

Font = ImageFont.FreeTypeFont


@functools.cache
def _font(size: int) -> Font:
    # Pillow's own font has no umlauts and no ß; Open Sans has Latin, Greek and Cyrillic.
    # The basic layout is the same whether or not Pillow was built with raqm.
    return ImageFont.truetype(str(OPENSANS_SEMIBOLD.path), size, layout_engine=ImageFont.Layout.BASIC)


def _syllable(word: str, end: int) -> int:
    """The last place up to ``end`` where a consonant before a vowel begins: a good guess at a syllable."""
    vowels = "aeiouyäöü"
    for at in range(end, max(end - 7, 2), -1):
        if word[at].isalpha() and word[at].lower() not in vowels and word[at + 1].lower() in vowels:
            return at
    return end


def _cut(word: str, font: Font, width: float) -> list[str]:
    """A word in pieces that fit, with hyphens; at a hyphen of its own where there is one."""
    pieces = []
    while font.getlength(word) > width:
        end = 1
        while end < len(word) - 1 and font.getlength(word[: end + 1] + "-") <= width:
            end += 1
        own = word.rfind("-", 1, end + 1)
        if own > end // 2:
            pieces.append(word[: own + 1])
            word = word[own + 1 :]
        else:
            end = _syllable(word, max(min(end, len(word) - 3), 1))
            pieces.append(word[:end] + "-")
            word = word[end:]
    return [*pieces, word]


def _wrap(text: str, font: Font, width: float, *, cut: bool) -> list[str] | None:
    """The text in lines; ``None`` where a word is wider than a line and must not be cut."""
    lines: list[str] = []
    for word in text.split():
        if font.getlength(word) > width and not cut:
            return None
        for at, piece in enumerate(_cut(word, font, width)):
            if lines and not at and font.getlength(f"{lines[-1]} {piece}") <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _fit(text: str, width: float, height: float) -> tuple[list[str], Font, float]:
    """Lines, font and line height: as large as they fit, first with whole words, then with cut ones."""
    text = text[:MAX_TITLE_CHARS]
    for cut in (False, True):
        for size in TITLE_SIZES:
            font, line = _font(size), size * 1.16
            lines = _wrap(text, font, width, cut=cut)
            # Cutting a word is worse than a smaller letter, a very small letter is worse than cutting.
            if lines is not None and len(lines) * line <= height and (cut or size >= 78):
                return lines, font, line
    kept = int(height // line)
    lines = _wrap(text, font, width, cut=True) or []
    last = lines[kept - 1]
    while font.getlength(f"{last} …") > width:
        last = last[:-1]
    return [*lines[: kept - 1], last.rstrip(" .,;:-") + " …"], font, line


def _shapes() -> Image.Image:
    """Two speech bubbles that overlap: two who talk about one thing."""
    large = SIDE * DRAWN_LARGER
    image = Image.new("RGB", (large, large), INK)
    draw = ImageDraw.Draw(image)

    def at(*points: int) -> list[int]:
        return [point * DRAWN_LARGER for point in points]

    draw.rectangle(at(0, 0, SIDE, 16), fill=WARM)
    draw.polygon(at(250, 1180, 350, 1250, 200, 1330), fill=WARM)
    draw.polygon(at(1150, 1180, 1050, 1250, 1200, 1330), fill=COOL)
    left, right = at(110, 960, 800, 1260), at(600, 960, 1290, 1260)
    radius = 150 * DRAWN_LARGER
    draw.rounded_rectangle(left, radius, fill=WARM)
    draw.rounded_rectangle(right, radius, fill=COOL)
    both = Image.new("L", image.size, 0)
    ImageDraw.Draw(both).rounded_rectangle(left, radius, fill=255)
    other = Image.new("L", image.size, 0)
    ImageDraw.Draw(other).rounded_rectangle(right, radius, fill=255)
    image.paste(SHARED, mask=Image.composite(both, Image.new("L", image.size, 0), other))
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _one_line(
    draw: ImageDraw.ImageDraw, text: str, box: tuple[int, int, int], size: int, **how: object
) -> None:
    """Text at the left (or around the middle) of a box (x, y, width), smaller where it is too wide."""
    x, y, width = box
    while size > 28 and _font(size).getlength(text) > width:
        size -= 4
    font = _font(size)
    while len(text) > 2 and font.getlength(text) > width:
        text = text[:-2].rstrip() + "…"
    draw.text((x, y), text, font=font, **how)  # type: ignore[arg-type]


def _design(about: About) -> bytes:
    image = _shapes()
    draw = ImageDraw.Draw(image)
    _one_line(draw, about.show, (MARGIN, 130, SIDE - 2 * MARGIN), 64, fill=SHARED, anchor="ls")
    draw.rectangle([MARGIN, 176, MARGIN + 120, 184], fill=COOL)
    lines, font, height = _fit(about.title, SIDE - 2 * MARGIN, TITLE_BOTTOM - TITLE_TOP)
    for number, line in enumerate(lines):
        draw.text((MARGIN, TITLE_TOP + number * height), line, font=font, fill=PAPER)
    for host, middle in zip(about.hosts, (350, 1050), strict=False):
        _one_line(draw, host, (middle, 1110, 400), 92, fill=INK, anchor="mm")
    return _jpeg(image)


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


def _own(path: Path) -> bytes:
    """The show's own cover as a JPEG. Raises ``ShowError``."""
    name = f"cover: {path}"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ShowError(f"{name} cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise ShowError(f"{name} has {len(data)} bytes; take a picture of at most {MAX_BYTES}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data))
        width, height = image.size
        if image.format not in {"JPEG", "PNG"}:
            raise ShowError(f"{name} is {image.format}; take a JPEG or PNG")
        if width != height or not SIDE <= width <= LARGEST_SIDE:
            raise ShowError(
                f"{name} is {width} x {height} pixels; take a square of {SIDE} to {LARGEST_SIDE} pixels"
            )
        if image.mode != "RGB":
            raise ShowError(f"{name} has the colours {image.mode}; save it as RGB, without transparency")
        kind = image.format
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ShowError(f"{name} is no picture that can be read; take a JPEG or PNG") from error
    return data if kind == "JPEG" else _jpeg(image)


def cover(show: Show, about: About) -> bytes:
    """cover.jpg: a square JPEG in RGB, 1400 to 3000 pixels.

    ``show.cover``, a file beside show.toml, is taken as it is (a PNG is turned into a JPEG); without one the
    design shows the show's name, the title and the hosts. Raises ``ShowError`` where the file will not do.
    """
    return _own(Path(show.folder) / show.cover) if show.cover else _design(about)
