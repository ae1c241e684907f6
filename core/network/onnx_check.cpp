#include "core/network/onnx_check.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/network/complaints.h"
#include "core/network/onnx_wire.h"

namespace facespace {
namespace {

using protocol::complaint;
using protocol::Complaint;

using onnx::Bytes;
using onnx::eachField;
using onnx::Field;
using onnx::notOnnx;
constexpr int kMaxDepth = 64;
constexpr std::uint64_t kMaxElements = std::uint64_t{1} << 31U;

/// Field numbers of onnx.proto (ONNX's own names).
enum ModelField : std::uint32_t { kGraph = 7, kFunctions = 25 };
enum GraphField : std::uint32_t { kNode = 1, kInitializer = 5, kSparseInitializer = 15 };
enum FunctionField : std::uint32_t { kFunctionNode = 7 };
enum NodeField : std::uint32_t { kAttribute = 5 };
enum AttributeField : std::uint32_t {
    kTensor = 5,
    kSubgraph = 6,
    kTensors = 10,
    kSubgraphs = 11,
    kSparse = 22,
    kSparses = 23
};
enum EntryField : std::uint32_t { kKey = 1, kValue = 2 };
enum SparseField : std::uint32_t { kValues = 1, kIndices = 2 };
enum TensorField : std::uint32_t {
    kDims = 1,
    kType = 2,
    kFloats = 4,
    kInt32s = 5,
    kStrings = 6,
    kInt64s = 7,
    kName = 8,
    kRaw = 9,
    kDoubles = 10,
    kUint64s = 11,
    kExternal = 13,
    kLocation = 14
};

/// Bytes of one element; 0: none that a raw array could hold.
std::uint64_t elementBytes(std::uint64_t type) {
    switch (type) {
        case 2:
        case 3:
        case 9:
            return 1;  // uint8, int8, bool
        case 4:
        case 5:
        case 10:
        case 16:
            return 2;  // uint16, int16, float16, bfloat16
        case 1:
        case 6:
        case 12:
            return 4;  // float, int32, uint32
        case 7:
        case 11:
        case 13:
        case 14:
            return 8;  // int64, double, uint64, complex64
        case 15:
            return 16;  // complex128
        default:
            return 0;
    }
}

/// Numbers of a repeated field, packed or one by one.
Result<void> eachNumber(const Field& field, const std::function<void(std::uint64_t)>& take) {
    if (field.wire == 0) return take(field.number), Result<void>{};
    if (field.wire != 2) return notOnnx();
    onnx::Reader reader(field.bytes);
    while (!reader.done()) {
        const auto value = reader.varint();
        if (!value) return notOnnx();
        take(*value);
    }
    return {};
}

struct Tensor {
    std::string name;
    std::vector<std::int64_t> dims;
    std::uint64_t type = 0, typed = 0;  ///< `typed`: elements outside the raw array.
    std::optional<std::uint64_t> rawBytes;
    bool external = false;
    std::map<std::string, std::string> entries;  ///< Where in which other file.
};

/// What is known while a file is gone through.
struct Look {
    std::span<const WeightPart> others;
    std::vector<std::string>* locations = nullptr;  ///< If only these are asked for.
    std::vector<Bytes> beside;                      ///< Arrays in other files.
};

std::string textOf(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

Result<void> readEntry(Bytes message, Tensor& tensor) {
    std::string key, value;
    auto read = eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kKey) key = textOf(f.bytes);
        if (f.id == kValue) value = textOf(f.bytes);
        return {};
    });
    tensor.entries[key] = value;
    return read;
}

Result<void> readTensorField(const Field& field, Tensor& tensor) {
    switch (field.id) {
        case kDims:
            return eachNumber(field, [&](std::uint64_t d) { tensor.dims.push_back(static_cast<std::int64_t>(d)); });
        case kType:
            tensor.type = field.number;
            return {};
        case kFloats:
            tensor.typed += field.bytes.size() / 4;
            return {};
        case kDoubles:
            tensor.typed += field.bytes.size() / 8;
            return {};
        case kInt32s:
        case kInt64s:
        case kUint64s:
            return eachNumber(field, [&](std::uint64_t) { ++tensor.typed; });
        case kStrings:
            ++tensor.typed;
            return {};
        case kName:
            tensor.name.assign(reinterpret_cast<const char*>(field.bytes.data()), field.bytes.size());
            return {};
        case kRaw:
            tensor.rawBytes = field.bytes.size();
            return {};
        case kExternal:
            tensor.external = true;
            return readEntry(field.bytes, tensor);
        case kLocation:
            tensor.external = tensor.external || field.number != 0;
            return {};
        default:
            return {};
    }
}

Result<void> checkPlace(const Tensor& tensor, std::uint64_t bytes, Look& look) {
    const auto refused = [&] { return fail(ErrorCode::kModel, complaint(Complaint::kArrayElsewhere, tensor.name)); };
    const auto place = onnxBytesBeside(tensor.entries, bytes, look.others);
    if (!place) return refused();
    look.beside.push_back(*place);
    return {};
}

