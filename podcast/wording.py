"""Finding and filling the templates: every word the program says or writes that is not from the article.

A template is looked for beside show.toml (``templates/``) first, then in the packaged ones, so that a show
overrides single files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jinja2

from podcast.errors import WordingError

__all__ = ["Wording", "packaged_templates"]


def packaged_templates() -> Path:
    """The folder of the program's own templates: in an installed wheel, or beside a checkout's package."""
    here = Path(__file__).resolve().parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parent / "templates"


class Wording:
    """The templates of one show.

    ``overrides`` are folders that come before the packaged one; those that do not exist are passed over.
    """

    def __init__(self, overrides: Iterable[Path] = ()) -> None:
        folders = [*overrides, packaged_templates()]
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            undefined=jinja2.StrictUndefined,
            autoescape=jinja2.select_autoescape(["html", "xml"]),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def text(self, name: str, **values: object) -> str:
        """Fill the template ``name`` (``"notes/de.md"``) and return it whole.

        Raises ``WordingError`` naming the template, and its line where there is one.
        """
        try:
            return self._env.get_template(name).render(**values)
        except jinja2.TemplateSyntaxError as error:
            raise WordingError(f"template {error.name}, line {error.lineno}: {error.message}") from error
        except jinja2.TemplateNotFound as error:
            raise WordingError(f"there is no template {error.name}") from error
        except jinja2.TemplateError as error:
            raise WordingError(f"template {name}: {error.message}") from error

    def lines(self, name: str, **values: object) -> list[str]:
        """Fill a template that holds one wording a line; empty lines fall away.

        A wording that needs something that is not there hides itself with ``{% if … %}``.
        """
        return [line.strip() for line in self.text(name, **values).splitlines() if line.strip()]
