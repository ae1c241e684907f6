// Products of eight-bit rows, for processors that sum four of them in one instruction (AVX-512 VNNI).
#include <immintrin.h>

#include <cstring>

#include "core/projection/kernels.h"

namespace facespace {

const Kernels& avx512Kernels();
const Kernels& vnniKernels();

namespace {
constexpr std::size_t kRows = 6;     // with four vectors of columns they fill the registers
constexpr std::size_t kVectors = 4;  // of 16 columns each
constexpr std::size_t kPanel = 16 * kVectors;
static_assert(kTile % kRows == 0 && kTile % kPanel == 0);

/// Panels of kPanel columns: panel[d / 4][column][d % 4], with 128 added, since one factor of the instruction has no sign.
void packBytes(const std::int8_t* b, std::size_t depth, std::uint8_t* packed) {
    const std::size_t groups = depth / 4;
    for (std::size_t column = 0; column < kTile; ++column) {
        std::uint8_t* out = packed + column / kPanel * kPanel * depth + column % kPanel * 4;
        const std::int8_t* row = b + column * depth;
        for (std::size_t g = 0; g < groups; ++g)
            for (std::size_t d = 0; d < 4; ++d)
                out[g * kPanel * 4 + d] = static_cast<std::uint8_t>(static_cast<int>(row[g * 4 + d]) + 128);
    }
}

/// Appends what is near enough of kRows rows and one vector of columns.
inline std::size_t keepNear(const ByteTile& t, std::size_t row, std::size_t column, __m512i products, std::size_t count) {
    const __m512 product = _mm512_mul_ps(_mm512_cvtepi32_ps(products), _mm512_loadu_ps(t.columns.step + column));
    const __m512 norm = _mm512_add_ps(_mm512_loadu_ps(t.columns.norm + column), _mm512_set1_ps(t.rows.norm[row]));
    const __m512 distance = _mm512_fmadd_ps(product, _mm512_set1_ps(-2 * t.rows.step[row]), norm);
    const __mmask16 near =
        static_cast<__mmask16>(_mm512_cmp_ps_mask(distance, _mm512_set1_ps(t.rows.limit[row]), _CMP_LE_OQ) |
                               _mm512_cmp_ps_mask(distance, _mm512_loadu_ps(t.columns.limit + column), _CMP_LE_OQ));
    if (near == 0) return count;
    const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i place = _mm512_add_epi32(lane, _mm512_set1_epi32(static_cast<int>(row * kTile + column)));
    const __m512 floor = _mm512_max_ps(distance, _mm512_setzero_ps());
    _mm512_storeu_ps(t.distance + count, _mm512_maskz_compress_ps(near, floor));
    _mm512_storeu_si512(t.place + count, _mm512_maskz_compress_epi32(near, place));
    return count + static_cast<std::size_t>(__builtin_popcount(near));
}

/// Products of kRows rows with a panel.
void microTile(const std::int8_t* a, const std::int32_t* shift, const std::uint8_t* panel, std::size_t depth,
               std::int32_t* out) {
    __m512i sum[kRows][kVectors];
    for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t c = 0; c < kVectors; ++c) sum[r][c] = _mm512_set1_epi32(shift[r]);
    for (std::size_t d = 0; d < depth; d += 4) {
        __m512i b[kVectors];
        for (std::size_t c = 0; c < kVectors; ++c) b[c] = _mm512_load_si512(panel + d * kPanel + c * 64);
        for (std::size_t r = 0; r < kRows; ++r) {
            int four = 0;
            std::memcpy(&four, a + r * depth + d, 4);
            const __m512i v = _mm512_set1_epi32(four);
            for (std::size_t c = 0; c < kVectors; ++c) sum[r][c] = _mm512_dpbusd_epi32(sum[r][c], b[c], v);
        }
    }
    for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t c = 0; c < kVectors; ++c) _mm512_store_si512(out + r * kPanel + c * 16, sum[r][c]);
}

std::size_t nearBytes(const ByteTile& t) {
    alignas(64) std::int32_t products[kRows * kPanel];
    std::size_t count = 0;
    for (std::size_t panel = 0; panel < kTile; panel += kPanel)
        for (std::size_t row = 0; row < kTile; row += kRows) {
            microTile(t.values + row * t.depth, t.rows.shift + row, t.packed + panel * t.depth, t.depth, products);
            for (std::size_t r = 0; r < kRows; ++r)
                for (std::size_t c = 0; c < kPanel; c += 16)
                    count = keepNear(t, row + r, panel + c, _mm512_load_si512(products + r * kPanel + c), count);
        }
    return count;
}
}  // namespace

const Kernels& vnniKernels() {
    static const Kernels table = [] {
        Kernels all = avx512Kernels();
        all.name = "avx512vnni";
        all.packBytes = packBytes;
        all.nearBytes = nearBytes;
        return all;
    }();
    return table;
}

}  // namespace facespace
