// Emscripten builds its C++ library for size, and with it the members of std::string, which that library instantiates
// for everybody. Instantiated here as well they are built like the rest of the core, and the linker takes them from
// here.
#if defined(__EMSCRIPTEN__)

#include <string>

template class std::basic_string<char>;

#endif
