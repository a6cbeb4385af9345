#include "cli/command_line.h"

#include <array>
#include <functional>
#include <utility>

#include "core/base/decimal.h"

namespace newsloupe::cli {

const char* const kHelp =
    R"(newsloupe: reads news articles and compares them

  newsloupe analyze [options] PATH...     what each article says, one after the other
  newsloupe compare [options] PATH...     what they share and where they part
  newsloupe sketch [options] PATH...      of each article what link needs, without the text; one line each
  newsloupe link [options] SKETCHES...    stories and origins of the articles behind the sketches of any number of runs
  newsloupe copies [options] PATH...      all pairs of near copies, straight from the texts, without reading the articles
  newsloupe --help | --version

PATH is a file, a folder (walked, sorted by name), or - for standard input. Read are text, Markdown, HTML, MHTML, mails, Word,
OpenDocument and RTF, feeds, JSON, JSON Lines and CSV, and ZIP and gzip archives of these (docs/formats.md).

  --format FORMAT      analyze: text, jsonl; compare: text, json, jsonl, html; link: json, jsonl; copies: text,
                       jsonl (default: jsonl, json, json, jsonl)
  --published DATE     day of publication for articles that state none (2025-08-26)
  --received DATE      day the articles were had: a later publication date is not chosen
  --keep-damaged       leave characters that were read in the wrong encoding ("â€™") as they came in
  --corrections FILE   compare: apply the log of corrections of a comparison (JSON) or a file of its own
  --include PARTS      analyze: text,sentences,tokens (compare always gives its alignments)
  --jobs N             articles read at the same time (order out is order in)
  --at-least SHARE     copies: of the word 5-grams of two texts, those that both have (default: 0.5)
  --part I/N           copies: the I-th of N parts of the work, counted from 1; `LC_ALL=C sort -u` joins their lines
                       link: the pairs that the I-th part of all wordings counts
  --pairs FILE         link: join what all parts counted, one --pairs for each; the result is the same as without parts
  --from, --to DATE    link: only articles published from, to that day
  --overlap DAYS       link, jsonl: also those so many days around, to list what begins in the days between

Exit status: 0 all were read, 1 some were not (each is named on standard error), 2 the command line is wrong.
)";

namespace {

Error usage(std::string message) { return {"command line", std::move(message) + "; see newsloupe --help"}; }

// Splits "text,sentences" at the commas and hands each part to `take`, which answers whether it knows it.
std::optional<std::string> unknown_part(const std::string& list, const std::function<bool(const std::string&)>& take) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string part = list.substr(begin, comma - begin);
    if (!take(part)) return part;
    begin = comma + 1;
  }
  return std::nullopt;
}

// Sets of commands.
using Commands = std::uint8_t;
constexpr Commands only(Command command) { return static_cast<Commands>(1U << static_cast<unsigned>(command)); }
constexpr Commands kReading = only(Command::kAnalyze) | only(Command::kCompare) | only(Command::kSketch);

struct CommandName {
  const char* name;
  Command command;
  Format format;  // by default
};
constexpr std::array<CommandName, 9> kCommands = {{{"analyze", Command::kAnalyze, Format::kJsonl},
                                                   {"compare", Command::kCompare, Format::kJson},
                                                   {"sketch", Command::kSketch, Format::kJsonl},
                                                   {"link", Command::kLink, Format::kJson},
                                                   {"copies", Command::kCopies, Format::kJsonl},
                                                   {"--help", Command::kHelp, Format::kText},
                                                   {"-h", Command::kHelp, Format::kText},
                                                   {"help", Command::kHelp, Format::kText},
                                                   {"--version", Command::kVersion, Format::kText}}};

struct FormatName {
  std::string_view name;
  Format format;
  Commands commands;
};
constexpr std::array<FormatName, 4> kFormats = {
    {{"text", Format::kText, only(Command::kAnalyze) | only(Command::kCompare) | only(Command::kCopies)},
     {"json", Format::kJson, only(Command::kCompare) | only(Command::kLink)},
     {"jsonl", Format::kJsonl, kReading | only(Command::kLink) | only(Command::kCopies)},
     {"html", Format::kHtml, only(Command::kCompare)}}};

// "analyze, compare": the names of those in the set.
std::string names_of(Commands commands) {
  std::string names;
  for (const CommandName& c : kCommands) {
    if ((commands & only(c.command)) != 0) names.append(names.empty() ? "" : ", ").append(c.name);
  }
  return names;
}

constexpr std::uint32_t kMostParts = 100'000;

