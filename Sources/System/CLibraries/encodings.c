#include "lazy.h"

#include <uchardet/uchardet.h>

static lazy_library uchardet = {"uchardet", {"libuchardet.so.0", "libuchardet.so", "libuchardet.dylib"}};
LAZY(uchardet, void, uchardet_data_end, (uchardet_t a), (a))
LAZY(uchardet, void, uchardet_delete, (uchardet_t a), (a))
LAZY(uchardet, const char *, uchardet_get_charset, (uchardet_t a), (a))
LAZY(uchardet, int, uchardet_handle_data, (uchardet_t a, const char *b, size_t c), (a, b, c))
LAZY(uchardet, uchardet_t, uchardet_new, (void), ())
