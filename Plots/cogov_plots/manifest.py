"""What a batch recorded of itself, and whether its tables are still what it wrote."""

import json
import re
import shlex
from functools import cached_property
from pathlib import Path

import numpy as np

from cogov_plots.reading import ResultsError, require_file

BLOCK = 1 << 20
"""Bytes of a table that are hashed at a time, as cogov does."""
FEW = 8
"""Blocks up to which plain whole numbers are quicker than arrays."""
MOST_REPLICATES = 1_000_000
_MASK = (1 << 64) - 1
_START = 0xCBF29CE484222325
_STEP = 0x9E3779B97F4A7C15


class Manifest:
    """`manifest.json` of a folder: the plan of a batch, its state, and size and checksum of each table."""

    def __init__(self, folder: Path):
        """Reads it; a folder without one gives an empty manifest (`is_there` is False).

        Raises ResultsError where it cannot be read, its plan was changed, or the batch is unfinished.
        """
        self.folder = folder
        self.path = folder / "manifest.json"
        self.is_there = self.path.exists()
        self._verified: set[Path] = set()
        self.data: dict = read_json(self.path) if self.is_there else {}
        if not self.is_there:
            return
        self._require_form()
        recorded, found = self.data.get("checksum"), plan_checksum(self.path)
        if recorded != found:
            raise ResultsError(
                f"{self.path}: the plan is not as cogov wrote it: checksum {recorded} expected, {found} "
                "found. Take it from a copy, or run the batch again with --out into another folder."
            )
        if self.data.get("status") not in ("finished", "finishedWithFailures"):
            raise ResultsError(
                f"{folder} holds an unfinished batch: {self.data.get('finished', 0)} of "
                f"{self.data.get('runs', '?')} runs when it was last stopped. Its command goes on where it "
                f"was: {self.command}"
            )

    def _require_form(self) -> None:
        """Raises ResultsError where a part that is read later is of another kind than cogov writes."""
        plan, tables = self.data.get("plan"), self.data.get("tables") or {}
        fits = (
            isinstance(plan, dict)
            and isinstance(tables, dict)
            and isinstance(self.data.get("files", []), list)
        )
        if fits:
            variants = plan.get("variants", [])
            fits = isinstance(variants, list) and all(
                isinstance(v, dict) and isinstance(v.get("name"), str) for v in variants
            )
            count = plan.get("replicates", 1)
            fits = fits and isinstance(count, int) and 1 <= count <= MOST_REPLICATES
            fits = fits and all(
                isinstance(t, dict) and isinstance(t.get("bytes"), int) and isinstance(t.get("checksum"), str)
                for t in tables.values()
            )
        if not fits:
            raise ResultsError(
                f"{self.path} is not what cogov writes. Take it from a copy, or run the batch again with "
                "--out into another folder."
            )

    @property
    def plan(self) -> dict:
        """The plan of the batch; empty where there is no manifest."""
        return self.data.get("plan", {})

    @property
    def tables(self) -> dict:
        """Bytes and checksum by the name of the table's file."""
        return self.data.get("tables") or {}

    def variant(self, name: str) -> dict:
        """What the plan says of a variant; empty where it says nothing."""
        return next((v for v in self.plan.get("variants", []) if v.get("name") == name), {})

    @property
    def baseline(self) -> str | None:
        """The variant that the plan compares others with; None where it names none."""
        return self.plan.get("baseline")

    @property
    def planned(self) -> int | None:
        """How many runs were planned; None where nothing tells."""
        if not self.plan.get("variants"):
            return None
        return 1 if self.plan.get("only") else len(self.plan["variants"]) * self.plan["replicates"]

    def runs(self) -> set[tuple[str, int]]:
        """Variant and replicate of every run that was planned."""
        names = [variant["name"] for variant in self.plan["variants"]]
        if only := self.plan.get("only"):
            return {(names[only["variant"]], only["replicate"])}
        return {(name, k) for name in names for k in range(1, self.plan["replicates"] + 1)}

    # The command

    @cached_property
    def started_in(self) -> Path | None:
        """The folder in which the batch was started: the nearest above the results, or the one we are in,
        from which every file of the manifest is found; None where there is none.
        """
        files = [str(name) for name in self.data.get("files", [])]
        places = [*self.folder.resolve().parents, Path.cwd()]
        return next((p for p in places if files and all((p / name).is_file() for name in files)), None)

    @property
    def shown_folder(self) -> str:
        """The results as seen from where the batch was started; where that is unknown, from anywhere."""
        folder = self.folder.resolve()
        if self.started_in and folder.is_relative_to(self.started_in):
            return str(folder.relative_to(self.started_in))
        return str(self.folder if self.started_in else folder)

    @property
    def words(self) -> list[str]:
        """The command that makes the batch again into this very folder, word by word; empty where nothing was
        recorded.
        """
        if not self.data.get("command"):
            return []
        words = shlex.split(str(self.data["command"]))
        given = next((k for k, word in enumerate(words) if word in ("--out", "-o")), None)
        if given is not None:
            del words[given : given + 2]
        words = [word for word in words if not word.startswith("--out=")]
        if Path(self.shown_folder) != Path("Results") / str(self.plan.get("name")):
            words += ["--out", self.shown_folder]
        return words

    @property
    def command(self) -> str:
        """The command that makes the batch again, as a line of shell."""
        return shlex.join(self.words) if self.words else "cogov batch EXPERIMENT"

    @property
    def repair(self) -> str:
        """What to do about a table that is not what it should be."""
        if not self.is_there:
            return "Run the batch again."
        return f"This writes it anew: {self.command} --resume"

    # The tables

    def verify(self, path: Path) -> bool:
        """Whether a table is what the batch wrote; False where the manifest does not say.

        Raises ResultsError where it is not, or is gone.
        """
        expected = self.tables.get(path.name)
        if expected is None:
            return False
        if path in self._verified:
            return True
        found = path.stat().st_size
        if found != expected["bytes"]:
            raise ResultsError(
                f"{path} was changed since the batch wrote it: {expected['bytes']:,} bytes expected, "
                f"{found:,} found. {self.repair}"
            )
        found = checksum(path)
        if found != expected["checksum"]:
            raise ResultsError(
                f"{path} was changed since the batch wrote it: checksum {expected['checksum']} expected, "
                f"{found} found. {self.repair}"
            )
        self._verified.add(path)
        return True


