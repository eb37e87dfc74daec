"""Reads CSV tables, and says where one is wrong."""

import csv
import math
from pathlib import Path

import numpy as np
import pandas as pd

CHUNK = 100_000
"""Rows that are read at a time."""


class ResultsError(Exception):
    """Results that cannot be read or do not fit together. The text says what, where and what to do."""


def read(
    path: Path,
    *,
    numbers=(),
    whole=(),
    columns: list[str] | None = None,
    required=(),
    remedy: str = "",
    verified: bool = False,
) -> pd.DataFrame:
    """A table; an empty field is an undefined value and becomes NaN, every other text stays as it is.

    numbers: columns that hold finite numbers; whole: columns that hold whole numbers and have no empty field
    (int64); all others are texts (categories). columns: those to keep, all by default. required: those that
    must be there. remedy: ends every error. verified: the file is known to be what was written, so its rows
    need not be counted out.

    Raises ResultsError with file, line and column where a row is torn or a field is no number.
    """
    header = _header(path, remedy)
    for name in required:
        if name not in header:
            raise ResultsError(_ended(f"{path} has no column {name!r}", remedy))
    if not verified:
        _require_whole_rows(path, header, remedy)
    numeric = {*numbers, *whole}
    types = {name: "float64" if name in numeric else "str" for name in header}
    wanted = None if columns is None else set(columns).__contains__
    try:
        # Names such as "none" or "NA" are names; only an empty field is undefined.
        reader = pd.read_csv(
            path,
            dtype=types,
            usecols=wanted,
            chunksize=CHUNK,
            keep_default_na=False,
            na_values=[""],
            encoding="utf-8",
        )
        parts = [_categories(part, numeric) for part in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise ResultsError(_ended(f"{path} cannot be read: {error}", remedy)) from error
    except ValueError as error:
        _locate(path, header, numeric, set(whole), remedy)
        raise ResultsError(_ended(f"{path} cannot be read: {error}", remedy)) from error
    frame = parts[0] if len(parts) == 1 else _joined(parts)
    for name in numeric & set(frame.columns):
        values = frame[name].to_numpy()
        bad = np.isinf(values) | (name in whole and (np.isnan(values) | (values != np.floor(values))))
        if np.any(bad):
            _locate(path, header, numeric, set(whole), remedy)
    return frame.astype({name: "int64" for name in whole if name in frame})


def require_file(path: Path) -> None:
    """Raises ResultsError where something else than a file lies under a path: a pipe may never end."""
    if path.exists() and not path.is_file():
        raise ResultsError(f"{path} is no file. Take it from a copy, or run the batch again.")


def _header(path: Path, remedy: str) -> list[str]:
    require_file(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), None)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ResultsError(_ended(f"{path} cannot be read: {error}", remedy)) from error
    if not header:
        raise ResultsError(_ended(f"{path} is empty", remedy))
    for name in header:
        if header.count(name) > 1:
            raise ResultsError(_ended(f"{path}, line 1: the column {name!r} is there twice", remedy))
    return header


def _rows(path: Path, remedy: str):
    """Line and fields of every row below the header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        next(reader, None)
        line = reader.line_num + 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + 1
        except (UnicodeDecodeError, csv.Error) as error:
            raise ResultsError(_ended(f"{path}, line {line}: {error}", remedy)) from error


def _require_whole_rows(path: Path, header: list[str], remedy: str) -> None:
    """Every row has a field a column; pandas would fill those that are cut short."""
    for line, row in _rows(path, remedy):
        if len(row) != len(header):
            count = f"{len(header)} fields expected, {len(row)} found"
            raise ResultsError(_ended(f"{path}, line {line}: {count}", remedy))
    with path.open("rb") as file:
        file.seek(-1, 2)
        if file.read(1) not in b"\r\n":
            raise ResultsError(_ended(f"{path}: the last line has no end, so it may be cut short", remedy))


def _locate(path: Path, header: list[str], numeric: set, whole: set, remedy: str) -> None:
    """Raises ResultsError with the place of the first field that is not what its column holds."""
    for line, row in _rows(path, remedy):
        for name, text in zip(header, row, strict=False):
            if name not in numeric or (text == "" and name not in whole):
                continue
            problem = _problem(text, name in whole)
            if problem:
                raise ResultsError(_ended(f"{path}, line {line}, column {name!r}: {problem}", remedy))


def _problem(text: str, whole: bool) -> str:
    wanted = "a whole number" if whole else "a finite number"
    if text == "":
        return f"{wanted} expected, found nothing"
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    fits = math.isfinite(value) and text.isascii() and "_" not in text and (not whole or value.is_integer())
    return "" if fits else f"{wanted} expected, found {text!r}"


def _categories(part: pd.DataFrame, numeric: set) -> pd.DataFrame:
    """Text columns as categories. Not left to the reader: it would take the level "0" for a number."""
    return part.astype({name: "category" for name in part.columns if name not in numeric})


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Parts of a table as one; each is let go as soon as it is taken in."""
    whole = {}
    for name in parts[0].columns:
        pieces = [part.pop(name) for part in parts]
        if isinstance(pieces[0].dtype, pd.CategoricalDtype):
            whole[name] = pd.Series(pd.api.types.union_categoricals(pieces))
        else:
            whole[name] = pd.concat(pieces, ignore_index=True)
    return pd.DataFrame(whole)


def _ended(text: str, remedy: str) -> str:
    return f"{text}. {remedy}".rstrip()
