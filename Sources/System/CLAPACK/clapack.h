#ifndef MAINSPRING_CLAPACK_H
#define MAINSPRING_CLAPACK_H
// The Fortran symbols of LAPACK and BLAS that the program uses. Every argument is a pointer; each CHARACTER argument
// has a hidden length (size_t, one) behind the visible ones, as gfortran's calling convention asks.
#include <stddef.h>

// OpenBLAS only: absent from the reference BLAS, hence weak.
extern void openblas_set_num_threads(int count) __attribute__((weak));
extern char *openblas_get_config(void) __attribute__((weak));

static inline void clapack_use_one_thread(void) {
  if (openblas_set_num_threads) { openblas_set_num_threads(1); }
}
static inline const char *clapack_blas_configuration(void) {
  return openblas_get_config ? openblas_get_config() : NULL;
}

// Cholesky factor of a packed positive definite matrix, solution with it, and inverse from it.
extern void dpptrf_(const char *uplo, const int *n, double *ap, int *info, size_t uplo_length);
extern void dpptrs_(const char *uplo, const int *n, const int *nrhs, const double *ap, double *b, const int *ldb,
                    int *info, size_t uplo_length);
extern void dpptri_(const char *uplo, const int *n, double *ap, int *info, size_t uplo_length);
// Eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer.
extern void dsyevd_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
                    double *work, const int *lwork, int *iwork, const int *liwork, int *info, size_t jobz_length,
                    size_t uplo_length);
#endif