// From 1 to `most`.
std::optional<std::uint32_t> whole_number(std::string_view digits, std::uint32_t most) {
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > most) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (number == 0 || number > most) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  Result<CommandLine> parse() {
    if (arguments_.empty()) return usage("nothing to do");
    if (const auto error = read_command()) return *error;
    for (next_ = 1; next_ < arguments_.size(); ++next_) {
      if (const auto error = read_argument(arguments_[next_])) return *error;
    }
    if (const auto error = objection()) return *error;
    return std::move(line_);
  }

 private:
  struct Option {
    const char* name;
    Commands commands;
    std::optional<Error> (Parser::*read)(const std::string&);
    bool takes_value = true;
  };

  std::optional<Error> read_command() {
    for (const CommandName& c : kCommands) {
      if (arguments_[0] != c.name) continue;
      line_.command = c.command;
      line_.format = c.format;
      return std::nullopt;
    }
    return usage("'" + arguments_[0] + "' is no command");
  }

  std::optional<Error> read_argument(const std::string& argument) {
    if (argument.size() < 2 || argument[0] != '-') {
      line_.paths.push_back(argument);
      return std::nullopt;
    }
    static constexpr std::array<Option, 13> kOptions = {
        {{"--format", kReading | only(Command::kLink) | only(Command::kCopies), &Parser::read_format},
         {"--published", kReading, &Parser::read_published},
         {"--received", kReading, &Parser::read_received},
         {"--keep-damaged", kReading, &Parser::read_keep_damaged, false},
         {"--corrections", only(Command::kCompare), &Parser::read_corrections},
         {"--include", only(Command::kAnalyze) | only(Command::kCompare), &Parser::read_include},
         {"--jobs", kReading, &Parser::read_jobs},
         {"--at-least", only(Command::kCopies), &Parser::read_at_least},
         {"--part", only(Command::kCopies) | only(Command::kLink), &Parser::read_part},
         {"--pairs", only(Command::kLink), &Parser::read_pairs},
         {"--from", only(Command::kLink), &Parser::read_from},
         {"--to", only(Command::kLink), &Parser::read_to},
         {"--overlap", only(Command::kLink), &Parser::read_overlap}}};
    for (const Option& option : kOptions) {
      if (argument != option.name) continue;
      if ((option.commands & only(line_.command)) == 0)
        return usage(argument + " goes with " + names_of(option.commands));
      if (!option.takes_value) return (this->*option.read)(argument);
      if (next_ + 1 >= arguments_.size()) return usage(argument + " needs a value");
      return (this->*option.read)(arguments_[++next_]);
    }
    return usage("'" + argument + "' is no option");
  }

  std::optional<Error> read_format(const std::string& value) {
    std::string offered;
    for (const FormatName& f : kFormats) {
      if ((f.commands & only(line_.command)) == 0) continue;
      if (value == f.name) {
        line_.format = f.format;
        return std::nullopt;
      }
      offered.append(offered.empty() ? "" : ", ").append(f.name);
    }
    return usage("format '" + value + "' is not offered here (" + offered + ")");
  }

  std::optional<Error> read_published(const std::string& value) { return read_date(value, line_.options.published); }
  std::optional<Error> read_received(const std::string& value) { return read_date(value, line_.options.received); }
  std::optional<Error> read_keep_damaged(const std::string&) {
    line_.options.keep_damaged = true;
    return std::nullopt;
  }
  std::optional<Error> read_from(const std::string& value) { return read_date(value, line_.from); }
  std::optional<Error> read_to(const std::string& value) { return read_date(value, line_.to); }
  static std::optional<Error> read_date(const std::string& value, std::optional<CivilDate>& date) {
    date = parse_iso_date(value);
    if (!date) return usage("'" + value + "' is no day such as 2025-08-26");
    return std::nullopt;
  }

  std::optional<Error> read_include(const std::string& value) {
    const auto unknown = unknown_part(value, [this](const std::string& part) {
      if (part == "text") return line_.parts.text = true;
      if (part == "sentences") return line_.parts.sentences = true;
      if (part == "tokens") return line_.parts.tokens = true;
      if (part == "alignments") return true;  // always there
      return false;
    });
    if (unknown) return usage("'" + *unknown + "' is no part to include");
    return std::nullopt;
  }

  std::optional<Error> read_corrections(const std::string& value) {
    line_.corrections = value;
    return std::nullopt;
  }

  std::optional<Error> read_jobs(const std::string& value) {
    const std::optional<std::uint32_t> jobs = whole_number(value, 999);
    if (!jobs) return usage("--jobs takes a number from 1 to 999");
    line_.jobs = *jobs;
    return std::nullopt;
  }

  std::optional<Error> read_at_least(const std::string& value) {
    const std::optional<Decimal> share = Decimal::parse(value);
    const auto thousandths = share ? *share * Decimal(1, 3) : Decimal();
    if (thousandths < Decimal(1, 0) || thousandths > Decimal(1, 3) || !thousandths.is_integer()) {
      return usage("--at-least takes a share from 0.001 to 1, such as 0.5");
    }
    line_.at_least = whole_number(thousandths.to_string(), 1000).value_or(1000);
    return std::nullopt;
  }

  std::optional<Error> read_part(const std::string& value) {
    const std::size_t slash = std::min(value.find('/'), value.size());
    const auto number = whole_number(value.substr(0, slash), kMostParts);
    const auto of = whole_number(slash < value.size() ? value.substr(slash + 1) : "", kMostParts);
    if (!number || !of || *number > *of) return usage("--part takes a part and their number, such as 3/64");
    line_.part = Part{*number - 1, *of};
    return std::nullopt;
  }

  std::optional<Error> read_pairs(const std::string& value) {
    line_.pairs.push_back(value);
    return std::nullopt;
  }

  std::optional<Error> read_overlap(const std::string& value) {
    const std::optional<std::uint32_t> days = whole_number(value, 366);
    if (!days) return usage("--overlap takes a number of days from 1 to 366");
    line_.overlap = static_cast<int>(*days);
    return std::nullopt;
  }

  // What does not go together.
  [[nodiscard]] std::optional<Error> objection() const {
    const bool works = line_.command != Command::kHelp && line_.command != Command::kVersion;
    if (works && line_.paths.empty()) return usage("no file or folder is named");
    if (line_.overlap > 0 && (line_.format != Format::kJsonl || (!line_.from && !line_.to))) {
      return usage("--overlap goes with --format jsonl and with --from or --to");
    }
    if (line_.part && !line_.pairs.empty())
      return usage("--part counts pairs and --pairs joins them: one after the other");
    return std::nullopt;
  }

  const std::vector<std::string>& arguments_;
  std::size_t next_ = 0;
  CommandLine line_;
};

}  // namespace

Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments) { return Parser(arguments).parse(); }

}  // namespace newsloupe::cli
