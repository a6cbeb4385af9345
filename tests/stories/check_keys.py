#!/usr/bin/env python3
"""Checks the keys of the invented stories against their articles: every surface stands in its article, and only once or
with its number; letters, kinds and relations are those of the formats; sums, weekdays and shares of common wording are
what the key claims. It knows the texts and the keys, not the tool. Python standard library only.

    python3 tests/stories/check_keys.py [STORY...]
"""
import datetime
import html
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent
SHINGLE = 7
WHOLLY, PARTLY, SLIGHT = .5, .08, .03
CLOSED = {
    "basis": {"single", "wording", "credit+wording"},
    "reuse": {"wholly", "partly", "quote-only", "slight", "none"},
    "form": {"direct", "mixed", "indirect", "unattributed"},
    "variant": {"identical", "style", "trimmed", "extended", "reworded", "spliced", "paraphrase", "translated"},
    "edit": {"spelling", "punctuation", "bracket", "ellipsis", "insert", "delete", "replace", "move", "negation", "number",
             "name"},
    "figure": {"agree", "differ", "not-comparable"},
    "reason": {"updated", "scope", "rounding", "unit", "source", "unexplained"},
    "modifier": {"about", "at_least", "at_most", "more_than", "less_than", "nearly"},
    "inside": {"headline-body", "parts-total", "percent-base"},
    "inner": {"agree", "differ"},
    "fact": {"event", "quote", "figure", "entity"},
    "absent": {"published-before", "not-found"},
    "status": {"happened", "planned", "possible", "denied"},
    "level": {"now", "later"},
    "change": {"added", "removed", "changed"},
}
PARTS = ["stories", "origins", "reuse", "no_reuse", "quotes", "not_same_quote", "figures", "not_same_figure", "inside",
         "timeline", "facts", "only", "versions", "must_not_differ"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
faults = []
checks = 0


def expect(condition, message):
    global checks
    checks += 1
    if not condition:
        faults.append(message)


def folded(text):
    return " ".join(text.split())


def plain(path):
    """The words of a file without head and markup, furniture included, spaces folded."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", text)
        text = html.unescape(re.sub(r"<[^>]+>", lambda tag: "" if re.match(r"</?(a|b|i|em|strong|span)\b", tag[0]) else " ",
                                    text))
    if path.suffix == ".md":
        text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
    return folded(text)


def words_of(text):
    return re.findall(r"[\w']+", text.replace("’", "'").lower())


def containment(words, others):
    """Share of `words` that lie in runs of at least SHINGLE words which `others` has too, and which words those are."""
    runs = {tuple(others[i:i + SHINGLE]) for i in range(len(others) - SHINGLE + 1)}
    covered = [False] * len(words)
    for i in range(len(words) - SHINGLE + 1):
        if tuple(words[i:i + SHINGLE]) in runs:
            covered[i:i + SHINGLE] = [True] * SHINGLE
    return sum(covered) / max(1, len(words)), covered


class Story:
    def __init__(self, folder):
        self.name = folder.name
        self.key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        self.articles = {article["letter"]: article for article in self.key["articles"]}
        self.texts = {letter: plain(folder / article["file"]) for letter, article in self.articles.items()}
        files = sorted(path.name for path in folder.iterdir() if path.name != "key.json")
        self.expect(self.key["schema"] == "newsloupe.storykey/1", "schema")
        self.expect([a["file"] for a in self.key["articles"]] == files, "articles are not the files in name order")
        self.expect(list(self.articles) == [chr(ord("A") + i) for i in range(len(files))], "letters not in name order")
        self.expect(set(PARTS) <= set(self.key), f"parts missing: {set(PARTS) - set(self.key)}")

    def expect(self, condition, message):
        expect(condition, f"{self.name}: {message}")

    def one_of(self, value, table, where):
        values = value if isinstance(value, list) else [value]
        self.expect(values and set(values) <= CLOSED[table], f"{where}: {value} is not in the list of {table}")

    def letters(self, letters, where):
        self.expect(letters and set(letters) <= set(self.articles), f"{where}: unknown letter in {letters}")

    def place(self, letter, surface, where, nth=None):
        text, surface = self.texts.get(letter, ""), folded(surface)
        found = len(re.findall(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text))
        if nth is None:
            self.expect(found == 1, f"{where}: {letter} has {found} times {surface!r}")
        else:
            self.expect(1 <= nth <= found and found > 1, f"{where}: {letter} has {found} times {surface!r}, not {nth}")

    def walk(self, node, where):
        """Every {id, surface} of the key, wherever it stands."""
        if isinstance(node, list):
            for item in node:
                self.walk(item, where)
        elif isinstance(node, dict):
            where = f"{where} {node['label']!r}" if "label" in node and isinstance(node["label"], str) else where
            if "surface" in node:
                self.place(node["id"], node["surface"], where, node.get("nth"))
            if "id" in node:
                self.letters([node["id"]], where)
            for item in node.values():
                self.walk(item, where)

    def check_articles(self):
        for letter, article in self.articles.items():
            text = self.texts[letter]
            for field in ["headline", "lead"] + (["subtitle"] if "subtitle" in article else []):
                self.expect(folded(article[field]) in text, f"{letter}: {field} not in the text")
            # an outlet may stand in the name of the file or in the head of the page alone
            for string in article.get("not_in_analysis", []):
                self.expect(folded(string) in text, f"{letter}: not in the text: {string!r}")
            self.expect(article["file"].startswith(article["published"][:10]), f"{letter}: published {article['published']}")
            dates = re.findall(r"\b(%s),? (\d{1,2}) (%s),? (\d{4})" % ("|".join(WEEKDAYS), "|".join(MONTHS)), text)
            dates += [(w, d, m, y) for w, m, d, y in re.findall(
                r"\b(%s),? (%s) (\d{1,2}),? (\d{4})" % ("|".join(WEEKDAYS), "|".join(MONTHS)), text)]
            for weekday, day, month, year in dates:
                falls_on = WEEKDAYS[datetime.date(int(year), MONTHS.index(month) + 1, int(day)).weekday()]
                self.expect(weekday == falls_on, f"{letter}: {day} {month} {year} is a {falls_on}")

    def body(self, letter):
        article, text = self.articles[letter], self.texts[letter]
        text = text[text.index(folded(article["lead"])):]
        for furniture in article.get("not_in_analysis", []):
            text = text.replace(folded(furniture), " ")
        return text

    def share(self, a, b):
        """Share of the shorter body in common runs, and how much of those words is quoted."""
        bodies = sorted((self.body(a), self.body(b)), key=lambda text: len(words_of(text)))
        share, covered = containment(words_of(bodies[0]), words_of(bodies[1]))
        marked = re.sub(r"[“”\"]", " QQMARK ", bodies[0])
        quoted, inside = [], False
        for word in words_of(marked):
            if word == "qqmark":
                inside = not inside
            else:
                quoted.append(inside)
        common = [q for q, c in zip(quoted, covered) if c]
        return share, sum(common) / max(1, len(common))

    def check_reuse(self):
        for row in self.key["reuse"]:
            where = f"reuse {row['a']}{row['b']}"
            self.letters([row["a"], row["b"]], where)
            self.one_of(row["label"], "reuse", where)
            if row.get("direction", "unknown") != "unknown":
                self.expect(row["direction"] in (f"{row['a']} to {row['b']}", f"{row['b']} to {row['a']}"), where)
            share, quoted = self.share(row["a"], row["b"])
            label = ("none" if share < SLIGHT else "quote-only" if quoted >= .85 else "wholly" if share >= WHOLLY
                     else "partly" if share >= PARTLY else "slight")
            self.expect(label in row["label"], f"{where}: share {share:.3f}, quoted {quoted:.2f}: {label}")
        pairs = {frozenset((row["a"], row["b"])) for row in self.key["reuse"]}
        for a, b in self.key["no_reuse"]:
            share, quoted = self.share(a, b)
            self.expect(share < SLIGHT, f"no_reuse {a}{b}: share {share:.3f}, quoted {quoted:.2f}")
            pairs.add(frozenset((a, b)))
        compared = [letter for letter in self.articles if self.articles[letter].get("compared", True)]
        for i, a in enumerate(compared):
            for b in compared[i + 1:]:
                self.expect(frozenset((a, b)) in pairs, f"reuse: pair {a}{b} is not in the key: {self.share(a, b)}")

    def check_groups(self):
        for part in ("stories", "origins"):
            seen = [letter for row in self.key[part] for letter in row["articles"] + row.get("also", [])]
            self.expect(sorted(seen) == sorted(self.articles), f"{part}: {seen} are not all articles, each once")
            for row in self.key[part]:
                self.letters(row["articles"] + row.get("may_stand_apart", []), part)
        for row in self.key["origins"]:
            self.one_of(row["basis"], "basis", "origins")
            self.expect((row["basis"] == ["single"]) == (len(row["articles"]) == 1), f"origins: basis of {row['articles']}")

    def check_quotes(self):
        for row in self.key["quotes"]:
            where = f"quote {row['label']!r}"
            self.one_of(row["level"], "level", where)
            self.expect(len(row["members"]) >= 2, f"{where}: one member")
            for member in row["members"]:
                self.one_of(member["form"], "form", where)
            for variant in row["variants"]:
                self.one_of(variant["relation"], "variant", where)
                self.expect(max(variant["a"], variant["b"]) < len(row["members"]), f"{where}: member out of range")
                if "edits" in variant:
                    self.one_of(variant["edits"], "edit", where)
                sides = " ".join(row["members"][variant[side]]["surface"] for side in "ab")
                for word in variant.get("words", []):
                    self.expect(word in sides, f"{where}: {word!r} is on no side")
                if variant["relation"] == ["identical"]:
                    a, b = (words_of(row["members"][variant[side]]["surface"]) for side in "ab")
                    self.expect(a == b, f"{where}: {variant['a']} and {variant['b']} are not identical")

    def check_figures(self):
        for row in self.key["figures"]:
            where = f"figure {row['label']!r}"
            self.one_of(row["relation"], "figure", where)
            self.expect("differ" not in row["relation"] or row.get("reason"), f"{where}: no reason")
            if "reason" in row:
                self.one_of(row["reason"], "reason", where)
            for member in row["members"]:
                self.expect("low" not in member or member["low"] < member["high"], f"{where}: range")
                if "modifier" in member:
                    self.one_of(member["modifier"], "modifier", where)
            for i, j in row.get("agree", []):
                self.expect(i < j < len(row["members"]), f"{where}: pair {i}, {j}")
            self.check_digits(row, where)
        for row in self.key["inside"]:
            self.one_of(row["kind"], "inside", "inside")
            self.one_of(row["relation"], "inner", "inside")
            for surface in row["surfaces"]:
                if isinstance(surface, str):
                    self.place(row["id"], surface, f"inside {row['kind']}")
                else:
                    self.place(row["id"], surface["surface"], f"inside {row['kind']}", surface["nth"])

    def check_digits(self, row, where):
        """A value whose surface is written in plain digits is that number."""
        for member in row["members"]:
            number = re.search(r"\d[\d,]*(?:\.\d+)?", member["surface"])
            if number and "low" not in member and not re.search(r"\b(million|bn|billion|m|dozen)\b|\dbn|\dm\b|(?i:minus)|/|-",
                                                                member["surface"]):
                self.expect(float(number[0].replace(",", "")) == member["value"], f"{where}: {member['surface']!r}")

    def check_rest(self):
        for row in self.key["timeline"]:
            where = f"timeline {row['label']!r}"
            self.expect(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["date"]), f"{where}: {row['date']}")
            self.one_of(row["status"], "status", where)
            self.expect(row["articles"] == sorted({m["id"] for m in row["members"]}), f"{where}: articles")
        for row in self.key["facts"]:
            where = f"fact {row['label']!r}"
            self.one_of(row["kind"], "fact", where)
            self.expect(row["articles"] == sorted({m["id"] for m in row["members"]}), f"{where}: articles")
            for absent in row["absent"]:
                self.one_of(absent["why"], "absent", where)
                self.expect(absent["id"] not in row["articles"], f"{where}: {absent['id']} has it and lacks it")
        for row in self.key["versions"]:
            self.letters([row["older"], row["newer"]], "versions")
            for change in row["changes"]:
                self.one_of(change["kind"], "change", "versions")
                for side in ("older", "newer"):
                    if side in change:
                        self.place(row[side], change[side], "versions")
            if "correction_note" in row:
                self.place(row["newer"], row["correction_note"], "versions")
        for row in self.key["must_not_differ"]:
            if "unless" in row:
                self.one_of(row["unless"], "reason", "must_not_differ")

    def check_consistency(self):
        """What the key forbids it does not ask for."""
        def same(x, y):
            return all(x.get(field) == y.get(field) for field in ("id", "surface", "nth"))

        def rows_with(part, pair):
            for row in self.key[part]:
                at = [[i for i, member in enumerate(row["members"]) if same(member, pair[side])] for side in "ab"]
                if all(at):
                    yield row, sorted((at[0][0], at[1][0]))

        for part, table in (("not_same_quote", "quotes"), ("not_same_figure", "figures")):
            for pair in self.key[part]:
                for row, at in rows_with(table, pair):
                    self.expect(False, f"{part}: {pair['why']!r} stands in row {row['label']!r}")
        for pair in self.key["must_not_differ"]:
            for row, at in rows_with("figures", pair):
                allowed = "differ" not in row["relation"] or at in row.get("agree", []) or set(row["reason"]) & set(
                    pair.get("unless", []))
                self.expect(allowed, f"must_not_differ: {pair['why']!r} stands in row {row['label']!r}")

    def check(self):
        for part in PARTS:
            self.walk(self.key[part], part)
        self.check_articles()
        self.check_groups()
        self.check_reuse()
        self.check_quotes()
        self.check_figures()
        self.check_rest()
        self.check_consistency()


names = sys.argv[1:] or sorted(path.parent.name for path in ROOT.glob("*/key.json"))
for name in names:
    Story(ROOT / name).check()
for fault in faults:
    print("FAULT", fault)
print(f"{checks - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
