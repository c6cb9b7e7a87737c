"""The invented stories as fixtures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.exports import Export

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
import invented
import many


@pytest.fixture(scope="session")
def story() -> Export:
    return Export(invented.small(), invented.records(), title="Port Selwyn")


@pytest.fixture(scope="session")
def crowd() -> Export:
    return Export(many.large(1000), title="A thousand events")
