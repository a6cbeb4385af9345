#!/usr/bin/env python3
"""Checks the invented samples against their own keys: every quoted string occurs in its article, dates fall on the
weekdays that the texts name, and the shares of common wording are what the key claims. Python standard library only.

    python3 tests/support/check_samples.py
"""
import datetime
import html
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "assets/samples/velda"
GOLDEN = ROOT / "tests/golden/articles"
SHINGLE = 7
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
faults = []
checks = 0


def expect(condition, message):
    global checks
    checks += 1
    if not condition:
        faults.append(message)


def plain(path):
    """The words of a file without markup, furniture included, spaces folded."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    if path.suffix == ".md":
        text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
    return " ".join(text.split())


def folded(text):
    return " ".join(text.split())


def contained(strings, text, where):
    for string in strings:
        expect(folded(string) in text, f"{where}: not in the text: {string!r}")


def check_article(article, text):
    where = article["letter"]
    meta = article["metadata"]
    contained([meta["headline"], article["lead"], *meta["byline"], meta["outlet"]], text, where)
    contained([meta["subtitle"]] if meta["subtitle"] else [], text, where)
    if meta["dateline"]:
        contained([meta["dateline"]["surface"]], text, where)
    for person in article["people"]:
        contained(person["aliases"], text, where)
    for name in article["names"]:
        contained([name["name"], *name.get("aliases", [])], text, where)
    for quote in article["quotes"]:
        contained([quote["text"], *quote.get("continues", [])], text, where)
        contained([quote[field] for field in ("cue", "speaker_text") if field in quote], text, where)
        expect(quote.get("part_of", 0) < len(article["quotes"]), f"{where}: part_of out of range")
    contained([t["surface"] for t in article["times"]], text, where)
    for quantity in article["quantities"]:
        contained([quantity["surface"], quantity.get("counted", "")], text, where)
    contained(article["not_in_analysis"] + article.get("repeats", []), text, where)
    contained(article.get("subheadings", []), text, where)
    for time in article["times"]:
        check_weekday(time, where)


def check_weekday(time, where):
    named = [day for day in WEEKDAYS if day in time["surface"]]
    value = re.match(r"\d{4}-\d\d-\d\d", time["value"])
    if named and value:
        falls_on = WEEKDAYS[datetime.date.fromisoformat(value.group()).weekday()]
        expect((falls_on == named[0]) != ("wrong_weekday" in time), f"{where}: {time['surface']} is a {falls_on}")


def check_members(comparison, texts):
    def walk(node):
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, dict):
            if "surface" in node and "id" in node:
                contained([node["surface"]], texts[node["id"]], f"comparison, {node['id']}")
            elif "surface" in node and "articles" in node:
                for letter in node["articles"]:
                    contained([node["surface"]], texts[letter], f"fact, {letter}")
            for item in node.values():
                walk(item)
    walk(comparison)
    labels = {row["label"] for table in ("figures", "facts", "differs") for row in comparison[table]}
    for field in ("must_differ", "may_differ", "must_not_differ", "must_agree", "must_be_only"):
        expect(set(comparison["brief"][field]) <= labels, f"brief.{field} names an unknown row")


def body_words(article, text):
    text = text[text.index(folded(article["lead"])):]
    for snippet in article["not_in_analysis"]:
        text = text.replace(folded(snippet), " ")
    return re.findall(r"[\w']+", text.replace("’", "'").lower())


def containment(words, others):
    """Share of `words` that lie in runs of at least SHINGLE words which `others` has too."""
    runs = {tuple(others[i:i + SHINGLE]) for i in range(len(others) - SHINGLE + 1)}
    covered = [False] * len(words)
    for i in range(len(words) - SHINGLE + 1):
        if tuple(words[i:i + SHINGLE]) in runs:
            covered[i:i + SHINGLE] = [True] * SHINGLE
    return sum(covered) / max(1, len(words))


def check_reuse(comparison, words):
    for row in comparison["reuse"]:
        a, b = words[row["a"]], words[row["b"]]
        shares = [containment(a, b), containment(b, a)]
        shorter = shares[0] if len(a) < len(b) else shares[1]
        print(f"{row['a']}{row['b']} {shares[0]:.2f} {shares[1]:.2f}")
        expect(shorter >= .5, f"{row['a']}{row['b']}: not wholly")
        expect(all(s >= m for s, m in zip(shares, row["min_containment"])), f"{row['a']}{row['b']}: {shares}")
    for a, b in comparison["no_reuse"]:
        share = max(containment(words[a], words[b]), containment(words[b], words[a]))
        expect(share < .03, f"{a}{b}: shares {share:.3f}")


def check_story():
    key = json.loads((STORY / "key.json").read_text(encoding="utf-8"))
    texts = {article["letter"]: plain(STORY / article["id"]) for article in key["articles"]}
    expect([a["id"] for a in key["articles"]] == sorted(a["id"] for a in key["articles"]), "letters not in name order")
    for article in key["articles"]:
        check_article(article, texts[article["letter"]])
    check_members(key["comparison"], texts)
    check_reuse(key["comparison"], {a["letter"]: body_words(a, texts[a["letter"]]) for a in key["articles"]})


def check_golden():
    for expected in sorted(GOLDEN.glob("*/expected.json")):
        where = f"golden {expected.parent.name}"
        inputs = list(expected.parent.glob("input.*"))
        expect(len(inputs) == 1, f"{where}: needs one input")
        text, row = plain(inputs[0]), json.loads(expected.read_text(encoding="utf-8"))
        contained([row["headline"]] if row["headline"] else [], text, where)
        contained(row["byline"] + ([row["dateline"]["surface"]] if row["dateline"] else []), text, where)
        at = 0
        for paragraph in row["paragraphs"]:
            found = text.find(folded(paragraph["starts"]), at)
            expect(found >= 0, f"{where}: not in order: {paragraph['starts']!r}")
            at = found + len(folded(paragraph["starts"])) if found >= 0 else at
            if "ends" in paragraph:
                ends = folded(paragraph["ends"])
                expect(text.find(ends, at - len(ends)) >= 0, f"{where}: no end {paragraph['ends']!r}")


check_story()
check_golden()
for fault in faults:
    print("FAULT", fault)
print(f"{checks - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
