// Swift has no way to tell of an allocation that failed: its runtime prints a trace and aborts, and under a limit of memory
// the trace itself may crash. So the program has the C library's allocator under its own names, which ask the same
// allocator and end the program with a sentence when there is no memory left. Only glibc lets a program do so this way;
// elsewhere nothing is replaced.
#include "allocation.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static allocation_failure_handler failure_handler = NULL;

void allocation_set_failure_handler(allocation_failure_handler handler) { failure_handler = handler; }

#if defined(__GLIBC__)

#include <malloc.h>

void allocation_use_one_arena(void) { mallopt(M_ARENA_MAX, 1); }

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static void fail(size_t bytes) {
  if (failure_handler) failure_handler(bytes);
  static const char sentence[] = "mainspring: there is not enough memory to start.\n";
  if (write(2, sentence, sizeof sentence - 1) < 0) _exit(65);
  _exit(65);
}

void *malloc(size_t size) {
  void *block = __libc_malloc(size);
  if (__builtin_expect(block == NULL, 0)) fail(size);
  return block;
}

void *calloc(size_t count, size_t size) {
  void *block = __libc_calloc(count, size);
  if (__builtin_expect(block == NULL && count > 0 && size > 0, 0)) fail(count * size);
  return block;
}

void *realloc(void *old, size_t size) {
  void *block = __libc_realloc(old, size);
  if (__builtin_expect(block == NULL && size > 0, 0)) fail(size);
  return block;
}

void *memalign(size_t alignment, size_t size) {
  void *block = __libc_memalign(alignment, size);
  if (__builtin_expect(block == NULL, 0)) fail(size);
  return block;
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  *result = memalign(alignment, size);
  return 0;
}

#else

void allocation_use_one_arena(void) {}

#endif
