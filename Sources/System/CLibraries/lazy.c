#include "lazy.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *lazy_symbol(const lazy_library *library, const char *name) {
  for (int i = 0; library->names[i]; i++) {
    // Loaded once however often it is asked for, and never let go.
    void *handle = dlopen(library->names[i], RTLD_LAZY | RTLD_LOCAL);
    void *found = handle ? dlsym(handle, name) : NULL;
    if (found) return found;
  }
  fprintf(stderr, "mainspring: %s (%s) cannot be loaded, and this file cannot be read or written without it; install it.\n",
          library->title, library->names[0]);
  exit(65);
}

int lazy_is_there(const lazy_library *library) {
  for (int i = 0; library->names[i]; i++) {
    if (dlopen(library->names[i], RTLD_LAZY | RTLD_LOCAL)) return 1;
  }
  return 0;
}
