#!/usr/bin/env python3
"""Compares what the tool prints for the invented stories with their keys. Python standard library only.

    python3 tests/stories/measure.py --cli build/dev/newsloupe [--show] [STORY...]

Two kinds of lines: what must never be wrong (a false "differs", look-alikes joined, articles in the wrong story, origin
or label of reuse) fails the run; what should be found is counted, and fails the run where it falls below FLOORS.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent
# Found of wanted, over all stories, when these were last raised. Raise them with what raises the figures.
FLOORS = json.loads((ROOT / "floors.json").read_text()) if (ROOT / "floors.json").exists() else {}
REVERSED = {"trimmed": "extended", "extended": "trimmed"}


def positions(path):
    """The words of a file without markup, with the byte at which each character stands in the file."""
    raw = path.read_text(encoding="utf-8")
    chars, at, offset, i, hidden = [], [], 0, 0, False
    skip = re.compile(r"(?is)<(script|style|head)\b.*?</\1>|<[^>]+>") if path.suffix == ".html" else None
    entity = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);") if path.suffix == ".html" else None
    link = re.compile(r"!?\[([^]]*)\]\([^)]*\)|\*+") if path.suffix == ".md" else None
    byte = [0]
    for c in raw:
        byte.append(byte[-1] + len(c.encode()))
    while i < len(raw):
        tag = skip.match(raw, i) if skip else None
        if tag:
            if not re.match(r"</?(a|b|i|em|strong|span)\b", tag[0]):
                chars.append(" "), at.append(byte[i])
            i = tag.end()
            continue
        sign = entity.match(raw, i) if entity else None
        if sign:
            for c in html.unescape(sign[0]):
                chars.append(c), at.append(byte[i])
            i = sign.end()
            continue
        mark = link.match(raw, i) if link else None
        if mark:
            for k, c in enumerate(mark.group(1) or ""):
                chars.append(c), at.append(byte[mark.start(1) + k])
            i = mark.end()
            continue
        chars.append(raw[i]), at.append(byte[i])
        i += 1
    out, places = [], []
    for c, p in zip(chars, at):
        c = " " if c.isspace() else c
        if c == " " and (not out or out[-1] == " "):
            continue
        out.append(c), places.append(p)
    places.append(byte[-1])
    return "".join(out), places


class Story:
    def __init__(self, folder, cli):
        self.name = folder.name
        self.key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        self.texts = {a["letter"]: positions(folder / a["file"]) for a in self.key["articles"]}
        files = [str(folder / a["file"]) for a in self.key["articles"]]
        run = subprocess.run([cli, "compare", "--format", "json", "--include", "alignments", *files], capture_output=True, text=True, check=True)
        self.got = json.loads(run.stdout)
        letter = {a["file"]: a["letter"] for a in self.key["articles"]}
        self.letter = {a["id"]: letter[pathlib.Path(a["id"]).name] for a in self.got["articles"]}

    def span(self, place):
        text, at = self.texts[place["id"]]
        wanted = " ".join(place["surface"].split())
        hits = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(wanted) + r"(?!\w)", text)]
        start = hits[place.get("nth", 1) - 1]
        return place["id"], at[start], at[start + len(wanted) - 1] + 1

    def touching(self, place, members):
        id, begin, end = self.span(place)
        return [i for i, m in enumerate(members)
                if self.letter[m["id"]] == id and m["source"][0] < end and m["source"][1] > begin]

    def member_sets(self, rows):
        return [row["members"] for row in rows]

    def together(self, a, b, rows):
        return [r for r in rows if self.touching(a, r["members"]) and self.touching(b, r["members"])]

    def describe(self, row):
        return "; ".join(f"{self.letter[m['id']]} {m.get('value', '')} "
                         f"{self.source(m)!r}" for m in row["members"])

    def source(self, member):
        text, at = self.texts[self.letter[member["id"]]]
        begin, end = member["source"]
        return "".join(c for c, p in zip(text, at) if begin <= p < end)[:70]


class Tally:
    def __init__(self):
        self.wrong, self.missed, self.found, self.wanted = [], [], collections.Counter(), collections.Counter()

    def never(self, ok, story, message):
        if not ok:
            self.wrong.append(f"{story.name}: {message}")

    def want(self, what, ok, story, message):
        self.wanted[what] += 1
        self.found[what] += bool(ok)
        if not ok:
            self.missed.append(f"{what}: {story.name}: {message}")


def heads(s, t):
    keys = {a["letter"]: a for a in s.key["articles"]}
    for got in s.got["articles"]:
        key = keys[s.letter[got["id"]]]
        for field in ("headline", "outlet", "published"):
            right = (got[field] or "").startswith(key[field]) if field == "published" else got[field] == key[field]
            t.never(right or not got[field], s, f"{field} of {key['letter']}: {got[field]!r}, not {key[field]!r}")
            t.want(f"{field}s" if field != "published" else "dates of publication", right, s, f"{field} of {key['letter']}")


def stories(s, t):
    got = [sorted(s.letter[i] for i in g["articles"]) for g in s.got["stories"]]
    for group in s.key["stories"]:
        apart, also = set(group.get("may_stand_apart", [])), set(group.get("also", []))
        core = set(group["articles"]) - apart - also
        home = [set(g) for g in got if core & set(g)]
        t.want("stories", len(home) == 1, s, f"{sorted(core)} in {[sorted(h) for h in home]}")
        for h in home:
            strange = h - set(group["articles"]) - also
            t.never(not strange, s, f"story {sorted(core)} holds {sorted(strange)}")


def origins(s, t):
    got = {frozenset(s.letter[i] for i in g["articles"]): g["basis"] for g in s.got["origins"]}
    for group in s.key["origins"]:
        letters = frozenset(group["articles"])
        t.want("origins", letters in got, s, f"origin {sorted(letters)}, given {sorted(map(sorted, got))}")
    for letters in got:
        if len(letters) > 1:
            allowed = any(letters <= set(g["articles"]) for g in s.key["origins"])
            t.never(allowed, s, f"one origin: {sorted(letters)}")


def reuse(s, t):
    got = {}
    for r in s.got["reuse"]:
        a, b, d = s.letter[r["a"]["id"]], s.letter[r["b"]["id"]], r.get("direction")
        way = {"a-from-b": f"{b} to {a}", "b-from-a": f"{a} to {b}"}.get(d, "unknown")
        got[min(a, b), max(a, b)] = (r["label"], way)
    for pair in s.key["reuse"]:
        label, way = got.get((min(pair["a"], pair["b"]), max(pair["a"], pair["b"])), ("none", "unknown"))
        t.want("reuse", label in pair["label"], s, f"reuse {pair['a']}{pair['b']}: {label}, not {pair['label']}")
        if "direction" in pair:
            if pair["direction"] == "unknown":
                t.never(way == "unknown", s, f"direction {way} claimed for {pair['a']}{pair['b']}")
            else:
                t.never(way in ("unknown", pair["direction"]), s, f"direction {way}, not {pair['direction']}")
                t.want("direction", way == pair["direction"], s, f"{pair['a']}{pair['b']} {pair['direction']}, given {way}")
    for a, b in s.key["no_reuse"]:
        t.never((a, b) not in got, s, f"reuse {a}{b} {got.get((a, b))}")


def quotes(s, t):
    rows = s.got["quotes"]
    for q in s.key["quotes"]:
        later = q.get("level") == "later"
        members = [m for m in q["members"] if not m.get("optional")]
        pairs = [(a, b) for i, a in enumerate(members) for b in members[i + 1:] if a["id"] != b["id"]]
        for a, b in pairs:
            linked = bool(s.together(a, b, rows))
            t.want("quote pairs later" if later else "quote pairs", linked, s,
                   f"{q['label']}: {a['id']} {a['surface'][:50]!r} / {b['id']} {b['surface'][:50]!r}")
        for v in q.get("variants", []):
            a, b = q["members"][v["a"]], q["members"][v["b"]]
            for row in s.together(a, b, rows):
                ia, ib = s.touching(a, row["members"]), s.touching(b, row["members"])
                given = [x for x in row["variants"] if (x["a"] in ia and x["b"] in ib) or (x["a"] in ib and x["b"] in ia)]
                for x in given:
                    relation = x["relation"] if x["a"] in ia else REVERSED.get(x["relation"], x["relation"])
                    kinds = {e["kind"] for e in x.get("edits", [])}
                    t.want("variant relation", relation in v["relation"], s, f"{q['label']} {a['id']}{b['id']}: {relation}, not {v['relation']}")
                    for kind in v.get("edits", []):
                        swapped = {"insert": "delete", "delete": "insert"}.get(kind, kind) if x["a"] not in ia else kind
                        t.want("variant edits", swapped in kinds, s, f"{q['label']} {a['id']}{b['id']}: no {kind} in {sorted(kinds)}")
        if q.get("speaker"):
            for row in {id(r): r for a, b in pairs for r in s.together(a, b, rows)}.values():
                last = q["speaker"].split()[-1].lower()
                t.want("quote speaker", last in (row.get("speaker") or "").lower(), s, f"{q['label']}: {row.get('speaker')!r}, not {q['speaker']}")
    for pair in s.key["not_same_quote"]:
        for row in s.together(pair["a"], pair["b"], rows):
            t.never(False, s, f"look-alikes joined ({pair['why']}): {s.describe(row)}")


def figures(s, t):
    rows = s.got["figures"]
    good = set()
    for f in s.key["figures"]:
        members = [m for m in f["members"] if not m.get("optional")]
        agreeing = {tuple(sorted(p)) for p in f.get("agree", [])}
        for i, a in enumerate(f["members"]):
            for j, b in enumerate(f["members"]):
                if j <= i or a["id"] == b["id"] or a.get("optional") or b.get("optional") or f.get("optional"):
                    continue
                linked = s.together(a, b, rows)
                t.want("figure pairs", linked, s, f"{f['label']}: {a['id']} {a['surface'][:40]!r} / {b['id']} {b['surface'][:40]!r}")
        for n, row in enumerate(rows):
            touched = [m for m in f["members"] if s.touching(m, row["members"])]
            if len({m["id"] for m in touched}) < 2:
                continue
            good.add(n)
            values = {(m.get("value"), m.get("low"), m.get("high")) for m in touched}
            wanted = f["relation"] if isinstance(f["relation"], list) else [f["relation"]]
            if len(values) == 1 or (row["relation"] == "agree" and "differ" in wanted):
                continue  # a part of the row
            reasons = f.get("reason") or [None]
            t.want("figure relation", row["relation"] in wanted, s, f"{f['label']}: {row['relation']}, not {wanted}: {s.describe(row)}")
            if row["relation"] != "agree":
                t.want("figure reason", row.get("reason") in reasons, s, f"{f['label']}: {row.get('reason')}, not {reasons}: {s.describe(row)}")
    for n, row in enumerate(rows):
        if row["relation"] == "differ":
            t.never(n in good, s, f"false differ: {row['label']} {row.get('reason')}: {s.describe(row)}")
    for pair in s.key["not_same_figure"]:
        for row in s.together(pair["a"], pair["b"], rows):
            if row["relation"] == "differ":
                t.never(False, s, f"other figure ({pair['why']}): {row['label']}: {s.describe(row)}")
            t.want("different figures apart", False, s, f"joined ({pair['why']}): {row['relation']} {s.describe(row)}")
        if not s.together(pair["a"], pair["b"], rows):
            t.want("different figures apart", True, s, "")
    agreeing = [[(f["members"][k]["id"], f["members"][k]["surface"]) for k in p] for f in s.key["figures"] for p in f.get("agree", [])]
    for pair in s.key["must_not_differ"]:
        for row in s.together(pair["a"], pair["b"], [r for r in rows if r["relation"] == "differ" and r.get("reason") not in pair.get("unless", [])]):
            ia, ib = s.touching(pair["a"], row["members"]), s.touching(pair["b"], row["members"])
            a, b = row["members"][ia[0]], row["members"][ib[0]]
            if (a.get("value"), a.get("low"), a.get("high")) == (b.get("value"), b.get("low"), b.get("high")):
                continue
            if any({i, j} == {(pair["a"]["id"], pair["a"]["surface"]), (pair["b"]["id"], pair["b"]["surface"])} for i, j in agreeing):
                continue
            t.never(False, s, f"must not differ ({pair['why']}): {row['label']}: {s.describe(row)}")


def timeline(s, t):
    rows = s.got["timeline"]
    for e in s.key["timeline"]:
        members = e.get("members", [])
        for m in members:
            rows_of = [r for r in rows if s.touching(m, r["members"])]
            day = [r for r in rows_of if r["value"][:10] == e["date"][:10] or e["date"].startswith(r["value"][:10]) or r["value"].startswith(e["date"])]
            t.want("timeline days", bool(day), s, f"{e['label']} {e['date']}: {m['id']} {m['surface'][:40]!r} given {[r['value'] for r in rows_of]}")
        if e.get("differs") and members:
            t.want("timeline differs", any(r.get("differs") for r in rows for m in members if s.touching(m, r["members"])), s, f"{e['label']} {e['date']} is told of another day elsewhere")
    wanted = [m for e in s.key["timeline"] if e.get("differs") for m in e.get("members", [])]
    for r in rows:
        if r.get("differs"):
            t.never(any(s.touching(m, r["members"]) for m in wanted), s, f"false day: {r['value']} {r['label']}: {s.describe(r)}")


def facts(s, t):
    rows = s.got["facts"] + s.got["quotes"] + s.got["figures"] + s.got["timeline"]
    for f in s.key["facts"]:
        letters = [x for x in f["articles"]]
        if len(letters) < 2 or not f.get("members"):
            continue
        best = 0
        for row in rows:
            best = max(best, len({m["id"] for m in f["members"] if s.touching(m, row["members"])}))
        t.want("facts linked", best >= 2, s, f"{f['label']}: {best} of {len(letters)}")


def versions(s, t):
    for v in s.key["versions"]:
        given = [x for x in s.got["versions"] if s.letter[x["older"]] == v["older"] and s.letter[x["newer"]] == v["newer"]]
        t.want("versions", bool(given), s, f"{v['older']} to {v['newer']}")
        if given and v.get("correction_note"):
            t.want("correction note", bool(given[0].get("correction_note")), s, f"{v['older']} to {v['newer']}")
    for x in s.got["versions"]:
        t.never(any(s.letter[x["older"]] == v["older"] and s.letter[x["newer"]] == v["newer"] for v in s.key["versions"]), s,
                f"no version: {s.letter[x['older']]} to {s.letter[x['newer']]}")


def inside(s, t):
    for item in s.key["inside"]:
        places = [{"id": item["id"], "surface": x} if isinstance(x, str) else {"id": item["id"], **x} for x in item["surfaces"]]
        hit = [r for r in s.got.get("inside", []) if sum(bool(s.touching(p, r["members"])) for p in places) >= 2]
        if item["relation"] == "differ":
            t.want("inner contradictions", bool(hit), s, f"{item['id']} {item['kind']} {[p['surface'][:30] for p in places]}")
        else:
            t.never(not any(r["relation"] == "differ" for r in hit), s, f"inner false alarm: {item['id']} {item['kind']} ({item['why']})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--show", action="store_true", help="what was not found, too")
    parser.add_argument("story", nargs="*")
    options = parser.parse_args()
    tally = Tally()
    for folder in sorted(p for p in ROOT.iterdir() if (p / "key.json").exists()):
        if options.story and folder.name not in options.story:
            continue
        s = Story(folder, options.cli)
        for part in (heads, stories, origins, reuse, quotes, figures, timeline, facts, versions, inside):
            part(s, tally)
    if options.show:
        print("\n".join(sorted(tally.missed)))
    failed = 0
    for what in sorted(tally.wanted):
        floor = FLOORS.get(what, 0) if not options.story else 0
        low = tally.found[what] < floor
        failed += low
        print(f"  {what:26} {tally.found[what]:4} of {tally.wanted[what]:4}" + (f"   below {floor}" if low else ""))
    for line in tally.wrong:
        print("WRONG", line)
    failed += len(tally.wrong)
    print(f"{sum(tally.found.values())} found, {len(tally.wrong)} wrong")
    print(f"{0 if failed else 1} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
