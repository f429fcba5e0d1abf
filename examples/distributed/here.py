"""One process, and a checkpoint to go on from."""

import tempfile
from pathlib import Path

from work import job, told

with tempfile.TemporaryDirectory() as folder:
    told("here", job().run(checkpoint=Path(folder) / "solo.job"))
