#include "core/annotate/pound_reader.h"

#include <algorithm>
#include <string_view>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::string_view kWeights[] = {"kg", "g", "tonne", "ton", "ounce", "pound", "mg"};
constexpr std::string_view kMoney[] = {"\u00A3", "gbp", "sterling", "pence", "euro", "euros", "\u20AC"};
constexpr std::string_view kWeighing[] = {"weigh",  "weighs", "weighed", "weighing", "lost",   "lose",   "losing",
                                          "gained", "gain",   "gaining", "shed",     "lifted", "lifting"};
// What a sum of money is of, or is.
constexpr std::string_view kSums[] = {
    "aid",         "assets",    "bail",      "bills",   "bonus",      "budget",   "business", "cash",    "coin",
    "contract",    "cost",      "costs",     "credit",  "cuts",       "damage",   "damages",  "deal",    "debt",
    "debts",       "donation",  "donations", "equity",  "extra",      "fee",      "fees",     "fine",    "fines",
    "fund",        "funding",   "funds",     "goods",   "government", "grant",    "grants",   "income",  "investment",
    "investments", "loan",      "loans",     "losses",  "money",      "new",      "note",     "notes",   "orders",
    "pay",         "prize",     "profit",    "profits", "project",    "public",   "rent",     "revenue", "revenues",
    "reward",      "salary",    "sales",     "savings", "shares",     "spending", "support",  "tax",     "taxes",
    "taxpayer",    "taxpayers", "trade",     "value",   "voucher",    "wages",    "work",     "worth"};

constexpr std::string_view kPaying[] = {
    "cost",   "costs",  "costing",  "paid",   "pay",    "pays",   "paying", "worth",  "spent", "spend",  "price",
    "priced", "fined",  "sold",     "bought", "budget", "owed",   "owes",   "earned", "earns", "raised", "saved",
    "save",   "saving", "invested", "invest", "funded", "valued", "fund",   "bill",   "loan",  "debt"};

}  // namespace

bool PoundReader::is_weight_unit(std::uint32_t token) const {
  if (!doc_.tokens[token].classes.has(WordClass::kUnit)) return false;
  const LexiconEntry* unit = lexicon_.entry(WordClass::kUnit, doc_.tokens[token].term);
  return unit != nullptr && !unit->columns.empty() && doc_.token_text(token).size() > 1 &&
         is_one_of(kWeights, unit->columns[0]);
}

void PoundReader::read_article() {
  article_.emplace();
  for (std::uint32_t t = 0; t < doc_.tokens.size(); ++t) {
    article_->weighs = article_->weighs || is_weight_unit(t);
    article_->pays = article_->pays || (doc_.tokens[t].classes.has(WordClass::kCurrencyWord) &&
                                        is_one_of(kMoney, lexicon_.word(doc_.tokens[t].term)));
  }
}

bool PoundReader::is_thing(std::uint32_t token, TokenSpan sentence) const {
  return token < sentence.end && doc_.tokens[token].shape == TokenShape::kLower &&
         !doc_.tokens[token].classes.has_any(WordClass::kStopWord | WordClass::kDeterminer | WordClass::kPronoun |
                                             WordClass::kPreposition | WordClass::kTimeUnit) &&
         !is_one_of(kSums, doc_.token_text(token));
}

bool PoundReader::is_weight(const AmountReading& amount, TokenSpan sentence) {
  constexpr std::uint32_t kVerbReach = 3, kPayingReach = 8, kBeside = 7;
  const std::uint32_t first = amount.tokens.begin, end = amount.tokens.end;
  const std::string_view unit = doc_.token_text(end - 1);
  if (unit != "pounds" && unit != "pound") return false;
  for (std::uint32_t t = first; t > sentence.begin && t + kPayingReach > first; --t) {
    if (is_one_of(kPaying, doc_.token_text(t - 1))) return false;
  }
  const std::uint32_t from = std::max(sentence.begin + kBeside, first) - kBeside;
  for (std::uint32_t t = from; t < std::min(sentence.end, end + kBeside); ++t) {
    if (is_weight_unit(t)) return true;
  }
  if (!article_) read_article();
  if (article_->pays) return false;
  if (article_->weighs) return true;
  if (end + 1 < sentence.end && doc_.token_text(end) == "of") return is_thing(end + 1, sentence);
  const bool large = !(amount.quantity.value < Decimal(1, 4));
  if (large) return false;
  if (end - 2 > first && doc_.token_text(end - 2) == "-" && unit == "pound") return is_thing(end, sentence);
  for (std::uint32_t t = first; t > sentence.begin && t + kVerbReach > first; --t) {
    if (is_one_of(kWeighing, doc_.token_text(t - 1))) return true;
  }
  return false;
}

}  // namespace newsloupe
