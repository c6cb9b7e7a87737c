"""What an install holds: built as a user's pip builds it, unpacked into an empty environment, and run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections import Counter
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_SHIPPED = {".gitkeep", ".gitignore"}


def mapped() -> dict[str, Path]:
    """Top folder of the source -> folder of the wheel, as setup.cfg maps them."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    pairs = (line.split("=") for line in config["options"]["package_dir"].strip().splitlines())
    return {folder.strip(): Path(*package.strip().split(".")) for package, folder in pairs}


def sources() -> set[str]:
    """Every file of the mapped folders, by the path that it must have in the wheel."""
    found = set()
    for folder, target in mapped().items():
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT / folder)
            linked = any(parent.is_symlink() for parent in [path, *path.parents] if parent.is_relative_to(ROOT))
            if path.is_file() and not linked and "__pycache__" not in inside.parts and path.name not in NOT_SHIPPED:
                found.add((target / inside).as_posix())
    return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source distribution, and the wheel that is built from it."""
    place = tmp_path_factory.mktemp("build")
    clone = place / "clone"
    skipped = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "shared", "demo")
    shutil.copytree(ROOT, clone, symlinks=True, ignore=skipped)
    backend = "import sys; from setuptools import build_meta as b; b.{}(sys.argv[1])"
    run([sys.executable, "-c", backend.format("build_sdist"), str(place)], clone)
    (sdist,) = place.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(place / "unpacked", filter="data")
    (unpacked,) = (place / "unpacked").iterdir()
    run([sys.executable, "-c", backend.format("build_wheel"), str(place)], unpacked)
    (wheel,) = place.glob("*.whl")
    return sdist, wheel


def run(command: list[str], folder: Path, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | variables
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_each_file_of_the_folders_once(built: tuple[Path, Path]) -> None:
    names = Counter(n for n in zipfile.ZipFile(built[1]).namelist() if ".dist-info/" not in n)
    assert set(names) == sources()
    assert max(names.values()) == 1


def test_the_source_distribution_holds_nothing_twice(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = [name.split("/", 1)[1] for name in archive.getnames() if "/" in name]
        links = [member.name for member in archive.getmembers() if member.issym()]
    assert [n for n in names if n.startswith(tuple(f"dateline/{layer}/" for layer in mapped()))] == []
    assert (links, max(Counter(names).values())) == ([], 1)
    assert {"setup.cfg", "LICENSE", "README.md", "graph/model.py"} <= set(names)


def test_the_links_that_uninstalled_runs_need_lead_to_the_folders() -> None:
    linked = {path.name: path.readlink().as_posix() for path in (ROOT / "dateline").iterdir() if path.is_symlink()}
    assert linked == {folder: f"../{folder}" for folder in mapped() if folder != "dateline"}


def test_an_installed_wheel_runs(built: tuple[Path, Path], tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=False, symlinks=True)
    python = tmp_path / "empty/bin/python"
    site = Path(run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], tmp_path).strip())
    zipfile.ZipFile(built[1]).extractall(site)
    (site / "dependencies.pth").write_text(dependencies(tmp_path), "utf-8")
    helped = run([str(python), "-m", "dateline", "--help"], tmp_path)
    assert "timeline" in helped
    reads = (
        "import dateline, dateline.graph.model, dateline.extractors, dateline.exports\n"
        "from importlib.resources import files\n"
        "print(dateline.__file__)\n"
        "print(sum(len(f.read_text('utf-8')) for f in files('dateline').joinpath('examples').iterdir()))\n"
        "import importlib.util; print(importlib.util.find_spec('graph'))\n"
    )
    where, characters, bare = run([str(python), "-c", reads], tmp_path).split("\n")[:3]
    assert Path(where).is_relative_to(site)
    assert int(characters) > 5_000
    assert bare == "None"


def dependencies(folder: Path) -> str:
    """A folder of links to this environment's packages, all but Dateline, so that nothing is downloaded."""
    links = folder / "dependencies"
    links.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "dateline" not in path.name.lower() and path.suffix != ".pth":
            (links / path.name).symlink_to(path)
    return f"{links}\n"
