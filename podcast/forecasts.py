"""What ``--dry-run`` prints: what would go out, and what it would cost."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.drafting import Forecast

__all__ = ["lines"]

LEAST_PRICE = 0.01


def lines(forecast: Forecast) -> Iterator[str]:
    """One line for each thing that would go out, for people."""
    about = "about " if forecast.estimated else ""
    if forecast.model:
        yield f"model            {forecast.model}"
        asked = about if forecast.requests else ""
        known = f", beyond {forecast.answered} that were answered before" if forecast.answered else ""
        more = "; answers that cannot be used are asked for again" if forecast.requests else ""
        yield f"requests         {asked}{forecast.requests}{known}{more}"
        yield f"tokens           {asked}{forecast.tokens_in:,} in, {forecast.tokens_out:,} out"
        yield f"price            {_price(forecast.model_price, forecast.currency, '[model] price_in and price_out')}"
    for engine, count in forecast.characters.items():
        yield f"speech           {about}{count:,} characters to {engine}, beyond what was spoken before"
        if engine not in forecast.offline:
            price = _price(forecast.speech_prices[engine], forecast.currency, f"[speech_prices] {engine}")
            yield f"price            {price}"


def _price(price: float | None, currency: str, where: str) -> str:
    if price is None:
        return f"not known: show.toml names none ({where})"
    if 0 < price < LEAST_PRICE:
        return f"less than {LEAST_PRICE:.2f} {currency}"
    return f"about {price:.2f} {currency}" if price else f"0.00 {currency}"
