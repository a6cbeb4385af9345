#pragma once

#include "web/app/views.h"

// Large sets as the views the worker would send: invented stories, the first of which is opened.
namespace newsloupe::test {

Views library_views(std::size_t stories);

// The import sheet of `files` files of which `broken` need a person.
ImportView many_files(std::uint32_t files, std::uint32_t broken, bool read);

}  // namespace newsloupe::test
