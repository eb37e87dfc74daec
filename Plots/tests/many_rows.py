"""Makes results with a long series.csv out of real ones, to measure time and memory.

    python3 Plots/tests/many_rows.py RESULTS OUT [ROWS]

The rows of RESULTS are written again and again under higher numbers of replicates, each with a little noise
on its measures, until series.csv has ROWS rows (a million by default, over 500 MB). No manifest
vouches for them, and there are no flows and places. Then, for example:

    /usr/bin/time -v cogov-plots OUT
"""

import shutil
import sys
from pathlib import Path

import numpy as np
import pandas as pd


def main(source: Path, out: Path, rows: int) -> None:
    left_out = shutil.ignore_patterns("figures", "*.html", "manifest.json", "flows.csv", "places.csv")
    shutil.copytree(source, out, dirs_exist_ok=True, ignore=left_out)
    generator = np.random.default_rng(1)
    series = pd.read_csv(source / "series.csv", keep_default_na=False, na_values=[""])
    copies = -(-rows // len(series))
    for table in ("runs", "series"):
        frame = pd.read_csv(source / f"{table}.csv", keep_default_na=False, na_values=[""])
        measures = list(series.columns[4:])
        replicates = frame["replicate"].max()
        # Written in parts: all of it would take several gigabytes.
        for k in range(copies):
            part = frame.copy()
            part["replicate"] += k * replicates
            part[measures] *= generator.normal(1, 0.01, (len(part), 1))
            part.to_csv(out / f"{table}.csv", mode="a" if k else "w", header=k == 0, index=False)
    size = (out / "series.csv").stat().st_size / 1e6
    print(f"{copies * len(series):,} rows, {size:,.0f} MB: {out / 'series.csv'}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000)
