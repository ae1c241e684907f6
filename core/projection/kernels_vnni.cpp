// Products of eight-bit rows, for processors that sum four of them in one instruction (AVX-512 VNNI).
#include <immintrin.h>

#include <cstring>

#include "core/projection/kernels.h"

namespace facespace {

const Kernels& avx512Kernels();
const Kernels& vnniKernels();

namespace {
constexpr std::size_t kRows = kStripRows;  // with four vectors of columns they fill the registers
constexpr std::size_t kVectors = 4;        // of 16 columns each
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

/// Panels of kPanel columns, the last as wide as what is left: panel[d / 4][column][d % 4], with 128 added, since one factor
/// of the instruction has no sign.
void packStrip(const std::int8_t* b, std::size_t count, std::size_t depth, std::uint8_t* packed) {
    const std::size_t columns = (count + kStripStep - 1) / kStripStep * kStripStep;
    for (std::size_t first = 0; first < columns; first += kPanel) {
        const std::size_t width = columns - first < kPanel ? columns - first : kPanel;
        std::uint8_t* panel = packed + first * depth;
        for (std::size_t column = 0; column < width; ++column) {
            std::uint8_t* out = panel + column * 4;
            if (first + column >= count) {
                for (std::size_t g = 0; g < depth / 4; ++g) std::memset(out + g * width * 4, 128, 4);
                continue;
            }
            const std::int8_t* row = b + (first + column) * depth;
            for (std::size_t g = 0; g < depth / 4; ++g) {
                std::uint32_t four = 0;
                std::memcpy(&four, row + g * 4, 4);
                four ^= 0x80808080U;  // 128 more
                std::memcpy(out + g * width * 4, &four, 4);
            }
        }
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

/// Products of kRows rows with a panel of so many vectors of columns. Inlined: as a function it takes two fifths longer.
template <std::size_t Vectors>
[[gnu::always_inline]] inline void stripProducts(const std::int8_t* a, const std::int32_t* shift, const std::uint8_t* panel,
                                                 std::size_t depth, std::int32_t* out) {
    __m512i sum[kRows][Vectors];
    for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t c = 0; c < Vectors; ++c) sum[r][c] = _mm512_set1_epi32(shift[r]);
    for (std::size_t d = 0; d < depth; d += 4) {
        __m512i b[Vectors];
        for (std::size_t c = 0; c < Vectors; ++c) b[c] = _mm512_load_si512(panel + d * 16 * Vectors + c * 64);
        for (std::size_t r = 0; r < kRows; ++r) {
            int four = 0;
            std::memcpy(&four, a + r * depth + d, 4);
            const __m512i v = _mm512_set1_epi32(four);
            for (std::size_t c = 0; c < Vectors; ++c) sum[r][c] = _mm512_dpbusd_epi32(sum[r][c], b[c], v);
        }
    }
    for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t c = 0; c < Vectors; ++c) _mm512_store_si512(out + (r * Vectors + c) * 16, sum[r][c]);
}

std::size_t nearBytes(const ByteTile& t) {
    alignas(64) std::int32_t products[kRows * kPanel];
    std::size_t count = 0;
    for (std::size_t panel = 0; panel < kTile; panel += kPanel)
        for (std::size_t row = 0; row < kTile; row += kRows) {
            stripProducts<kVectors>(t.values + row * t.depth, t.rows.shift + row, t.packed + panel * t.depth, t.depth,
                                    products);
            for (std::size_t r = 0; r < kRows; ++r)
                for (std::size_t c = 0; c < kPanel; c += 16)
                    count = keepNear(t, row + r, panel + c, _mm512_load_si512(products + r * kPanel + c), count);
        }
    return count;
}

/// Squared distances of one row and one vector of columns.
inline __m512 distances(const ByteRows& rows, std::size_t row, const ByteRows& columns, std::size_t column,
                        __m512i products) {
    const __m512 product = _mm512_mul_ps(_mm512_cvtepi32_ps(products), _mm512_loadu_ps(columns.step + column));
    const __m512 norm = _mm512_add_ps(_mm512_loadu_ps(columns.norm + column), _mm512_set1_ps(rows.norm[row]));
    return _mm512_fmadd_ps(product, _mm512_set1_ps(-2 * rows.step[row]), norm);
}

/// Appends those of the distances that are asked for.
template <class Found>
inline std::size_t append(const Found& to, std::size_t row, std::size_t column, __m512 distance, __mmask16 near,
                          std::size_t count) {
    const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i place = _mm512_add_epi32(lane, _mm512_set1_epi32(static_cast<int>(row * kTile + column)));
    const __m512 floor = _mm512_max_ps(distance, _mm512_setzero_ps());
    _mm512_storeu_ps(to.distance + count, _mm512_maskz_compress_ps(near, floor));
    _mm512_storeu_si512(to.place + count, _mm512_maskz_compress_epi32(near, place));
    return count + static_cast<std::size_t>(__builtin_popcount(near));
}

/// The rows of a strip against one of its panels.
template <std::size_t Vectors>
std::size_t nearPanel(const ByteStrip& s, std::size_t panel, std::size_t count) {
    alignas(64) std::int32_t products[kRows * 16 * Vectors];
    std::int32_t shift[kRows] = {};
    for (std::size_t first = 0; first < s.count; first += kRows) {
        const std::size_t rows = s.count - first < kRows ? s.count - first : kRows;
        for (std::size_t r = 0; r < kRows; ++r) {  // past the end the last is repeated, and not looked at
            const auto row = static_cast<std::size_t>(s.chosen[first + (r < rows ? r : rows - 1)]);
            std::memcpy(s.gathered + r * s.depth, s.values + row * s.depth, s.depth);
            shift[r] = s.rows.shift[row];
        }
        stripProducts<Vectors>(s.gathered, shift, s.packed + panel * s.depth, s.depth, products);
        for (std::size_t r = 0; r < rows; ++r) {
            const auto row = static_cast<std::size_t>(s.chosen[first + r]);
            for (std::size_t c = 0; c < Vectors; ++c) {
                const std::size_t column = panel + c * 16;
                const __m512 distance =
                    distances(s.rows, row, s.columns, column, _mm512_load_si512(products + (r * Vectors + c) * 16));
                const __mmask16 near = _mm512_cmp_ps_mask(distance, _mm512_set1_ps(s.rows.limit[row]), _CMP_LE_OQ);
                if (near != 0) count = append(s, row, column, distance, near, count);
            }
        }
    }
    return count;
}

std::size_t nearStrip(const ByteStrip& s) {
    static_assert(kVectors == 4 && kStripStep == 16);
    std::size_t count = 0, panel = 0;
    for (; panel + kPanel <= s.width; panel += kPanel) count = nearPanel<4>(s, panel, count);
    switch ((s.width - panel) / kStripStep) {
        case 3:
            return nearPanel<3>(s, panel, count);
        case 2:
            return nearPanel<2>(s, panel, count);
        case 1:
            return nearPanel<1>(s, panel, count);
        default:
            return count;
    }
}
}  // namespace

const Kernels& vnniKernels() {
    static const Kernels table = [] {
        Kernels all = avx512Kernels();
        all.name = "avx512vnni";
        all.packBytes = packBytes;
        all.nearBytes = nearBytes;
        all.packStrip = packStrip;
        all.nearStrip = nearStrip;
        return all;
    }();
    return table;
}

}  // namespace facespace
