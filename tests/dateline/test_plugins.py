from __future__ import annotations

from importlib import metadata

import pytest

from dateline import exports, plugins


def test_entry_points_add_to_the_tables_and_never_replace(monkeypatch: pytest.MonkeyPatch) -> None:
    points = metadata.EntryPoints(
        [
            metadata.EntryPoint(".story", "string:capwords", "dateline.exports"),
            metadata.EntryPoint(".ttl", "string:capwords", "dateline.exports"),
        ]
    )
    own = exports.FORMATS[".ttl"]
    monkeypatch.setattr(exports, "FORMATS", dict(exports.FORMATS))
    monkeypatch.setattr(plugins, "entry_points", lambda group: points.select(group=group))
    plugins.load.__wrapped__()
    assert exports.FORMATS[".story"] == "string:capwords"
    assert exports.FORMATS[".ttl"] == own


def test_the_tables_exist() -> None:
    from importlib import import_module

    for module, name in plugins.TABLES.values():
        assert isinstance(getattr(import_module(module), name), dict)