Result<void> checkTensor(Bytes message, Look& look) {
    Tensor tensor;
    if (auto read = eachField(message, [&](const Field& f) { return readTensorField(f, tensor); }); !read) return read;
    if (look.locations != nullptr) {
        const std::string location = tensor.external ? tensor.entries["location"] : std::string();
        if (!location.empty() && std::ranges::find(*look.locations, location) == look.locations->end())
            look.locations->push_back(location);
        return {};
    }
    if (tensor.external && look.others.empty())
        return fail(ErrorCode::kModel, complaint(Complaint::kArrayElsewhere, tensor.name));
    std::uint64_t elements = 1;
    for (const std::int64_t d : tensor.dims) {
        if (d < 0 || static_cast<std::uint64_t>(d) > kMaxElements || elements * static_cast<std::uint64_t>(d) > kMaxElements)
            return fail(ErrorCode::kModel, complaint(Complaint::kArraySide, tensor.name, d));
        elements *= static_cast<std::uint64_t>(d);
    }
    const std::uint64_t size = elementBytes(tensor.type);
    if (tensor.external) return checkPlace(tensor, elements * size, look);
    const bool fits = tensor.rawBytes ? size > 0 && *tensor.rawBytes == elements * size : tensor.typed >= elements;
    if (fits) return {};
    return fail(ErrorCode::kModel, complaint(Complaint::kArraySize, tensor.name, elements));
}

Result<void> checkGraph(Bytes message, int depth, Look& look);

Result<void> checkSparse(Bytes message, Look& look) {
    return eachField(message, [&](const Field& f) -> Result<void> {
        return f.id == kValues || f.id == kIndices ? checkTensor(f.bytes, look) : Result<void>{};
    });
}

Result<void> checkAttribute(Bytes message, int depth, Look& look) {
    return eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kTensor || f.id == kTensors) return checkTensor(f.bytes, look);
        if (f.id == kSubgraph || f.id == kSubgraphs) return checkGraph(f.bytes, depth + 1, look);
        if (f.id == kSparse || f.id == kSparses) return checkSparse(f.bytes, look);
        return {};
    });
}

Result<void> checkNode(Bytes message, int depth, Look& look) {
    return eachField(message, [&](const Field& f) -> Result<void> {
        return f.id == kAttribute ? checkAttribute(f.bytes, depth, look) : Result<void>{};
    });
}

Result<void> checkGraph(Bytes message, int depth, Look& look) {
    if (depth > kMaxDepth) return notOnnx();
    return eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kNode) return checkNode(f.bytes, depth, look);
        if (f.id == kInitializer) return checkTensor(f.bytes, look);
        if (f.id == kSparseInitializer) return checkSparse(f.bytes, look);
        return {};
    });
}

Result<void> goThrough(Bytes file, Look& look) {
    return eachField(file, [&](const Field& f) -> Result<void> {
        if (f.id == kGraph) return checkGraph(f.bytes, 0, look);
        if (f.id != kFunctions) return {};
        return eachField(f.bytes, [&](const Field& g) -> Result<void> {
            return g.id == kFunctionNode ? checkNode(g.bytes, 0, look) : Result<void>{};
        });
    });
}

/// The same bytes twice are one array under two names; others that overlap are none that a program wrote.
bool doOverlap(std::vector<Bytes> places) {
    std::erase_if(places, [](Bytes b) { return b.empty(); });
    std::ranges::sort(places,
                      [](Bytes a, Bytes b) { return std::pair(a.data(), a.size()) < std::pair(b.data(), b.size()); });
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Bytes before = places[i - 1], here = places[i];
        if (here.data() == before.data() && here.size() == before.size()) continue;
        if (here.data() < before.data() + before.size()) return true;
    }
    return false;
}

std::optional<std::uint64_t> wholeNumber(const std::map<std::string, std::string>& entries, const char* key,
                                         std::uint64_t otherwise) {
    const auto found = entries.find(key);
    if (found == entries.end()) return otherwise;
    std::uint64_t value = 0;
    const char *begin = found->second.data(), *end = begin + found->second.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    return error == std::errc() && stop == end && begin != end ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<void> checkOnnx(std::span<const std::byte> file, std::span<const WeightPart> others) {
    Look look{others, nullptr, {}};
    if (auto checked = goThrough(file, look); !checked) return checked;
    return doOverlap(std::move(look.beside)) ? fail(ErrorCode::kModel, complaint(Complaint::kArraysOverlap))
                                             : Result<void>{};
}

std::vector<std::string> onnxFilesBeside(std::span<const std::byte> file) {
    std::vector<std::string> locations;
    Look look{{}, &locations, {}};
    if (const auto read = goThrough(file, look); !read) locations.clear();
    return locations;
}

std::optional<std::span<const std::byte>> onnxBytesBeside(const std::map<std::string, std::string>& entries,
                                                          std::uint64_t bytes, std::span<const WeightPart> others) {
    const auto location = entries.find("location");
    if (location == entries.end()) return std::nullopt;
    const auto part = std::ranges::find(others, location->second, &WeightPart::name);
    const auto offset = wholeNumber(entries, "offset", 0), length = wholeNumber(entries, "length", bytes);
    if (part == others.end() || !offset || !length || *length != bytes || *offset > part->bytes.size() ||
        bytes > part->bytes.size() - *offset)
        return std::nullopt;
    return part->bytes.subspan(*offset, bytes);
}

}  // namespace facespace
