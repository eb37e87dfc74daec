"""Words of the figures. English comes from the data package; Chinese from labels_zh.json."""

import json
import re
from functools import cache
from importlib.resources import files

from cogov_plots.results import Measure

LANGUAGES = ("en", "zh")
# Where the unit says what a value is divided by, the name need not.
_DIVISOR = re.compile(r"_per_(10k|1k|decision)$")


@cache
def chinese() -> dict[str, dict[str, str]]:
    """Sections `measures` (names), `meanings`, `units`, `words`, `actors`, `purposes`, `resources`: from
    English to Chinese.
    """
    return json.loads(files("cogov_plots").joinpath("labels_zh.json").read_text(encoding="utf-8"))


class Labels:
    """Labels in one language. What has no Chinese name (a measure of a later version, say) keeps its
    English one.
    """

    def __init__(self, language: str = "en"):
        if language not in LANGUAGES:
            raise ValueError(f"language {language!r}: 'en' and 'zh' are allowed")
        self.language = language

    def _find(self, section: str, key: str, english: str) -> str:
        return chinese()[section].get(key, english) if self.language == "zh" else english

    def measure(self, measure: Measure) -> str:
        """Name of a measure without its unit."""
        english = _spaced(_DIVISOR.sub("", measure.id))
        return self._find("measures", measure.id, english)

    def unit(self, unit: str) -> str:
        """A unit; empty for none."""
        return "" if unit in ("–", "") else self._find("units", unit, unit)

    def axis(self, measure: Measure, prefix: str = "") -> str:
        """Name and unit, for an axis. `prefix` may be a word such as "difference in"."""
        name, unit = self.measure(measure), self.unit(measure.unit)
        return f"{prefix}{name}" + (f" ({unit})" if unit else "")

    def meaning(self, measure: Measure) -> tuple[str, str]:
        """What a measure means, from its sentence in the data package, and the language of the answer."""
        text = self._find("meanings", measure.meaning, measure.meaning)
        return text, "en" if text == measure.meaning else self.language

    def word(self, english: str, **values) -> str:
        """A word or sentence of a figure; `{name}` in it stands for a value."""
        text = self._find("words", english, english)
        return text.format(**values) if values else text

    def actor(self, actor: str) -> str:
        """A kind of actor, from its id in flows.csv."""
        return self._find("actors", actor, _spaced(actor))

    def purpose(self, purpose: str) -> str:
        """What a flow is for."""
        return self._find("purposes", purpose, _spaced(purpose))

    def resource(self, resource: str) -> str:
        """What flows: money, time or rooms."""
        return self._find("resources", resource, _spaced(resource))


def _spaced(text: str) -> str:
    """`participation_quarter` and `residentsCommittee` as words."""
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", text).replace("_", " ").strip()
    words = re.sub(r"(\d) ?plus\b", r"\1+", words.lower())
    words = re.sub(r"(\d+) (\d+)", r"\1–\2", words)
    return words[:1].upper() + words[1:]
