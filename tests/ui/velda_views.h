#pragma once

#include "web/app/views.h"

// The Velda flood, an invented story of five articles, as the views the worker would send: for looking at the screens
// and for tests of panels.
namespace newsloupe::test {

Views velda_views();

// The import sheet while the fifth article is read.
ImportView velda_import();

// The sheet of corrections on the selected row of the Brief, as a name or as a quote; the log.
CorrectionView velda_correction(CorrectionTarget target);
ChangesView velda_changes();

}  // namespace newsloupe::test