def read_json(path: Path) -> dict:
    """A JSON object. Raises ResultsError where there is none."""
    require_file(path)
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResultsError(f"{path} cannot be read: {error}. Run the batch again.") from error
    if not isinstance(value, dict):
        raise ResultsError(f"{path} is not a JSON object. Run the batch again.")
    return value


def plan_checksum(path: Path) -> str:
    """The checksum of the plan as its text stands in a manifest: two spaces less on every line."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r'^  "plan" : (\{.*?^  \}),?$', text, re.M | re.S)
    plan = found[1].replace("\n  ", "\n") if found else ""
    return f"{_of_block(plan.encode()):016x}"


def checksum(path: Path) -> str:
    """The checksum of a file as cogov makes it: a hash of the hashes of its blocks."""
    size = path.stat().st_size
    if size == 0:
        return f"{_START:016x}"
    data = np.memmap(path, dtype=np.uint8, mode="r")
    whole = size // BLOCK
    hashes = []
    # The words of a block must be taken one after the other, but many blocks can be taken at once.
    if whole > FEW:
        for start in range(0, whole, 1024):
            blocks = data[start * BLOCK : min(start + 1024, whole) * BLOCK]
            hashes += _of_blocks(blocks.view("<u8").reshape(-1, BLOCK // 8))
    else:
        hashes += [_of_block(data[k * BLOCK : (k + 1) * BLOCK].tobytes()) for k in range(whole)]
    if size % BLOCK:
        hashes.append(_of_block(data[whole * BLOCK :].tobytes()))
    value = _START
    for part in hashes:
        value = _combined(value, part)
    return f"{value:016x}"


def _combined(value: int, word: int) -> int:
    """One more word of 64 bits in a hash."""
    z = value ^ word
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return ((z ^ (z >> 31)) + _STEP) & _MASK


def _of_block(block: bytes) -> int:
    """Eight bytes at a time, the last word filled with zeros, then the number of bytes."""
    full = len(block) // 8 * 8
    value = _START
    for word in np.frombuffer(block[:full], dtype="<u8").tolist():
        value = _combined(value, word)
    value = _combined(value, int.from_bytes(block[full:], "little"))
    return _combined(value, len(block))


def _of_blocks(words: np.ndarray) -> list[int]:
    """The same of many whole blocks, a row a block."""
    value = np.full(len(words), _START, dtype=np.uint64)
    shifted = np.empty_like(value)
    # Made once: there are a million steps.
    xor, right, times, plus = np.bitwise_xor, np.right_shift, np.multiply, np.add
    first, second, third = (np.full_like(value, shift) for shift in (30, 27, 31))
    one, other, step = (np.full_like(value, n) for n in (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, _STEP))

    def combine(word) -> None:
        xor(value, word, value)
        right(value, first, shifted)
        xor(value, shifted, value)
        times(value, one, value)
        right(value, second, shifted)
        xor(value, shifted, value)
        times(value, other, value)
        right(value, third, shifted)
        xor(value, shifted, value)
        plus(value, step, value)

    for start in range(0, words.shape[1], 1024):
        for column in np.ascontiguousarray(words[:, start : start + 1024].T):
            combine(column)
    combine(np.zeros_like(value))
    combine(np.full_like(value, BLOCK))
    return value.tolist()
