#include <doctest/doctest.h>

#include <string>

#include "core/resolve/resolve.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// "Anita Borel {Minister}: Anita Borel, Borel, she | ...": every entity with its mentions.
std::string entities_of(std::string_view text) {
  const SegmentedDocument doc = segmented_text(text);
  const TokenReader tokens(doc, shared_resources().lexicon);
  const Coreference result = resolve_entities(tokens, annotate_mentions(tokens), annotate_quotes(tokens));
  std::string out;
  for (const Entity& entity : result.entities) {
    if (!out.empty()) out += " | ";
    out += entity.name + (entity.role.empty() ? "" : " {" + entity.role + "}") +
           (entity.of.empty() ? "" : " of " + entity.of) + ":";
    for (const Id<Mention> mention : entity.mentions)
      out += " " + std::string(doc.text(result.mentions[mention].span)) + ",";
    out.pop_back();
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("forms of one name") {
  const Case cases[] = {
      {"Finance Minister Anita Borel spoke. Borel said she would stay.",
       "Anita Borel {Finance Minister}: Anita Borel, Borel, she"},
      {"Mr Borel met Anita Weaver. Later Weaver said Borel was late.",
       "Borel {Mr}: Borel, Borel | Anita Weaver: Anita Weaver, Weaver"},
      {"The Harbour Safety Board (HSB) met. HSB said the Board would act.",
       "Harbour Safety Board: Harbour Safety Board, HSB, HSB, Board"},
      {"The United States and Kenya agreed. The US and the U.S. sent aid to Kenya.",
       "United States: United States, US, U.S. | Kenya: Kenya, Kenya"},
      {"Apple sued the makers of Apple Arcade. Then Samsung Motors said Samsung would follow Apple.",
       "Apple: Apple, Apple, Apple | Apple Arcade: Apple Arcade | Samsung Motors: Samsung Motors, Samsung, Samsung"},
      {"Esk University met. Later the EU left.", "Esk University: Esk University | European Union: EU"},
      {"The Pentagon said no. It told VOA Pentagon reporter Ada Lind so. Later the Pentagon left.",
       "Pentagon: Pentagon, Pentagon, Pentagon | VOA Pentagon: VOA Pentagon, VOA | Ada Lind {reporter}: Ada Lind"},
      {"Michelle Borel spoke. The first lady met President Borel. Later Borel left.",
       "Michelle Borel: Michelle Borel | Borel {President}: Borel, Borel"},
      {"Michelle Borel spoke. The first lady met President Borel. She sang.",
       "Michelle Borel: Michelle Borel | Borel {President}: Borel"},
      {"The Upland Chronicle came. The Chronicle says the farmers are looking.",
       "Upland Chronicle: Upland Chronicle, Chronicle"},
      {"The Orla Police Department Narcotics Unit met. Later the Orla Police Department left.",
       "Orla Police Department Narcotics Unit: Orla Police Department Narcotics Unit | Orla Police Department: Orla "
       "Police Department"},
      {"Carl Weaver Jr. spoke. Later Weaver Jr. left.", "Carl Weaver Jr.: Carl Weaver Jr., Weaver Jr."},
      {"Japanese farmers met Japanese officials.", "Japanese of Japan: Japanese, Japanese"},
  };
  for (const Case& c : cases) CHECK(entities_of(c.text) == std::string(c.expected));
}

TEST_CASE("two full names are two persons") {
  CHECK(entities_of("Japanese Prime Minister Kenji Tanabe left. Later Japanese Prime Minister Ryota Mori came. Tanabe "
                    "and Mori met.") ==
        "Japanese of Japan: Japanese, Japanese | Kenji Tanabe {Prime Minister}: Kenji Tanabe, Tanabe | "
        "Ryota Mori {Prime Minister}: Ryota Mori, Mori");
  CHECK(entities_of("James R. Weaver Jr. spoke. James Weaver left. Mr. Weaver slept.") ==
        "James R. Weaver Jr. {Mr.}: James R. Weaver Jr., James Weaver, Weaver");
  CHECK(entities_of("James Weaver Jr. met James Weaver Sr. on the road.") ==
        "James Weaver Jr.: James Weaver Jr. | James Weaver Sr.: James Weaver Sr.");
  CHECK(entities_of("John Weaver met Mary Weaver.") == "John Weaver: John Weaver | Mary Weaver: Mary Weaver");
}

TEST_CASE("offices and pronouns where one person is clear") {
  const Case cases[] = {
      {"Foreign Secretary Anita Borel spoke. The foreign secretary then left.",
       "Anita Borel {Foreign Secretary}: Anita Borel, The foreign secretary"},
      {"Prime Minister Anita Borel met Japanese Prime Minister Kenji Tanabe. The Prime Minister left.",
       "Anita Borel {Prime Minister}: Anita Borel, The Prime Minister | Japanese of Japan: Japanese | "
       "Kenji Tanabe {Prime Minister}: Kenji Tanabe"},
      {"Minister Anita Borel met minister Zelna Drovik. The minister left.",
       "Anita Borel {Minister}: Anita Borel | Zelna Drovik {minister}: Zelna Drovik"},
      {"John Weaver met Peter Stone. He left.", "John Weaver: John Weaver | Peter Stone: Peter Stone"},
      {"Mr Weaver met Ms Stone. She left.", "Weaver {Mr}: Weaver | Stone {Ms}: Stone, She"},
      // given names that are women's and men's
      {"Janet Weaver met Peter Stone. She left, and his boat sank.",
       "Janet Weaver: Janet Weaver, She | Peter Stone: Peter Stone, his"},
      {"Joan Weaver spoke. Though Donald Stone's term ends in May, she said no.",
       "Joan Weaver: Joan Weaver, she | Donald Stone: Donald Stone"},
      {"He shouted at Peter Stone. He left.", "Peter Stone: Peter Stone"},
      // who owns something is not what the next sentence tells of
      {"John Weaver spoke. Those were Peter Stone's words. He left.",
       "John Weaver: John Weaver | Peter Stone: Peter Stone"},
      // who is told is another
      {"John Weaver spoke. Later Peter Stone told him no.", "John Weaver: John Weaver, him | Peter Stone: Peter Stone"},
      {"John Weaver spoke. Later an anti-Stone mood filled his boat.", "John Weaver: John Weaver, his"},
      {"Anita Borel spoke. Her husband Carl rowed.", "Anita Borel: Anita Borel, Her | Carl {husband}: Carl"},
      {"Later Peter Stone spoke. He told her son that he was late.", "Peter Stone: Peter Stone, He"},
      // a pronoun that means nobody named keeps its person through the sentence
      {"The answers he gave were set beside Peter Stone's words and his own.", "Peter Stone: Peter Stone"},
      {"Later Peter Stone spoke. The patient slept in his bed. He felt well.", "Peter Stone: Peter Stone"},
      {"Later Peter Stone spoke. The singer knew his song.", "Peter Stone: Peter Stone, his"},
      {"John Weaver spoke. The man ran off. Later the council said he was caught.", "John Weaver: John Weaver"},
      // somebody without a name, who may be meant as well
      {"Carl Borel left. She said a man came in and took his coat.", "Carl Borel: Carl Borel"},
      {"Carl Borel is a man who knows his boats.", "Carl Borel: Carl Borel, his"},
      {"Carl Borel left after a judge had asked about his boat.", "Carl Borel: Carl Borel"},
      {"Ronald Lam Man-kin is ill. Lam left.", "Ronald Lam Man-kin: Ronald Lam Man-kin, Lam"},
      {"Carl Borel rows. One student told the port how he swam.", "Carl Borel: Carl Borel"},
      {"Carl Borel rows. But a spokesman said no. Later he left.", "Carl Borel: Carl Borel"},
      {"Carl Borel rows. They speak of a teenager who took his boat.", "Carl Borel: Carl Borel"},
      {"Carl Borel rows. In his long autumn speech to the rowers of the old port, Peter Stone left.",
       "Carl Borel: Carl Borel | Peter Stone: Peter Stone"},
      {"Economist Carl Borel left. A study by The Economist was late.", "Carl Borel {Economist}: Carl Borel"},
      {"Later Carl Borel spoke with the man about his boat.", "Carl Borel: Carl Borel"},
      {"Later Carl Borel spoke of the sea and his boat.", "Carl Borel: Carl Borel, his"},
      // what somebody has made
      {"John Weaver rows. After seeing Peter Stone's First Flood he sang.",
       "John Weaver: John Weaver | Peter Stone: Peter Stone"},
      // a name alone that only women bear
      {"John Weaver rows with Esmeralda. He sings.", "John Weaver: John Weaver, He | Esmeralda: Esmeralda"},
      {"The first lady and Dr. Anita Drovik sang. Later Vice President Drovik and Dr. Drovik left.",
       "Anita Drovik {Dr.}: Anita Drovik, Drovik | Drovik {Vice President}: Drovik"},
      {"The first lady sang. Vice President Anita Drovik left. Later Vice President Drovik spoke.",
       "Anita Drovik {Vice President}: Anita Drovik, Drovik"},
      {"As this Administration ends, the Velda Food Administration met.",
       "Administration: Administration | Velda Food Administration: Velda Food Administration"},
      {"The Velda Food Administration met. Later the Administration spoke.",
       "Velda Food Administration: Velda Food Administration, Administration"},
      {"Nobody sang. Well said. - Carl Borel (@carl). Now he sings.", "Carl Borel: Carl Borel"},
      {"Carl Borel left. His lawyer had said he was ill.", "Carl Borel: Carl Borel, His, he"},
      {"Carl Borel left. An inspector's report said he was ill.", "Carl Borel: Carl Borel, he"},
      {"John Weaver left. After his long speech, Carl Borel sat down.",
       "John Weaver: John Weaver | Carl Borel: Carl Borel"},
      {"It was like the Carl Borel song. He was no smoker.", "Carl Borel: Carl Borel"},
      {"John Weaver left. Asked what drew him to the sea, Peter Stone spoke.",
       "John Weaver: John Weaver | Peter Stone: Peter Stone"},
  };
  for (const Case& c : cases) CHECK(entities_of(c.text) == std::string(c.expected));
}

}  // namespace newsloupe
