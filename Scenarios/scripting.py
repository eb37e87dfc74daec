"""What the scripts of this folder share: packages that may be absent, the program, progress, stopping, folders."""

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
STOPPED = 130


class Trouble(Exception):
    """Something the user can set right; the text says what, and how."""

    def __init__(self, text, status=2):
        super().__init__(text)
        self.status = status


@contextlib.contextmanager
def packages():
    """Around imports, so that --help works where a package is missing; `need` says later what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        absent.append(error.name)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


absent = []


def need(*names):
    """Refuses to go on without these packages."""
    missing = [name for name in names if importlib.util.find_spec(name) is None] or absent
    if missing:
        raise Trouble(f"this script needs {' and '.join(missing)}: pip install {' '.join(missing)}", 4)


def whole(least, reason=""):
    """A type for options: whole numbers from `least` on. The reason says why no fewer."""

    def read(text):
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"'{text}' is not a whole number") from None
        if number < least:
            raise argparse.ArgumentTypeError(f"{number} is fewer than {least}" + (f": {reason}" if reason else ""))
        return number

    return read


def program():
    """The built program of this checkout, or the one that the environment variable COGOV names."""
    path = pathlib.Path(os.environ.get("COGOV") or ROOT / ".build" / "release" / "cogov").resolve()
    if not os.access(path, os.X_OK) or path.is_dir():
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        raise Trouble(
            f"there is no program {shown}; build it first, which takes some minutes, in the folder of the project:\n"
            "  swift build -c release --product cogov\nor name another in the environment variable COGOV", 4)
    return path


def ask(*words):
    """What the program prints; its own message where it refuses."""
    done = subprocess.run([program(), *map(str, words)], cwd=ROOT, text=True, capture_output=True)
    if done.returncode:
        raise Trouble(done.stderr.removeprefix("error: ").splitlines()[0], done.returncode)
    return done.stdout


def check_measures(names):
    """Refuses measures that do not exist or come twice."""
    for name in names:
        ask("describe", "measures", name or "''")
        if names.count(name) > 1:
            raise Trouble(f"--measures names {name} more than once")


def digest(*files):
    """Of what is read besides the options."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in files}


def keep(folder, settings, growing=(), check=None):
    """Notes the settings in the folder, or refuses where it holds anything else; more of a `growing` one is good.

    `check` is called before anything is written to a new folder.
    """
    settings = json.loads(json.dumps(settings | {"program": ask("--version").strip()}))
    file = folder / "settings.json"
    advice = "choose another folder with --out, or move this one away"
    try:
        if file.exists():
            there = json.loads(file.read_text(encoding="utf-8"))
            for name in sorted(settings | there):
                old, new = there.get(name), settings.get(name)
                if old == new:
                    continue
                if name not in growing:
                    raise Trouble(f"{folder} holds results of {name} = {text(old)}, not {text(new)}; {advice}")
                if new < old:
                    raise Trouble(f"{folder} holds results of {name} = {old}, more than {new}; {advice}")
                print(f"{folder}: {name} goes from {old} to {new}; the table of the end is replaced", file=sys.stderr)
        elif folder.exists() and any(folder.iterdir()):
            raise Trouble(f"{folder} holds files, and no settings.json that says of what; {advice}")
        elif check:
            check()
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / "settings.json.tmp"
        part.write_text(json.dumps(settings, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(file)
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise Trouble(f"{folder} cannot be used ({error}); choose another folder with --out", 4) from None


def text(value):
    return ", ".join(map(text, value)) if isinstance(value, list) else str(value)


def duration(seconds):
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


class Work:
    """Batches of the program, one after the other, with how far all of them are and how long the rest takes."""

    # A line of the program's own progress, with a bar before it on a terminal.
    LINE = re.compile(r"^(?:\[[#-]+\] )?(\d+) of (\d+) runs?\b")

    def __init__(self, runs):
        """`runs`: how many all batches have together, at most; nothing where that is not known."""
        self.left, self.computed, self.seconds = runs, 0, 0.0
        self.terminal = sys.stderr.isatty()

    def batch(self, label, *words, runs):
        """Runs `cogov batch` with the words, which has so many runs; what was finished before is kept."""
        began, first, done, messages = time.monotonic(), None, 0, []
        command = [program(), "batch", *map(str, words)]
        # The program gets no Ctrl-C of its own, so that it is asked once to stop. On a terminal it draws its bar.
        end, start = os.openpty() if self.terminal else os.pipe()
        child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=start,
                                 start_new_session=True)
        os.close(start)
        stopped = False
        lines = self.lines(end)
        while True:
            try:
                line = next(lines, None)
                if line is None:
                    break
                if found := self.LINE.match(line):
                    done = int(found[1])
                    first = done if first is None else first
                    self.show(label, done, int(found[2]), done - first, time.monotonic() - began)
                else:
                    messages.append(line)
            except KeyboardInterrupt:
                stopped = True
                with contextlib.suppress(ProcessLookupError):
                    child.send_signal(signal.SIGINT)
                lines = self.lines(end)
        os.close(end)
        status = child.wait()
        self.clear()
        if stopped or status == STOPPED:
            raise KeyboardInterrupt
        if status:
            raise Trouble("\n".join(messages).removeprefix("error: "), status if status > 0 else 1)
        for line in messages:
            if line.startswith("warning"):
                print(line, file=sys.stderr)
        if self.left is not None:
            self.left -= runs
        self.computed += done - (first or 0)
        self.seconds += time.monotonic() - began

    @staticmethod
    def lines(end):
        """Lines of the program, without what moves the cursor."""
        rest = b""
        while True:
            try:
                block = os.read(end, 65536)
            except OSError:  # how a closed terminal ends
                block = b""
            *whole_lines, rest = re.split(rb"[\r\n]+", rest + block) if block else [rest, b""]
            for line in whole_lines:
                if line := re.sub(rb"\x1b\[[0-9;]*[A-Za-z]", b"", line).decode(errors="replace").rstrip():
                    yield line
            if not block:
                return

    def show(self, label, done, total, computed, seconds):
        line = f"{label}: {done} of {total} runs"
        if self.left is not None and self.computed + computed > 0:
            rest = (self.left - done) * (self.seconds + seconds) / (self.computed + computed)
            line += f", about {duration(max(rest, 0))} left in all"
        print(f"\r{line}\x1b[K" if self.terminal else line, end="" if self.terminal else "\n", file=sys.stderr, flush=True)

    def clear(self):
        if self.terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def run(main):
    """Runs a script: what went wrong is a message and a status, and so is a stop."""

    def stop(*_):
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        main()
    except Trouble as trouble:
        print(f"{pathlib.Path(sys.argv[0]).name}: {trouble}", file=sys.stderr)
        sys.exit(trouble.status)
    except KeyboardInterrupt:
        print("\nStopped; what is finished is kept. The same command goes on from there.", file=sys.stderr, flush=True)
        sys.stdout.flush()
        # No farewell of libraries that were interrupted.
        os._exit(STOPPED)
