#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

namespace facespace {

constexpr std::size_t kTile =
    192;  ///< Rows and columns of a tile of dot products: a multiple of every kernel's register block.
constexpr std::size_t kEdgeBlock = 16;  ///< Edge rows are padded to a multiple of this (weight 0).

/// One cell's points and the points near it, in the order of cells. With K = 1/(1 + d²) and q = max(0, rc² − d²)/(1 + rc²)
/// the near part of the potential is K·q⁴; the far part, K·(1 − q⁴), is smooth.
struct NearCell {
    struct Range {
        std::uint32_t begin, end;
    };
    const float* u[3];    ///< Coordinates, readable 16 past the end.
    Range own;            ///< Points to be computed.
    const Range* around;  ///< Runs of points around them, their own included.
    int aroundCount;
    float unit2;       ///< Square of the coordinates' unit.
    float cutoff2;     ///< rc²
    float* potential;  ///< Written for each own point; its own 1·q⁴ included.
    float* force[3];   ///< Σ −f′(d²)·(uᵢ − uⱼ), in coordinates' units.
};

/// What goes with kTile rows of bytes: of each, in the order of the rows.
struct ByteRows {
    const float* norm;          ///< Part of the squared distance; infinity: never near.
    const float* step;          ///< What a value is times.
    const std::int32_t* shift;  ///< −128 times the sum of the values.
    const float* limit;         ///< What is as near as this is kept.
};
/// kTile rows of bytes against kTile others. The squared distance of two is norm + norm − 2·step·step·(their product).
struct ByteTile {
    const std::int8_t* values;   ///< kTile × depth; depth is a multiple of 4.
    const std::uint8_t* packed;  ///< The others, by packBytes(), at 64 bytes.
    std::size_t depth;
    ByteRows rows, columns;
    float* distance;      ///< Written: squared distances, 0 at least. Room for kTile² + 16, as `place`.
    std::int32_t* place;  ///< Written: row · kTile + column.
};
/// Some rows of bytes out of a block against a strip of others, at most kTile of each; else as ByteTile.
struct ByteStrip {
    const std::int8_t* values;   ///< The block's rows.
    const std::int32_t* chosen;  ///< Those that are held against the strip.
    std::size_t count;           ///< How many.
    const std::uint8_t* packed;  ///< The strip, by packStrip().
    std::size_t width;           ///< Its rows, a multiple of kStripStep.
    std::size_t depth;
    ByteRows rows, columns;  ///< Of the block and of the strip, whose limits are not looked at.
    float* distance;
    std::int32_t* place;
    std::int8_t* gathered;  ///< Room for kStripRows rows: side by side they are read faster than by pointers.
};
constexpr std::size_t kStripStep = 16, kStripRows = 6;

/// The inner loops, compiled once for each instruction set. All arrays are plain floats. One table is chosen at run time.
struct Kernels {
    const char* name;

    /// tile[i·kTile + j] = a_i · b_j. `packed` has room for kTile × depth floats, 64-byte aligned; ni, nj ≤ kTile.
    /// Rows and columns beyond ni, nj hold zeros or garbage-free padding.
    void (*dotTile)(const float* a, std::size_t ni, const float* b, std::size_t nj, std::size_t depth, float* packed,
                    float* tile);

    /// The two halves of dotTile, for a block of b that meets several blocks of a.
    void (*packTile)(const float* b, std::size_t nj, std::size_t depth, float* packed);
    void (*dotPacked)(const float* a, std::size_t ni, const float* packed, std::size_t nj, std::size_t depth, float* tile);

    /// tile[i][j] ← max(0, na[i] + nb[j] − 2·tile[i][j]) for i < ni, all columns of the tile.
    void (*toSquaredDistances)(float* tile, std::size_t ni, const float* na, const float* nb);

    /// Positions j < n with row[j] ≤ limit, ascending, into `out` (room for n + 16). Returns how many.
    int (*collectBelow)(const float* row, std::size_t n, float limit, std::int32_t* out);
    /// The same against a limit for each column. `limits` and row are readable to a multiple of 16.
    int (*collectBelowEach)(const float* row, const float* limits, std::size_t n, std::int32_t* out);

    /// Σ over edges of w·(yᵢ − yⱼ)/(1 + |yᵢ − yⱼ|²). y is packed in pairs; count is a multiple of kEdgeBlock.
    void (*attraction2)(const float* y, std::size_t i, const std::int32_t* to, const float* weight, std::size_t count,
                        float* out);
    /// The same in 3-D: y is packed in fours, the fourth value 0.
    void (*attraction3)(const float* y, std::size_t i, const std::int32_t* to, const float* weight, std::size_t count,
                        float* out);

    /// The near potential and force at the points of one cell: see NearField.
    void (*nearCell2)(const NearCell& cell);
    void (*nearCell3)(const NearCell& cell);

    /// |a − b|²
    float (*squaredDistance)(const float* a, const float* b, std::size_t depth);

    /// Rows of bytes; null where the processor has no fast products of them.
    /// kTile × depth bytes, from −127 on, as nearBytes() wants them: as many bytes.
    void (*packBytes)(const std::int8_t* b, std::size_t depth, std::uint8_t* packed);
    /// Pairs that are near enough for their row or their column. Returns how many.
    std::size_t (*nearBytes)(const ByteTile& tile);
    /// count × depth bytes as nearStrip() wants them: as many bytes for a count filled up to kStripStep.
    void (*packStrip)(const std::int8_t* b, std::size_t count, std::size_t depth, std::uint8_t* packed);
    /// Pairs that are near enough for their row. Returns how many.
    std::size_t (*nearStrip)(const ByteStrip& strip);
};

/// The best table this processor can run; the environment variable FACESPACE_ISA (portable, avx2, avx512, avx512vnni) asks
/// for a lesser one.
const Kernels& kernels();

/// Aligned memory for one tile task.
class TileScratch {
  public:
    explicit TileScratch(std::size_t depth)
        : packed_(new (std::align_val_t{64}) float[kTile * depth]), tile_(new (std::align_val_t{64}) float[kTile * kTile]) {}
    float* packed() { return packed_.get(); }
    float* tile() { return tile_.get(); }

  private:
    struct Free {
        void operator()(float* p) const { ::operator delete[](p, std::align_val_t{64}); }
    };
    std::unique_ptr<float[], Free> packed_;
    std::unique_ptr<float[], Free> tile_;
};

}  // namespace facespace
