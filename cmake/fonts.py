#!/usr/bin/env python3
"""Cuts the faces listed in assets/fonts/fonts.txt into a folder of the cache and prints the folder's path.

    fonts.py --list assets/fonts/fonts.txt --cache ~/.cache/newsloupe

The folder is named by the hash of the list and of this script, holds the cut faces and one licence text for each package,
and is made once. A package file found in NEWSLOUPE_DEPENDENCIES_DIR is used first.
"""
import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


class Failure(Exception):
    """One line for the reader, with the way out."""


def read_list(path):
    packages, faces, ranges = {}, [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.split()
        if not words or words[0] == "#":
            continue
        if words[0] == "package" and len(words) == 7:
            packages[words[1]] = dict(zip(("how", "name", "version", "hash", "licence"), words[2:]))
        elif words[0] == "face" and len(words) >= 4:
            faces.append({"target": words[1], "package": words[2], "file": words[3], "options": words[4:]})
        elif words[0] == "range" and "-" in words[1]:
            first, last = words[1].split("-")
            ranges.append((int(first, 16), int(last, 16)))
        else:
            raise Failure(f"{path}:{number}: not a package, face or range line")
    return packages, faces, ranges


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, command[:3]))} failed: {done.stderr.strip().splitlines()[-1:]}")


def fetch(package, cache):
    """The package's file, from the user's folder, the cache or the package's own archive; checked by hash."""
    suffix = ".deb" if package["how"] == "debian" else ".tgz"
    target = cache / "tarballs" / f"{package['name']}-{package['version']}{suffix}"
    given = os.environ.get("NEWSLOUPE_DEPENDENCIES_DIR")
    for place in [pathlib.Path(given) / target.name] if given else []:
        if place.exists() and sha256(place) == package["hash"]:
            return place
    if target.exists() and sha256(target) == package["hash"]:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        if package["how"] == "debian":
            run(["bash", HERE / "debian_packages.sh", "binary", folder, f"{package['name']}={package['version']}"],
                env={**os.environ, "NEWSLOUPE_CACHE": str(cache)})
        elif shutil.which("npm"):
            run(["npm", "pack", "--silent", f"{package['name']}@{package['version']}"], cwd=folder)
        else:
            raise Failure("npm is missing: install Node.js with npm")
        files = [file for file in pathlib.Path(folder).iterdir() if file.suffix == suffix]
        if len(files) != 1 or sha256(files[0]) != package["hash"]:
            raise Failure(f"{package['name']} {package['version']} is not the file that was listed; put the right one "
                          f"as {target.name} into the folder of NEWSLOUPE_DEPENDENCIES_DIR")
        os.replace(files[0], target)
    return target


def unpack(archive, folder):
    if archive.suffix == ".deb":
        run(["dpkg-deb", "--extract", archive, folder])
    else:
        run(["tar", "-xzf", archive, "-C", folder])


def use_tabular_digits(font):
    """Points 0-9 at the glyphs that the feature tnum puts in their place."""
    substitutions = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    subtable = getattr(subtable, "ExtSubTable", subtable)
                    substitutions.update(getattr(subtable, "mapping", {}))
    for cmap in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in cmap.cmap:
                cmap.cmap[code] = substitutions.get(cmap.cmap[code], cmap.cmap[code])


def without_names(font):
    """Leaves out what nobody reads who draws glyphs by their number: layout tables, and the names of PostScript glyphs."""
    for table in ("GDEF", "GPOS", "GSUB"):
        if table in font:
            del font[table]
    if "CFF " not in font:
        return
    old = font.getGlyphOrder()
    new = {name: f"{number:x}" if number else name for number, name in enumerate(old)}
    top = font["CFF "].cff.topDictIndex[0]
    for name in old:
        top.CharStrings[name]  # read while it still has its name
    top.CharStrings.charStrings = {new[name]: place for name, place in top.CharStrings.charStrings.items()}
    top.charset = [new[name] for name in old]
    for cmap in font["cmap"].tables:
        cmap.cmap = {code: new[name] for code, name in cmap.cmap.items()}
    font["hmtx"].metrics = {new[name]: metric for name, metric in font["hmtx"].metrics.items()}
    font.setGlyphOrder(top.charset)


def cut(source, target, ranges, options):
    from fontTools import subset, ttLib

    font = ttLib.TTFont(source, recalcTimestamp=False)
    if "tabular-digits" in options:
        use_tabular_digits(font)
    settings = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = subset.Subsetter(settings)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    without_names(font)
    font.save(target)


def build(arguments):
    packages, faces, ranges = read_list(arguments.list)
    key = hashlib.sha256(arguments.list.read_bytes() + pathlib.Path(__file__).read_bytes()).hexdigest()[:16]
    folder = arguments.cache / "fonts" / key
    if folder.is_dir():
        return folder
    try:
        import fontTools  # noqa: F401
    except ImportError:
        raise Failure("fontTools is missing: sudo apt-get install python3-fonttools, or pip install fonttools") from None
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        work = pathlib.Path(work)
        made = work / "made"
        made.mkdir()
        for name, package in packages.items():
            (work / name).mkdir()
            unpack(fetch(package, arguments.cache), work / name)
            shutil.copyfile(work / name / package["licence"], made / f"{name}-licence.txt")
        for face in faces:
            cut(work / face["package"] / face["file"], made / face["target"], ranges, face["options"])
        try:
            made.rename(folder)
        except OSError:  # another build was faster
            if not folder.is_dir():
                raise
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", type=pathlib.Path, required=True)
    parser.add_argument("--cache", type=pathlib.Path, required=True)
    try:
        print(build(parser.parse_args()))
    except Failure as failure:
        sys.exit(f"fonts: {failure}")


if __name__ == "__main__":
    main()
