#ifndef MAINSPRING_RMATH_H
#define MAINSPRING_RMATH_H
// R's distribution functions. Rmath.h renames its functions by macros, which Swift cannot see: hence the wrappers.
// `lower` 1 asks for P(X ≤ x), 0 for P(X > x). Arguments outside the domain make Rmath print to standard output, so
// callers check them first.
#define MATHLIB_STANDALONE 1
#include <Rmath.h>

static inline double rmath_pnorm(double x, int lower) { return pnorm5(x, 0.0, 1.0, lower, 0); }
static inline double rmath_qnorm(double p, int lower) { return qnorm5(p, 0.0, 1.0, lower, 0); }
static inline double rmath_pt(double x, double df, int lower) { return pt(x, df, lower, 0); }
static inline double rmath_qt(double p, double df, int lower) { return qt(p, df, lower, 0); }
static inline double rmath_pf(double x, double df1, double df2, int lower) { return pf(x, df1, df2, lower, 0); }
static inline double rmath_qf(double p, double df1, double df2, int lower) { return qf(p, df1, df2, lower, 0); }
static inline double rmath_pchisq(double x, double df, int lower) { return pchisq(x, df, lower, 0); }
static inline double rmath_qchisq(double p, double df, int lower) { return qchisq(p, df, lower, 0); }
static inline double rmath_pbeta(double x, double a, double b, int lower) { return pbeta(x, a, b, lower, 0); }
static inline double rmath_dbeta(double x, double a, double b) { return dbeta(x, a, b, 0); }
static inline double rmath_dpois(double x, double mean) { return dpois(x, mean, 0); }
static inline double rmath_dnbinom(double x, double size, double prob) { return dnbinom(x, size, prob, 0); }
#endif
