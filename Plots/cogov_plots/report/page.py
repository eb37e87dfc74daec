"""Fills the template: everything from outside is escaped, everything the page needs is put into it."""

import base64
import hashlib
import json
import math
from importlib.resources import files

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from plotly.offline import get_plotlyjs

HERE = files("cogov_plots.report")


def page(content: dict) -> str:
    """The whole page as text.

    The library that draws (Plotly, about 5 MB) is in the page once; its package brings no smaller build.
    A content security policy lets the browser run these two scripts and nothing else, and fetch nothing.
    """
    environment = Environment(
        loader=FileSystemLoader(str(HERE)),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    # The end of a script inside the library would end the script of the page.
    plotly = get_plotlyjs().replace("</script", "<\\/script").replace("\r\n", "\n")
    script = HERE.joinpath("report.js").read_text(encoding="utf-8")
    return environment.get_template("template.html").render(
        **content | {"data": embedded(content["data"])},
        css=HERE.joinpath("report.css").read_text(encoding="utf-8"),
        plotly=plotly,
        script=script,
        script_hashes=" ".join(_hash(text) for text in (plotly, script)),
    )


def embedded(data) -> str:
    """Data as JSON that may stand inside a script element, whatever texts are in it; NaN becomes null."""
    text = json.dumps(_defined(data), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _defined(value):
    """The same with plain numbers of six digits, and None for what is not a number."""
    if isinstance(value, dict):
        return {key: _defined(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_defined(part) for part in value]
    if isinstance(value, float):
        return _rounded(value) if math.isfinite(value) else None
    return value


def _rounded(value: float) -> float | int:
    short = float(f"{value:.6g}")
    return int(short) if short.is_integer() and abs(short) < 1e15 else short


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
