"""`python -m cogov_plots`."""

import sys

from cogov_plots.cli import main

sys.exit(main())
