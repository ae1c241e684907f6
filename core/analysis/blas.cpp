#include "core/analysis/blas.h"

#include <dlfcn.h>
#include <mutex>

extern "C" {
void dsyrk_(const char* uplo, const char* trans, const int* n, const int* k, const double* alpha, const double* a,
            const int* lda, const double* beta, double* c, const int* ldc);
void dgemm_(const char* transA, const char* transB, const int* m, const int* n, const int* k, const double* alpha,
            const double* a, const int* lda, const double* b, const int* ldb, const double* beta, double* c, const int* ldc);
void dsymm_(const char* side, const char* uplo, const int* m, const int* n, const double* alpha, const double* a,
            const int* lda, const double* b, const int* ldb, const double* beta, double* c, const int* ldc);
void sgemm_(const char* transA, const char* transB, const int* m, const int* n, const int* k, const float* alpha,
            const float* a, const int* lda, const float* b, const int* ldb, const float* beta, float* c, const int* ldc);
void dposv_(const char* uplo, const int* n, const int* nrhs, double* a, const int* lda, double* b, const int* ldb,
            int* info);
}

namespace facespace::blas {
namespace {
// Which BLAS is installed is the system's choice; only OpenBLAS needs telling, and only if it is the one.
void keepToCallingThread() {
    static std::once_flag once;
    std::call_once(once, [] {
        using SetThreads = void (*)(int);
        if (auto setThreads = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) setThreads(1);
    });
}
int size(Eigen::Index n) { return static_cast<int>(n); }
}  // namespace

void addGram(const RowMatrixXd& rows, Eigen::MatrixXd& gram) {
    keepToCallingThread();
    const int n = size(rows.cols()), k = size(rows.rows());
    const double one = 1;
    if (n > 0 && k > 0) dsyrk_("L", "N", &n, &k, &one, rows.data(), &n, &one, gram.data(), &n);
}

void addProduct(const RowMatrixXd& a, const RowMatrixXd& b, Eigen::MatrixXd& sum) {
    keepToCallingThread();
    const int m = size(a.cols()), n = size(b.cols()), k = size(a.rows());
    const double one = 1;
    if (m > 0 && n > 0 && k > 0) dgemm_("N", "T", &m, &n, &k, &one, a.data(), &m, b.data(), &n, &one, sum.data(), &m);
}

void product(const RowMatrixXd& rows, const Eigen::MatrixXd& weights, Eigen::MatrixXd& out) {
    keepToCallingThread();
    const int m = size(rows.rows()), n = size(weights.cols()), k = size(rows.cols());
    const double one = 1, zero = 0;
    out.resize(rows.rows(), weights.cols());
    if (m > 0 && n > 0) dgemm_("T", "N", &m, &n, &k, &one, rows.data(), &k, weights.data(), &k, &zero, out.data(), &m);
}

void symmetricProduct(const Eigen::MatrixXd& symmetric, const Eigen::MatrixXd& weights, Eigen::MatrixXd& out) {
    keepToCallingThread();
    const int m = size(symmetric.rows()), n = size(weights.cols());
    const double one = 1, zero = 0;
    out.resize(symmetric.rows(), weights.cols());
    if (m > 0 && n > 0) dsymm_("L", "L", &m, &n, &one, symmetric.data(), &m, weights.data(), &m, &zero, out.data(), &m);
}

bool solvePositive(Eigen::MatrixXd& s, Eigen::MatrixXd& b) {
    keepToCallingThread();
    const int n = size(s.rows()), columns = size(b.cols());
    int info = 0;
    if (n > 0 && columns > 0) dposv_("L", &n, &columns, s.data(), &n, b.data(), &n, &info);
    return info == 0;
}

void productTransposed(const float* a, const float* b, float* out, int m, int n, int k) {
    keepToCallingThread();
    const float one = 1, zero = 0;
    // Column-major BLAS sees the transposes: outᵀ (n × m) = b · aᵀ.
    sgemm_("T", "N", &n, &m, &k, &one, b, &k, a, &k, &zero, out, &n);
}

}  // namespace facespace::blas
