#include "core/features/npy.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <Eigen/Core>
#include <new>
#include <vector>

namespace facespace::npy {
namespace {

constexpr std::size_t kMaxHeader = std::size_t{1} << 20;
constexpr std::size_t kBlockValues = std::size_t{1} << 17;

template <class Bits>
Bits byteSwapped(Bits value) {
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(Bits)>>(value);
    std::ranges::reverse(bytes);
    return std::bit_cast<Bits>(bytes);
}

template <class Value, class Bits>
float valueOf(const char* at, bool bigEndian) {
    Bits bits;
    std::memcpy(&bits, at, sizeof bits);
    if (bigEndian != (std::endian::native == std::endian::big)) bits = byteSwapped(bits);
    return static_cast<float>(std::bit_cast<Value>(bits));
}

using Convert = float (*)(const char*, bool);

Convert converter(std::size_t itemSize) {
    if (itemSize == 2) return &valueOf<Eigen::half, std::uint16_t>;
    if (itemSize == 4) return &valueOf<float, std::uint32_t>;
    return &valueOf<double, std::uint64_t>;
}

struct Prelude {
    Header header;
    std::uint64_t bytes = 0;  ///< Before the values.
};

struct HeaderText {
    std::string text;
    std::uint64_t bytes = 0;  ///< Before the values.
};

Result<HeaderText> readDictionary(ByteSource& source, const Text& name) {
    std::array<unsigned char, 12> start{};
    auto* bytes = reinterpret_cast<char*>(start.data());
    if (source.read(bytes, 8) != 8 || std::memcmp(bytes, "\x93NUMPY", 6) != 0)
        return fail(ErrorCode::kFormat, say("{} is not a NumPy array.", name));
    const int version = start[6];
    if (version < 1 || version > 3) return fail(ErrorCode::kFormat, say("{} is of a NumPy format that is not known.", name));
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    if (source.read(bytes + 8, lengthBytes) != lengthBytes)
        return fail(ErrorCode::kFormat, say("{} ends within its header.", name));
    std::size_t length = start[8] | std::size_t{start[9]} << 8;
    if (version > 1) length |= std::size_t{start[10]} << 16 | std::size_t{start[11]} << 24;
    if (length > kMaxHeader) return fail(ErrorCode::kFormat, say("{} has a damaged NumPy header.", name));
    std::string dictionary(length, '\0');
    if (source.read(dictionary.data(), length) != length)
        return fail(ErrorCode::kFormat, say("{} ends within its header.", name));
    return HeaderText{std::move(dictionary), 8 + lengthBytes + length};
}

Result<Prelude> readHeader(ByteSource& source, const Text& name) {
    const auto dictionary = readDictionary(source, name);
    if (!dictionary) return forward(dictionary);
    const auto header = parseHeader(dictionary->text, name);
    if (!header) return forward(header);
    return Prelude{*header, dictionary->bytes};
}

/// The header's shape against the bytes that there are.
Result<void> checkSize(const Prelude& p, std::uint64_t size, const Text& name) {
    const auto rows = static_cast<std::uint64_t>(p.header.rows), columns = static_cast<std::uint64_t>(p.header.columns);
    if (rows == 0 || columns == 0) return fail(ErrorCode::kFormat, say("{} is empty ({} × {}).", name, rows, columns));
    const std::uint64_t available = size < p.bytes ? 0 : size - p.bytes;
    const std::uint64_t values = available / p.header.itemSize;
    // Divided, not multiplied: a damaged header could make the product overflow.
    if (values / columns < rows)
        return fail(ErrorCode::kFormat,
                    say("{} is incomplete: {} × {} values were announced, {} are there.", name, rows, columns, values));
    if (available != rows * columns * p.header.itemSize)
        return fail(ErrorCode::kFormat,
                    say("{} has more bytes than its {} × {} values; it is damaged.", name, rows, columns));
    return {};
}

/// A float32 C-order array goes where it belongs without a detour.
bool readDirectly(ByteSource& source, FeatureMatrix& into) {
    constexpr std::size_t kBlock = std::size_t{1} << 24;
    auto* to = reinterpret_cast<char*>(into.data());
    for (std::size_t left = static_cast<std::size_t>(into.size()) * sizeof(float); left > 0;) {
        const std::size_t size = std::min(left, kBlock);
        if (source.read(to, size) != size) return false;
        to += size;
        left -= size;
    }
    return true;
}

bool readConverted(ByteSource& source, const Header& h, FeatureMatrix& into) {
    const Convert convert = converter(h.itemSize);
    const auto total = static_cast<std::size_t>(into.size());
    const auto rows = static_cast<std::size_t>(into.rows()), columns = static_cast<std::size_t>(into.cols());
    std::vector<char> block(std::min(total, kBlockValues) * h.itemSize);
    for (std::size_t done = 0; done < total;) {
        const std::size_t count = std::min(total - done, kBlockValues);
        if (source.read(block.data(), count * h.itemSize) != count * h.itemSize) return false;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = done + i;
            const std::size_t place = h.fortranOrder ? at % rows * columns + at / rows : at;
            into.data()[place] = convert(block.data() + i * h.itemSize, h.bigEndian);
        }
        done += count;
    }
    return true;
}

}  // namespace

