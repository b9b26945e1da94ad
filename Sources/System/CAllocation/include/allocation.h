#ifndef MAINSPRING_ALLOCATION_H
#define MAINSPRING_ALLOCATION_H
#include <stddef.h>

// Called with the bytes asked for when the system has no memory left; must neither return nor allocate. Until one is set,
// the process ends with a sentence and status 65.
typedef void (*allocation_failure_handler)(size_t bytes);
void allocation_set_failure_handler(allocation_failure_handler handler);

// Keeps threads from setting aside address space of their own; call it before there are any.
void allocation_use_one_arena(void);

#endif
