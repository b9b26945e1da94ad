#include "lazy.h"

#include <zlib.h>
#include <zstd.h>

static lazy_library zlib = {"zlib", {"libz.so.1", "libz.so", "libz.1.dylib"}};
LAZY(zlib, int, inflate, (z_streamp a, int b), (a, b))
LAZY(zlib, int, inflateEnd, (z_streamp a), (a))
LAZY(zlib, int, inflateInit2_, (z_streamp a, int b, const char *c, int d), (a, b, c, d))
LAZY(zlib, int, inflateReset, (z_streamp a), (a))

static lazy_library zstd = {"zstd", {"libzstd.so.1", "libzstd.so", "libzstd.1.dylib"}};
LAZY(zstd, ZSTD_DStream*, ZSTD_createDStream, (void), ())
LAZY(zstd, size_t, ZSTD_decompressStream, (ZSTD_DStream *a, ZSTD_outBuffer *b, ZSTD_inBuffer *c), (a, b, c))
LAZY(zstd, size_t, ZSTD_freeDStream, (ZSTD_DStream *a), (a))
LAZY(zstd, size_t, ZSTD_initDStream, (ZSTD_DStream *a), (a))
LAZY(zstd, unsigned, ZSTD_isError, (size_t a), (a))
