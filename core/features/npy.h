#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

/// NumPy's array format (numpy.lib.format, versions 1.0 to 3.0), for feature_io.cpp and npz.cpp.
namespace facespace::npy {

/// Bytes in order, from a file or an archive's entry.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;
    /// The number of bytes read, less than `size` only at the end or after a failure.
    virtual std::size_t read(char* to, std::size_t size) = 0;
    /// How many bytes there are altogether.
    virtual std::uint64_t size() const = 0;
};

struct Header {
    std::size_t itemSize = 0;  ///< 2, 4 or 8: float16, float32, float64.
    bool bigEndian = false;
    bool fortranOrder = false;
    std::int64_t rows = 0, columns = 0;
};

/// What an array is, before anything of it is read.
struct ArrayKind {
    std::string type;  ///< "<f4", "<U12", "|S5", "<i8", "|O".
    std::vector<std::int64_t> shape;
};
/// Errors: kFormat.
Result<ArrayKind> arrayKind(ByteSource& source, const Text& name);
/// Reads a one-dimensional array of texts (<U…, |S…) of at most `mostRows` rows; UTF-8, zeros at the end left out.
/// Errors: kFormat, kResource.
Result<std::vector<std::string>> readTexts(ByteSource& source, std::int64_t mostRows, const Text& name);
/// Reads any header dictionary. Errors: kFormat.
Result<ArrayKind> parseKind(std::string_view dictionary, const Text& name);

/// Reads the dictionary, e.g. "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }". `name` is what messages call
/// the array. Errors: kFormat.
Result<Header> parseHeader(std::string_view dictionary, const Text& name);

/// Reads a whole array. Errors: kFormat, kResource.
Result<FeatureMatrix> readArray(ByteSource& source, const Text& name);

/// Everything that stands before the values of a float32 matrix in a file of format 1.0.
std::string headerFor(const FeatureMatrix& features);

}  // namespace facespace::npy
