#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/annotate/annotate.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

constexpr const char* kTypeNames[] = {"person",  "organization", "place",   "event",
                                      "program", "agreement",    "product", "group"};

// "Ada Berg=person [role]; Velda=place (nested)": every mention of the text in document order.
std::string mentions_of(std::string_view text, ParagraphClass paragraph_class = ParagraphClass::kBody) {
  const SegmentedDocument doc = segmented_text(text, paragraph_class);
  std::string out;
  for (const Mention& mention : annotate_mentions({doc, shared_resources().lexicon})) {
    if (!out.empty()) out += "; ";
    out += std::string(doc.text(mention.span)) + "=" + kTypeNames[static_cast<std::size_t>(mention.type)];
    if (!mention.role.empty()) out += " [" + std::string(doc.text(mention.role)) + "]";
    if (mention.nested) out += " (nested)";
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("names by title, apposition and speech") {
  const Case cases[] = {
      {"Finance Minister Anita Borel spoke on Monday.", "Anita Borel=person [Finance Minister]"},
      {"The plan was praised by foreign minister Anita Borel.", "Anita Borel=person [foreign minister]"},
      {"Japanese Prime Minister Kenji Tanabe left early.", "Japanese=group; Kenji Tanabe=person [Prime Minister]"},
      {"Then Mr Drovik left.", "Drovik=person [Mr]"},
      {"Zelna Drovik, 43, was unhurt.", "Zelna Drovik=person"},
      {"They met Zelna Drovik, a lawyer for the family, on Friday.", "Zelna Drovik=person [a lawyer for the family]"},
      {"The Minister of Health and Family Welfare Anita Borel agreed.",
       "Anita Borel=person [Minister of Health and Family Welfare]"},
      {"A minister spoke. The Prime Minister agreed.", ""},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("bodies and places by their kind") {
  const Case cases[] = {
      {"The Harbour Safety Board fined the Ministry of Health and Family Welfare.",
       "Harbour Safety Board=organization; Ministry of Health and Family Welfare=organization"},
      {"It was built for the Indian Navy.", "Indian Navy=organization; Indian=group (nested)"},
      {"They crossed the Ostra River near Lake Chad.", "Ostra River=place; Lake Chad=place"},
      {"He studied at the University of Ostrava.", "University of Ostrava=organization; Ostrava=place (nested)"},
      {"The Kigali Peace Accord was signed in Rwanda.",
       "Kigali Peace Accord=agreement; Kigali=place (nested); Rwanda=place"},
      {"She lives in Drovik, Kenya.", "Drovik=place; Kenya=place"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("pairs, possessives and groups") {
  const Case cases[] = {
      {"A first India-Japan meeting was held.", "India=place; Japan=place"},
      {"The India-Japan Annual Summit was held.",
       "India-Japan Annual Summit=event; India=place (nested); Japan=place (nested)"},
      {"It depends on Kenya's farmers and China-led groups.", "Kenya=place; China=place"},
      {"French and German voters agreed with the U.S. and us.", "French=group; German=group; U.S.=place"},
      {"Countries in the Indo-Pacific disagree.", "Indo-Pacific=place"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("one mention proves the others") {
  const Case cases[] = {
      {"Minister Anita Borel spoke. Later Borel left. Borel was tired.",
       "Anita Borel=person [Minister]; Borel=person; Borel=person"},
      {"The Harbour Safety Board (HSB) met. HSB did not say more.",
       "Harbour Safety Board=organization; HSB=organization; HSB=organization"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("events, products and peoples") {
  const Case cases[] = {
      {"Storm Anita hit Kenya. Anita was strong.", "Storm Anita=event; Kenya=place; Anita=event"},
      {"They fled Tropical Storm Zelna and Hurricane Olga.", "Tropical Storm Zelna=event; Hurricane Olga=event"},
      {"They met at the 14th India-Kenya Annual Summit.",
       "14th India-Kenya Annual Summit=event; India=place (nested); Kenya=place (nested)"},
      {"The army tried the Coastal Rescue Vehicle (CRV) twice. The CRV sank.",
       "Coastal Rescue Vehicle=product; CRV=product; CRV=product"},
      {"Indo-Japanese trade grew.", "Indo-Japanese=group"},
      {"Both sides signed a Joint Statement.", ""},
      {"They crossed South Nairobi and met Anna Park.",
       "South Nairobi=place; Nairobi=place (nested); Anna Park=person"},
      {"He chairs the Council of Heads of State of the region.", "Council of Heads of State=organization"},
      {"In spring Adamu Bello, Ravi Sharma and Ostapko left.",
       "Adamu Bello=person; Ravi Sharma=person; Ostapko=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("names that end where a person begins") {
  const Case cases[] = {
      {"They met KMA Rescue Diver Maria Lopez there.", "Maria Lopez=person"},
      {"He saw the Anna Berg Day School and Maria Jose Lopez.",
       "Anna Berg Day School=organization; Maria Jose Lopez=person"},
      {"United Nations General Assembly President Maria Lopez left.",
       "United Nations General Assembly=organization; United Nations=organization (nested); Maria Lopez=person "
       "[President]"},
      {"The aide met Chung Ki-Sun and Grace Lau Mo-fung in the Asia-led talks.",
       "Chung Ki-Sun=person; Grace Lau Mo-fung=person; Asia=place"},
      {"Then Ana Hill-Lewis spoke. Hill-Lewis left.", "Ana Hill-Lewis=person; Hill-Lewis=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("bodies with parts") {
  const Case cases[] = {
      {"The Roads and Transport Authority met the Department of Environment, Land, Water and Planning.",
       "Roads and Transport Authority=organization; Department of Environment, Land, Water and Planning=organization"},
      {"They crossed Airport Road and Transport Authority staff left.",
       "Airport Road=place; Transport Authority=organization"},
      {"He joined the National Committee for the Liberation of Prisoners and the Ministry of Health for Maria.",
       "National Committee for the Liberation of Prisoners=organization; Ministry of Health=organization; "
       "Maria=person"},
      {"She sits on the Audit Committee of the Ostra Institute of Accountants and at the Bank of the Philippines.",
       "Audit Committee=organization; Ostra Institute of Accountants=organization; Bank of the "
       "Philippines=organization; Philippines=place (nested)"},
      {"The Banco Ostra lent money to the Frente de Todos on a Bank Holiday.",
       "Banco Ostra=organization; Frente de Todos=organization"},
      {"They read La Ostra and met Lula da Silva near the Casa de Ostra.", "Lula da Silva=person; Casa de Ostra=place"},
      {"He left the Ostra Museum for the Lena Holdings and the Paris Club, with Anna Park.",
       "Ostra Museum=place; Lena Holdings=organization; Paris Club=organization; Paris=place (nested); Anna "
       "Park=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("abbreviations that are bodies, and others") {
  const Case cases[] = {
      {"It costs USD 5 and QR 250 for 25MW, said the KMA.", "KMA=organization"},
      {"They signed a long-term agreement (LTA). The LTA holds.", ""},
      {"They treated tuberculosis (TB). The Harbour Union (HU) agreed.", "Harbour Union=organization; HU=organization"},
      {"DLS Plumbing said so. NKL said no. Anna Berg said yes.",
       "DLS Plumbing=organization; NKL=organization; Anna Berg=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("what stands beside a name says what it is") {
  const Case cases[] = {
      {"Drovik is a mining town in the north. Later Velanta, an app for farmers, was shut.",
       "Drovik=place; Velanta=organization"},
      {"Later Ostapko was a painter. According to Drovanta, it rained.", "Ostapko=person; Drovanta=organization"},
      {"Police found Drovik's body. They bought Velanta's shares.", "Drovik=person; Velanta=organization"},
      {"The murder of Drovik shook them. It was acquired by Velanta and written by Ostapko.",
       "Drovik=person; Velanta=organization; Ostapko=person"},
      {"In May Velanta acquired a mine. The Kresnik administration and the Jingu language survive.",
       "Velanta=organization; Kresnik=person; Jingu=group"},
      {"A player of Lena Group fell. It ranks at No. 2 there.", "Lena Group=organization"},
      {"Police arrested Lena Drovik, 32, of Hope, and asked the sister of Hope.",
       "Lena Drovik=person; Hope=place; Hope=place"},
      {"Korean and Indigenous groups met in Congress.", "Korean=group; Indigenous=group; Congress=organization"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("offices, bodies and places that meet in one run of capitals") {
  const Case cases[] = {
      {"He went to the Prosecutor’s Office and to Maria Lopez's Court.",
       "Prosecutor’s Office=organization; Maria Lopez=person"},
      {"She appeared in the Johannesburg Magistrate’s Court.",
       "Johannesburg Magistrate’s Court=organization; Johannesburg=place (nested)"},
      {"Cases in San Borja rose. The Ruler of Umm Al Quwain met the Minister of Health Anna Berg.",
       "San Borja=place; Umm Al Quwain=place; Anna Berg=person [Minister of Health]"},
      {"The former Abia State Governor Maria Lopez met Kisumu County Commissioner John Mwangi.",
       "Abia State=place; Abia=place (nested); Maria Lopez=person [Governor]; Kisumu County=place; Kisumu=place "
       "(nested); John Mwangi=person [Commissioner]"},
      {"He met the ambassador to Korea Zelna Drovik and flew with Qatar Airways.",
       "Korea=place; Zelna Drovik=person; Qatar Airways=organization; Qatar=place (nested)"},
      {"They called President of the World Rowing Forum Mia Berg.",
       "World Rowing Forum=organization; Mia Berg=person [President of the World Rowing Forum]"},
      {"They met NGO Velanta, Christian Pintado, Dusty Baker and Alfredo Cortes.",
       "Velanta=organization; Christian Pintado=person; Dusty Baker=person; Alfredo Cortes=person"},
      {"The Chief Judge and the Christian Democrats met.", "Christian Democrats=group"},
      {"The Ministry of Velda Irrigation (Midari) met. Midari said more.",
       "Ministry of Velda Irrigation=organization; Midari=organization; Midari=organization"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("names that are no person's, and initials") {
  const Case cases[] = {
      {"They saw “Drovik Velta,” a film, and met Ana “Zee” Drovik.", "Ana “Zee” Drovik=person"},
      {"In the city of Francisco de Orellana and the Bella Vista district, Local Administration Minister Mia Berg "
       "spoke.",
       "Francisco de Orellana=place; Orellana=place (nested); Bella Vista=place; Vista=place (nested); Mia Berg=person "
       "[Local Administration Minister]"},
      {"The aide, a fellow there, told Al Jazeera so. Then the Diet met; it raised RM750mil.",
       "Al Jazeera=organization; Diet=organization"},
      {"They met R.A. Dickey and A.P.J. Abdul Kalam and Wong Man Li there. She earned a Ph.D. there.",
       "R.A. Dickey=person; A.P.J. Abdul Kalam=person; Wong Man Li=person"},
      {"The U.S. Navy met E.U. Commissioner Mia Berg.",
       "U.S. Navy=organization; U.S.=place (nested); E.U.=organization; Mia Berg=person [Commissioner]"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("kinds of things, and families that share a city's name") {
  const Case cases[] = {
      {"Alfredo Cortes fell. Then Cortes left. Anna Berg flew to London.",
       "Alfredo Cortes=person; Cortes=person; Anna Berg=person; London=place"},
      {"They gave the ball to Sebastian Villa near the Ostra Villa.", "Sebastian Villa=person; Ostra Villa=place"},
      {"An official at NKLIC, who asked for silence, read the Aljada daily.",
       "NKLIC=organization; Aljada=organization"},
      {"He buys from brands such as Velanta and from cities including Drovik. He likes singers like Ostapko.",
       "Velanta=organization; Drovik=place; Ostapko=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("what is no person or place all the same") {
  const Case cases[] = {
      {"Carol Van Der Linde left, and Van Der Linde was thanked.", "Carol Van Der Linde=person; Van Der Linde=person"},
      {"Taoiseach Anita Borel agreed.", "Anita Borel=person [Taoiseach]"},
      {"Theresa May said no, and in May Mr May left.", "Theresa May=person; May=person [Mr]"},
      {"In Austin, May 5 was hot.", "Austin=place"},
      {"MAYOR BLASTS DROVIK: Anita Borel left early.", "Anita Borel=person"},
      {"They asked Robert Courts and Nigel Drovik.", "Robert Courts=person; Nigel Drovik=person"},
      {"Sales and EBITDA rose.", ""},
      {"The tide swung in Drovik's favour. It was no part of Ostapko's report. They met Rep. Ana Berg, D-N.Y., and "
       "Sen. Leo Park, R-Texas, there.",
       "Ana Berg=person [Rep.]; Leo Park=person [Sen.]"},
      {"Nebraska and Oklahoma said no. Police met most Senate Democrats, including an aide, there.",
       "Nebraska=place; Oklahoma=place"},
      {"A spokesman Lena Steel agreed; she leads the Ways and Means Committee. Then her husband, Ostapko, left.",
       "Lena Steel=person [spokesman]; Ways and Means Committee=organization; Ostapko=person [husband]"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("persons whose names are words for an office, a place or a firm") {
  const Case cases[] = {
      {"Then Ken Doctor spoke. Doctor left. The Doctor is a play.", "Ken Doctor=person; Doctor=person"},
      {"Doctor Anna Berg met the President there. President and council agreed.", "Anna Berg=person [Doctor]"},
      {"They met Governor Tom Hill at the Queen Anna Hill.", "Tom Hill=person [Governor]; Queen Anna Hill=place"},
      {"Then Mr and Mrs Berg hired Orrin & Velta for Anna & Tom Berg.",
       "Berg=person [Mrs]; Orrin & Velta=organization; Anna=person; Tom Berg=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("models, airlines and clubs that share their names with persons and places") {
  const Case cases[] = {
      {"It flew the 737 Max and the A320 Max. The Max was safe.", ""},
      {"In 2019 Max spoke of it. Their son, Max, agreed.", "Max=person; Max=person [son]"},
      {"The fleet of Emirates grew. He lives in the Emirates.", "Emirates=organization; Emirates=place"},
      {"They counted the Emirates fleet and the 737 Max jets. Later Max jets flew.", "Emirates=organization"},
      {"They found some 700 Clinton papers. Hillary Clinton spoke.", "Clinton=person; Hillary Clinton=person"},
      {"Liverpool beat Everton. He lives in Leeds, where the Leeds goalkeeper was born.",
       "Liverpool=organization; Everton=organization; Leeds=place; Leeds=organization"},
      {"India's fans came. The African coach beat them. Then Anna beat Berg.",
       "India=place; African=group; Anna=person; Berg=person"},
      {"Aviation analysts agreed.", ""},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("what comes in full each time is no person") {
  const Case cases[] = {
      {"They met Velta Drovik there. Later Drovik left Velta Drovik.",
       "Velta Drovik=person; Drovik=person; Velta Drovik=person"},
      {"A bill on Velta Drovik failed. They praised Velta Drovik.", ""},
      {"Later Velta Orrik said so. They told Velta Orrik, and Velta Orrik said no. Velta Orrik left.",
       "Velta Orrik=organization; Velta Orrik=organization; Velta Orrik=organization; Velta Orrik=organization"},
      {"Later Joan Velta said so. They told Joan Velta, and Joan Velta said no. Joan Velta left.",
       "Joan Velta=person; Joan Velta=person; Joan Velta=person; Joan Velta=person"},
      {"They told Anna Berg and Anna Berg left. Then Anna Berg spoke.",
       "Anna Berg=person; Anna Berg=person; Anna Berg=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("works are nobody's names") {
  const Case cases[] = {
      {"He praised the film Annie Drovik. She wrote a novel, Tomb of Sand, and the song “Lena Berg” too.", ""},
      {"It is the song Lena Berg sang. They want to film Anna Berg.", "Lena Berg=person; Anna Berg=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("words in capitals, and places that need their article") {
  const Case cases[] = {
      {"They met Ira Berg under the Act. The IRA and Nato met.",
       "Ira Berg=person; IRA=organization; Nato=organization"},
      {"They sailed the Amazon and the Brazilian Amazon. Then Amazon hired.",
       "Amazon=place; Brazilian=group; Amazon=place; Amazon=organization"},
      {"It costs HK$5 there; in NKLIC they said no.", "NKLIC=organization"},
      {"In the western Indian city of Orla it rained.", "Indian=group; Orla=place"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("lists, laws and offices that name no person") {
  const Case cases[] = {
      {"They met Anna Berg, Members and Trade Wallet.", "Anna Berg=person"},
      {"They told Nathan Law about the Orla Law. Money went to Z Wallet.", "Nathan Law=person; Orla Law=agreement"},
      {"The Orla Police came. Police arrested him there.", "Orla Police=organization"},
      {"Interior Minister Ana Drovik and Trade Minister Tom Velta met Racing's Leo Berg.",
       "Ana Drovik=person [Interior Minister]; Tom Velta=person [Trade Minister]; Leo Berg=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("kinds of places, lists of bodies and abbreviations that are no persons") {
  const Case cases[] = {
      {"They crossed Marin County and met Marin Hill.", "Marin County=place; Marin Hill=person"},
      {"They voted in the Indiana House. He lives on 6th Avenue.",
       "Indiana House=organization; Indiana=place (nested); 6th Avenue=place"},
      {"\"They left,\" Jack Brown said. \"Jack was cold,\" said Mark Orla.",
       "Jack Brown=person; Jack=person; Mark Orla=person"},
      {"Rep. Ada Brook (R-TX) met Rep. Leo Berg (D-NY) and Al Gore.",
       "Ada Brook=person [Rep.]; Leo Berg=person [Rep.]; Al Gore=person"},
      {"It came at 02.16PM IST to the Journal-Constitution.", "Journal-Constitution=organization"},
      {"As the largest bank, Velta's OrlaBank grew.", "OrlaBank=organization"},
      // shops and firms called after somebody
      {"A man came into Anna's Salon on Orla Street and Tom's Diner.",
       "Anna's Salon=organization; Orla Street=place; Tom's Diner=place"},
      {"Dorvik's said it would close two shops. Shares of Dorvik's fell.",
       "Dorvik's=organization; Dorvik's=organization"},
      {"Mr. Dorvik's aide said so. Dorvik's said no. Later Mr. Dorvik left.",
       "Dorvik=person [Mr.]; Dorvik=person; Dorvik=person [Mr.]"},
      {"He lives in King Street near Queen Street.", "King Street=place; Queen Street=place"},
      {"It stands in Anna-Mulda-Allee and in Reschau am Inn.", "Anna-Mulda-Allee=place; Reschau am Inn=place"},
      {"He was born in St. Anselm, Ohio.", "St. Anselm=place; Ohio=place"},
      // things that look like persons
      {"The Hazel Drovik telescope is old.", "Hazel Drovik=product"},
      {"The Velda Nomra is a ski with a soft tip.", "Velda Nomra=product"},
      {"Velda Crunchies were sold out.", ""},
      {"\"Anna and Horst\" won a prize, as Anna and Horst did.", "Anna=person; Horst=person"},
      {"Google's Veldacast Ulra costs more.", "Google=organization"},
      {"The Trade and Fisheries Commission met.", "Trade and Fisheries Commission=organization"},
      {"It has 8GB of RAM, Wi-Fi and HDR (high dynamic range).", ""},
      {"A neon Valentine's Day card was sold at 7.00 P.M. on Boulevard Velmont.", "Boulevard Velmont=place"},
      {"She is an officer of the Dallas Riders.", "Dallas Riders=organization; Dallas=place (nested)"},
      {"It breaks the safer cousin, RVA-1024, as Uncle Sam says.", "RVA-1024=product; Uncle Sam=place"},
      {"A BUNGLING NATO officer left. Regulators ordered it, O.K.", "NATO=organization"},
      {"Mina Drovik, 35, of HGVT left.", "Mina Drovik=person; HGVT=organization"},
      {"Velteo is 2 years old and owes R67.6 billion.", "Velteo=person"},
      {"It was told by analysts at Velda Foundry in Proceedings of the Velta Board.",
       "Velda Foundry=organization; Velta Board=organization"},
      {"Chelsea have paid the fee. EU chief Brexit negotiator Kenji Tanabe left.",
       "Chelsea=organization; EU=organization; Brexit=event; Kenji Tanabe=person [negotiator]"},
      {"Normalizing challenges is hard. A South Carolinian won.", "South Carolinian=group"},
      {"During the Milan Design Week the showroom opened.", "Milan Design Week=event; Milan=place (nested)"},
      {"They live in St. Vincent and the Grenadines.", "St. Vincent and the Grenadines=place"},
      {"Dr Jan Drovik left in Jan 2019.", "Jan Drovik=person [Dr]"},
      {"A reader at the school in Vellan, who wants to stay, spoke.", "Vellan=place"},
      {"Kim North met the MP for Hartley West, Ann Poole, in Milton Keynes North.",
       "Kim North=person; Hartley West=place; Ann Poole=person; Milton Keynes North=place; Milton Keynes=place "
       "(nested)"},
      {"He managed Real Madrid, Chelsea and Manchester United.",
       "Real Madrid=organization; Madrid=place (nested); Chelsea=organization; Manchester United=organization; "
       "Manchester=place (nested)"},
      {"Later TB continues unchecked. Then Michael Bloomberg ran. Later Bloomberg spoke.",
       "Michael Bloomberg=person; Bloomberg=person"},
      {"Singer-guitarists Tom Drovik and Leo Berg played 1972’s Velta Street in Camden, NJ, with Anna Berg, MD, too.",
       "Tom Drovik=person [Singer]; Leo Berg=person; Camden=place; NJ=place; Anna Berg=person"},
      {"They read @VeltaNews and #VeltaStrong.", ""},
      // an everyday word that belongs to a firm's name, which no town's officials speak for
      {"Later Con Velda officials spoke. Con Velda runs pipes.", "Con Velda=organization; Con Velda=organization"},
      {"Path A leads there. Path A is short.", ""},
      {"He met the Clinton White House, a Utah Republican and a NBCVelda that is a minority investor.",
       "White House=organization; Utah=place; Republican=group; NBCVelda=organization"},
      {"Later Dallas Rider Tom Drovik spoke on Lena Drovik Live.", "Tom Drovik=person; Lena Drovik Live=program"},
      {"Robert Drovik spoke. The Drovik plan and the Drovik drill failed before the Drovik script. Drovik left.",
       "Robert Drovik=person; Drovik=person; Drovik=person; Drovik=person; Drovik=person"},
      {"前NASA宇航员 and NASA met.", "NASA=organization"},
      {"At the time, Vexus called it new. Then Vexus Philippines spoke.",
       "Vexus=organization; Vexus Philippines=organization; Philippines=place (nested)"},
      {"The firm bid for Tribune, the owner of a paper.", "Tribune=organization"},
      {"Senior Diver Association President Tom Berg met Federation of Harbour Workers President Mia Berg.",
       "Senior Diver Association=organization; Tom Berg=person [President]; Federation of Harbour "
       "Workers=organization; Mia Berg=person [President]"},
      {"Later the Harbour Workers’ Union met the Beatles’ crew.", "Harbour Workers’ Union=organization"},
      {"Amnesty for boats was planned. Reliance on nets grew.", ""},
      // a family name that is an everyday word
      {"They met Dylvan Roof there. As it rained, Roof was late. Then Roof said no. Later a roof fell.",
       "Dylvan Roof=person; Roof=person; Roof=person"},
      {"They met Dylvan Roof there. The Roof was late. Then the Roof said no.", ""},
      {"Later Tom Drovik, MD, president of the port, left.", "Tom Drovik=person"},
      {"By Tom Drovik Last updated", "Tom Drovik=person"},
      {"Coincidentally, Tom Drovik left with Patrick Soon-Drovik.", "Tom Drovik=person; Patrick Soon-Drovik=person"},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
}

TEST_CASE("capitals that prove nothing") {
  const Case cases[] = {
      {"Yesterday was cold. Police said so. Experts agree. On Tuesday it rained.", ""},
      {"Who said it? I did. We may. Will it end in May?", ""},
      {"In March, Health workers from Kenya marched.", "Kenya=place"},
      {"Today Deceased Vellan tenants and Sustainable Drovik farmers met.", ""},
  };
  for (const Case& c : cases) CHECK(mentions_of(c.text) == std::string(c.expected));
  CHECK(mentions_of("Anna Wins Endorsement of Kenya", ParagraphClass::kHeadline) == "Kenya=place");
  CHECK(mentions_of("In Tempe, Ariz., he watched the World Cup and a joint statement.") ==
        "Tempe=place; Ariz.=place; World Cup=event");
  CHECK(mentions_of("Energy Crisis Grows As Kenya Plans New Action", ParagraphClass::kHeadline) == "Kenya=place");
}

}  // namespace newsloupe
