#ifndef MAINSPRING_RMATH_H
#define MAINSPRING_RMATH_H
// R's distribution functions. Rmath.h renames its functions by macros, which Swift cannot see: hence the wrappers.
#define MATHLIB_STANDALONE 1
#include <Rmath.h>
#endif
