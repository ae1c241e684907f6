#include "core/features/feature_io.h"

#include <fmt/format.h>
#include <fstream>
#include <system_error>

#include "core/common/whole_file.h"
#include "core/dataset/text.h"
#include "core/features/feature_csv.h"
#include "core/features/hdf5.h"
#include "core/features/npy.h"
#include "core/features/npz.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

class FileSource : public npy::ByteSource {
  public:
    explicit FileSource(const fs::path& file) : in_(file, std::ios::binary), size_(fs::file_size(file)) {}
    std::size_t read(char* to, std::size_t size) override {
        in_.read(to, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(in_.gcount());
    }
    std::uint64_t size() const override { return size_; }

  private:
    std::ifstream in_;
    std::uint64_t size_;
};

struct Named {
    fs::path file;
    std::string array;
};

/// "F.npz:NAME" in parts, or that of HDF5; a file whose own name has the colon goes first.
Named splitArrayName(const fs::path& path) {
    std::error_code error;
    const std::string text = path.string();
    if (fs::exists(path, error)) return {path, {}};
    for (const std::string_view mark : {".npz:", ".h5:", ".hdf5:", ".hdf:"})
        if (const std::size_t at = text.rfind(mark); at != std::string::npos)
            return {text.substr(0, at + mark.size() - 1), text.substr(at + mark.size())};
    return {path, {}};
}

bool endsAsHdf5(const std::string& extension) { return extension == ".h5" || extension == ".hdf5" || extension == ".hdf"; }

Result<void> checkReadable(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::kNotFound, say("“{}” does not exist.", file.string()));
    if (!fs::is_regular_file(status)) return fail(ErrorCode::kIo, say("“{}” is not a file.", file.string()));
    if (fs::file_size(file, error) == 0) return fail(ErrorCode::kFormat, say("“{}” is empty (0 bytes).", file.string()));
    if (!std::ifstream(file, std::ios::binary))
        return fail(ErrorCode::kIo, say("“{}” cannot be read; check its permissions.", file.string()));
    return {};
}

}  // namespace

Result<FeatureFile> readFeatureFile(const fs::path& path) {
    const auto [file, array] = splitArrayName(path);
    if (const auto readable = checkReadable(file); !readable) return forward(readable);
    const std::string extension = lowerCase(file.extension().string());
    if (extension == ".npz") return npy::readNpz(file, array);
    if (endsAsHdf5(extension)) {
        auto dataset = readHdf5(file, array);
        if (!dataset) return forward(dataset);
        return FeatureFile{std::move(*dataset), {}, {}};
    }
    if (extension == ".csv" || extension == ".tsv" || extension == ".txt") return readFeatureCsv(file);
    if (extension != ".npy")
        return fail(ErrorCode::kFormat,
                    say("“{}” is not a feature file: it should end in .npy, .npz, .h5 or .csv.", file.string()));
    FileSource source(file);
    auto matrix = npy::readArray(source, say("“{}”", file.string()));
    if (!matrix) return forward(matrix);
    return FeatureFile{std::move(*matrix), {}, {}};
}

Result<FeatureMatrix> readFeatures(const fs::path& path) {
    auto file = readFeatureFile(path);
    if (!file) return forward(file);
    return std::move(file->features);
}

Result<void> requireRowPerImage(const FeatureMatrix& features, std::size_t images, const fs::path& file) {
    if (static_cast<std::size_t>(features.rows()) == images) return {};
    return fail(ErrorCode::kInvalid, say("Rows in “{}”: {}, images: {}; it needs a row for each image in import order.",
                                         file.string(), features.rows(), images));
}

Result<void> writeNpy(const fs::path& file, const FeatureMatrix& features) {
    return writeWholeFile(file, [&](std::ostream& out) {
        out << npy::headerFor(features);
        out.write(reinterpret_cast<const char*>(features.data()),
                  static_cast<std::streamsize>(static_cast<std::size_t>(features.size()) * sizeof(float)));
    });
}

}  // namespace facespace
