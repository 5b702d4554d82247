"""What a script will cost, before anything is sent: held against what it then did."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from podcast.article import Article
from podcast.drafting import forecast
from podcast.errors import CallError
from podcast.forecasts import lines
from podcast.pace import WordPace
from podcast.writing.llm import Estimate, estimate
from tests.writing.articles import seed
from tests.writing.llm.articles import show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Asked, completion, serving
from tests.writing.llm.test_length import trimmed

NO_SERVER = "http://127.0.0.1:1/v1"


def uncounted(asked: Asked) -> dict[str, object]:
    """The good model that keeps to its words, on a server that counts no tokens: they are counted here."""
    return {**completion(trimmed(asked, 1.1)), "usage": None}


@pytest.mark.parametrize("minutes", [None, 4.0])
@pytest.mark.parametrize("rhythm", [True, False])
def test_the_estimate_is_near_what_it_takes(rhythm: bool, minutes: float | None, tmp_path: Path) -> None:
    """Requests that need no repair are fewer; tokens are those of a model that says what it is asked for."""
    article = seed("wahlleute.md")
    with serving(uncounted) as server:
        show = show_for(server.base_url, rhythm=rhythm)
        before = estimate(article, show, minutes=minutes)
        assert server.asked == []
        done = by_model(article, show, tmp_path, minutes=minutes)
    assert done.use.estimated
    assert before.requests == pytest.approx(done.use.requests, rel=0.35)
    assert before.tokens_in == pytest.approx(done.use.tokens_in, rel=0.35)
    assert before.tokens_out == pytest.approx(done.use.tokens_out, rel=0.6)


def test_the_price_is_that_of_the_show(german: Article) -> None:
    plain = estimate(german, show_for(NO_SERVER), minutes=None)
    assert plain.price is None
    priced = estimate(german, show_for(NO_SERVER, price_in=3.0, price_out=15.0, currency="EUR"), minutes=None)
    assert priced.price == pytest.approx((priced.tokens_in * 3 + priced.tokens_out * 15) / 1e6)
    assert priced.currency == "EUR"
    assert priced.model == "test-model"


def test_longer_episodes_cost_more() -> None:
    article = seed("wahlleute.md")
    costs = [estimate(article, show_for(NO_SERVER), minutes=minutes).tokens_out for minutes in (2, 4, 6)]
    assert costs == sorted(costs)
    assert costs[0] < costs[-1]


def test_a_call_that_cannot_work_is_wrong_here_too(german: Article) -> None:
    with pytest.raises(CallError, match="needs a model"):
        estimate(german, show_for(NO_SERVER, name=""), minutes=None)


def test_what_was_answered_before_is_not_counted_again(german: Article, tmp_path: Path) -> None:
    """Nothing of it is written or sent: neither answers nor what was learned of the server."""
    answers = tmp_path / "answers"
    with serving(uncounted) as server:
        show = show_for(server.base_url, price_in=3.0, price_out=15.0)

        def expected() -> Estimate:
            return estimate(german, show, minutes=None, pace=WordPace(130), answers=answers)

        first = expected()
        assert not answers.exists()
        done = by_model(german, show, answers)
        asked = len(server.asked)
        files = sorted(answers.iterdir())
        assert (expected().requests, expected().price, expected().answered) == (0, 0, done.use.requests)
        assert sorted(answers.iterdir()) == files
        assert len(server.asked) == asked
        for path in answers.glob("[0-9a-f]*.json"):
            if b'"core' not in path.read_bytes():
                path.unlink()
        some = expected()
    assert first.answered == 0
    assert 0 < some.requests < first.requests
    assert some.answered == 1
    assert some.tokens_in < first.tokens_in


def test_the_forecast_names_the_model_that_the_environment_names(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PODCAST_MODEL", "from-outside")
    show = msgspec.structs.replace(show_for(NO_SERVER, name="", price_in=3.0, price_out=15.0), writer="llm")
    text = "\n".join(lines(forecast(german, show, tmp_path, {})))
    assert "model            from-outside" in text
    assert re.search(
        r"(?m)^requests         about \d+; answers that cannot be used are asked for again$", text
    )
    assert re.search(r"(?m)^price            about 0\.\d\d USD$", text)