Result<FeatureMatrix> readArray(ByteSource& source, const Text& name) {
    const auto prelude = readHeader(source, name);
    if (!prelude) return forward(prelude);
    const Header& h = prelude->header;
    if (const auto fits = checkSize(*prelude, source.size(), name); !fits) return forward(fits);
    try {
        FeatureMatrix matrix(h.rows, h.columns);
        const bool plain = h.itemSize == 4 && !h.fortranOrder && h.bigEndian == (std::endian::native == std::endian::big);
        if (!(plain ? readDirectly(source, matrix) : readConverted(source, h, matrix)))
            return fail(ErrorCode::kFormat, say("{} cannot be read to its end; it is damaged.", name));
        return matrix;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource,
                    say("There is not enough memory for the {} × {} values of {}.", h.rows, h.columns, name));
    }
}

Result<ArrayKind> arrayKind(ByteSource& source, const Text& name) {
    const auto dictionary = readDictionary(source, name);
    if (!dictionary) return forward(dictionary);
    return parseKind(dictionary->text, name);
}

namespace {

/// Code points of UTF-32 as UTF-8; what is none is left out.
std::string fromUtf32(const char* at, std::size_t characters, bool bigEndian) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) {
        std::uint32_t c = 0;
        std::memcpy(&c, at + 4 * i, 4);
        if (bigEndian != (std::endian::native == std::endian::big)) c = byteSwapped(c);
        if (c == 0) break;
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else if (c < 0x800) {
            text += static_cast<char>(0xC0 | c >> 6);
            text += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000 && (c < 0xD800 || c > 0xDFFF)) {
            text += static_cast<char>(0xE0 | c >> 12);
            text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c >= 0x10000 && c < 0x110000) {
            text += static_cast<char>(0xF0 | c >> 18);
            text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
            text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return text;
}

}  // namespace

Result<std::vector<std::string>> readTexts(ByteSource& source, std::int64_t mostRows, const Text& name) {
    const auto dictionary = readDictionary(source, name);
    if (!dictionary) return forward(dictionary);
    const auto kind = parseKind(dictionary->text, name);
    if (!kind) return forward(kind);
    const std::string& type = kind->type;
    constexpr std::size_t kLongest = 4096;
    std::size_t length = 0;
    const bool wide = type.size() > 2 && type[1] == 'U';
    if (type.size() > 2) std::from_chars(type.data() + 2, type.data() + type.size(), length);
    if ((!wide && (type.size() < 3 || type[1] != 'S')) || kind->shape.size() != 1 || length == 0 || length > kLongest)
        return fail(ErrorCode::kFormat, say("{} is not a list of texts.", name));
    const std::int64_t rows = kind->shape[0];
    const std::size_t item = length * (wide ? 4 : 1);
    const std::uint64_t available = source.size() < dictionary->bytes ? 0 : source.size() - dictionary->bytes;
    if (rows > mostRows || available / item < static_cast<std::uint64_t>(rows))
        return fail(ErrorCode::kFormat, say("{} is damaged, or has not a text for each row.", name));
    std::vector<std::string> texts;
    std::vector<char> cell(item);
    for (std::int64_t i = 0; i < rows; ++i) {
        if (source.read(cell.data(), item) != item)
            return fail(ErrorCode::kFormat, say("{} cannot be read to its end; it is damaged.", name));
        texts.push_back(wide ? fromUtf32(cell.data(), length, type[0] == '>')
                             : std::string(cell.data(), strnlen(cell.data(), item)));
    }
    return texts;
}

}  // namespace facespace::npy
