#include "CLibraries.h"
#include "lazy.h"

#include <zip.h>
#include <expat.h>

static lazy_library zip = {"libzip", {"libzip.so.5", "libzip.so.4", "libzip.so", "libzip.dylib"}};
int mainspring_has_archives(void) { return lazy_is_there(&zip); }
LAZY(zip, int, zip_close, (zip_t *a), (a))
LAZY(zip, void, zip_discard, (zip_t *a), (a))
LAZY(zip, int, zip_error_code_zip, (const zip_error_t *a), (a))
LAZY(zip, void, zip_error_fini, (zip_error_t *a), (a))
LAZY(zip, void, zip_error_init, (zip_error_t *a), (a))
LAZY(zip, const char *, zip_error_strerror, (zip_error_t *a), (a))
LAZY(zip, int, zip_fclose, (zip_file_t *a), (a))
LAZY(zip, zip_file_t *, zip_fopen, (zip_t *a, const char *b, zip_flags_t c), (a, b, c))
LAZY(zip, zip_int64_t, zip_fread, (zip_file_t *a, void *b, zip_uint64_t c), (a, b, c))
LAZY(zip, zip_int64_t, zip_file_add, (zip_t *a, const char *b, zip_source_t *c, zip_flags_t d), (a, b, c, d))
LAZY(zip, int, zip_file_replace, (zip_t *a, zip_uint64_t b, zip_source_t *c, zip_flags_t d), (a, b, c, d))
LAZY(zip, int, zip_file_set_dostime, (zip_t *a, zip_uint64_t b, zip_uint16_t c, zip_uint16_t d, zip_flags_t e), (a, b, c, d, e))
LAZY(zip, zip_error_t *, zip_get_error, (zip_t *a), (a))
LAZY(zip, const char *, zip_get_name, (zip_t *a, zip_uint64_t b, zip_flags_t c), (a, b, c))
LAZY(zip, zip_int64_t, zip_get_num_entries, (zip_t *a, zip_flags_t b), (a, b))
LAZY(zip, zip_int64_t, zip_name_locate, (zip_t *a, const char *b, zip_flags_t c), (a, b, c))
LAZY(zip, zip_t *, zip_open_from_source, (zip_source_t *a, int b, zip_error_t *c), (a, b, c))
LAZY(zip, zip_source_t *, zip_source_buffer_create, (const void *a, zip_uint64_t b, int c, zip_error_t *d), (a, b, c, d))
LAZY(zip, zip_source_t *, zip_source_file_create, (const char *a, zip_uint64_t b, zip_int64_t c, zip_error_t *d), (a, b, c, d))
LAZY(zip, void, zip_source_free, (zip_source_t *a), (a))
LAZY(zip, int, zip_source_close, (zip_source_t *a), (a))
LAZY(zip, void, zip_source_keep, (zip_source_t *a), (a))
LAZY(zip, int, zip_source_open, (zip_source_t *a), (a))
LAZY(zip, zip_int64_t, zip_source_read, (zip_source_t *a, void *b, zip_uint64_t c), (a, b, c))

static lazy_library expat = {"expat", {"libexpat.so.1", "libexpat.so", "libexpat.1.dylib"}};
LAZY(expat, const XML_LChar *, XML_ErrorString, (enum XML_Error a), (a))
LAZY(expat, XML_Index, XML_GetCurrentByteIndex, (XML_Parser a), (a))
LAZY(expat, enum XML_Error, XML_GetErrorCode, (XML_Parser a), (a))
LAZY(expat, enum XML_Status, XML_Parse, (XML_Parser a, const char *b, int c, int d), (a, b, c, d))
LAZY(expat, XML_Parser, XML_ParserCreate, (const XML_Char *a), (a))
LAZY(expat, void, XML_ParserFree, (XML_Parser a), (a))
LAZY(expat, void, XML_SetCharacterDataHandler, (XML_Parser a, XML_CharacterDataHandler b), (a, b))
LAZY(expat, void, XML_SetElementHandler, (XML_Parser a, XML_StartElementHandler b, XML_EndElementHandler c), (a, b, c))
LAZY(expat, void, XML_SetEntityDeclHandler, (XML_Parser a, XML_EntityDeclHandler b), (a, b))
LAZY(expat, void, XML_SetUserData, (XML_Parser a, void *b), (a, b))
LAZY(expat, enum XML_Status, XML_StopParser, (XML_Parser a, XML_Bool b), (a, b))
