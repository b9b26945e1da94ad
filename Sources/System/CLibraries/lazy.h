// Functions of libraries that are loaded when one is first called. A program that is linked to all of them spends two
// milliseconds on loading before its first instruction, though hardly any run reads a workbook or a packed file.
//
// LAZY defines a function of the library's header under its own name; it finds the library's function and passes on.
#ifndef LAZY_H
#define LAZY_H

typedef struct {
  // As people know it.
  const char *title;
  // Where it may be, the newest first.
  const char *names[10];
} lazy_library;

// The function's address; ends the program with a sentence when there is none.
void *lazy_symbol(const lazy_library *library, const char *name);

// Whether the library can be loaded: 1 or 0.
int lazy_is_there(const lazy_library *library);

#define LAZY(library, result, name, parameters, arguments)                  \
  result name parameters {                                                  \
    static void *known = 0;                                                 \
    void *found = __atomic_load_n(&known, __ATOMIC_ACQUIRE);                \
    if (!found) {                                                           \
      found = lazy_symbol(&library, #name);                                 \
      __atomic_store_n(&known, found, __ATOMIC_RELEASE);                    \
    }                                                                       \
    return ((result(*) parameters)found)arguments;                          \
  }

#endif
