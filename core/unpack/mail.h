// Mails (.eml) and pages saved as one MIME file (.mhtml): the article in them, and what is attached.
#pragma once

#include "core/unpack/archive.h"

namespace newsloupe {

[[nodiscard]] bool is_mail(const SourceFile& file);

// The text that the mail or the saved page shows is one record; of a mail, what is attached and may be an article is
// handed on as a file, by "mail.eml/name". Precondition: is_mail().
void unpack_mail(const SourceFile& mail, const FileSink& attached, const RecordSink& sink);

}  // namespace newsloupe
