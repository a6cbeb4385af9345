// The different forms in which an article writes its names, and which of them can mean one thing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotations.h"
#include "core/resources/resources.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// All mentions of one type that are written alike, or that the lexicon gives one usual name ("US", "United States").
struct NameForm {
  EntityType type = EntityType::kPerson;
  std::string usual;                    // the lexicon's usual name, empty where it knows none
  std::vector<std::string> words;       // folded, without full stops and hyphens
  bool known = false;                   // a body that the lexicon holds under just these words
  std::string generation;               // of a person: "jr", "iii", which is none of the words
  bool capitals = false;                // written in capitals throughout, or as a short mixed code: maybe an acronym
  std::vector<std::uint32_t> mentions;  // indices into the layer, in document order
};

// Forms by first mention.
std::vector<NameForm> collect_name_forms(const SegmentedDocument& doc, const Layer<Mention>& mentions,
                                         const Lexicon& lexicon);

// Takes the generation ("jr", "sr", "ii") from the end of a person's folded words and gives it; empty without one.
std::string take_generation(std::vector<std::string>& words);

// "Narendra Modi" and "N. Modi", "Joan Weaver" and "Joan Mary Weaver", "Karl Moss" and "Karl Moss Jr.": full names of
// one person. Two different given names never are, nor two different generations.
bool same_full_name(const NameForm& a, const NameForm& b);

// "Modi" for "Narendra Modi", "Van Aken" for "Ine Van Aken", "Xi" for "Xi Jinping", "Narendra" for "Narendra Modi".
bool is_short_person_name(const NameForm& part, const NameForm& full, const Lexicon& lexicon);

// "Eskom" for "Eskom Holdings", "Board" for "Harbour Safety Board".
bool is_short_body_name(const NameForm& part, const NameForm& full, const Lexicon& lexicon);

// "HSB" for "Harbour Safety Board": the first letters of its words, small words left out or not.
bool has_initials(const NameForm& acronym, const NameForm& full);

// "EU", which the lexicon knows for the European Union.
bool is_usual_acronym(const NameForm& form);

// "President Weaver", "Vice President Weaver", in an article that tells of a first lady.
bool is_husband_of_first_lady(const SegmentedDocument& doc, const Mention& mention);

// "UNICORN" for "Unified Complex Radio Antenna": letters of the full name in order. Only for a short form that stands
// in brackets beside the long one.
bool has_letters_in_order(std::string_view acronym, std::string_view full);

}  // namespace newsloupe
