#include "core/features/hdf5.h"

#ifdef FACESPACE_HDF5
#include <hdf5.h>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <new>
#include <optional>
#include <vector>
#endif

namespace facespace {

#ifdef FACESPACE_HDF5
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kMostLinks = 100'000, kNamesShown = 10;
// No deflated stream is larger than about 1,032 times its compressed size; a dataset that claims more is not true.
constexpr std::uint64_t kMostTimesStored = 1100;

/// A handle of the library, closed by the function of its kind.
class Handle {
  public:
    Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (id_ >= 0) close_(id_);
    }
    hid_t get() const { return id_; }
    bool good() const { return id_ >= 0; }

  private:
    hid_t id_;
    herr_t (*close_)(hid_t);
};

struct Shape {
    hsize_t rows = 0, columns = 0;
};

/// Of a dataset that can be features; nothing of others.
std::optional<Shape> shapeOf(hid_t dataset) {
    const Handle space(H5Dget_space(dataset), H5Sclose), type(H5Dget_type(dataset), H5Tclose);
    if (!space.good() || !type.good() || H5Sget_simple_extent_ndims(space.get()) != 2) return {};
    const H5T_class_t kind = H5Tget_class(type.get());
    if (kind != H5T_FLOAT && kind != H5T_INTEGER) return {};
    std::array<hsize_t, 2> sides{};
    H5Sget_simple_extent_dims(space.get(), sides.data(), nullptr);
    if (sides[0] == 0 || sides[1] == 0) return {};
    return Shape{sides[0], sides[1]};
}

/// Whether all of it is in this file.
bool isHere(hid_t dataset) {
    const Handle properties(H5Dget_create_plist(dataset), H5Pclose);
    return properties.good() && H5Pget_layout(properties.get()) != H5D_VIRTUAL &&
           H5Pget_external_count(properties.get()) == 0;
}

struct Listing {
    std::vector<std::string> names;
    std::size_t links = 0;
};

/// Links are visited by the library, each object once; those to other files are not followed.
herr_t visit(hid_t file, const char* name, const H5L_info_t* link, void* data) {
    auto& listing = *static_cast<Listing*>(data);
    if (++listing.links > kMostLinks) return 1;
    if (link->type != H5L_TYPE_HARD) return 0;
    const Handle object(H5Oopen(file, name, H5P_DEFAULT), H5Oclose);
    if (object.good() && H5Iget_type(object.get()) == H5I_DATASET && isHere(object.get()) && shapeOf(object.get()))
        listing.names.emplace_back(name);
    return 0;
}

std::string shown(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) text += (i > 0 ? ", “" : "“") + names[i] + "”";
    return names.size() > kNamesShown ? text + ", …" : text;
}

Result<std::string> choose(const std::vector<std::string>& names, const std::string& wanted, const fs::path& file) {
    if (names.empty())
        return fail(ErrorCode::kFormat, say("“{}” holds no two-dimensional dataset of numbers.", file.string()));
    if (wanted.empty() && names.size() == 1) return names.front();
    if (wanted.empty())
        return fail(ErrorCode::kInvalid,
                    say("“{}” holds {} datasets: {}; choose one by writing its name behind a colon, as in “{}:{}”.",
                        file.string(), names.size(), shown(names), file.filename().string(), names.front()));
    const std::string name = wanted.substr(wanted.starts_with('/') ? 1 : 0);
    if (std::ranges::find(names, name) != names.end()) return name;
    return fail(ErrorCode::kNotFound, say("“{}” holds no dataset “{}”, but {}.", file.string(), wanted, shown(names)));
}

Result<FeatureMatrix> readDataset(hid_t dataset, const Text& title) try {
    const auto shape = shapeOf(dataset);
    const Handle type(H5Dget_type(dataset), H5Tclose);
    constexpr auto kMostSide = static_cast<hsize_t>(std::numeric_limits<std::int32_t>::max());
    const auto damaged = [&] {
        return fail(ErrorCode::kFormat, say("{} cannot be read to its end; it is damaged.", title));
    };
    if (!shape || shape->rows > kMostSide || shape->columns > kMostSide) return damaged();
    const std::uint64_t stored = H5Dget_storage_size(dataset);
    if (shape->rows * shape->columns / kMostTimesStored > stored / std::max<std::size_t>(1, H5Tget_size(type.get())))
        return damaged();
    FeatureMatrix matrix(static_cast<Eigen::Index>(shape->rows), static_cast<Eigen::Index>(shape->columns));
    if (H5Dread(dataset, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, matrix.data()) < 0) return damaged();
    return matrix;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory for {}.", title));
}

}  // namespace

bool readsHdf5() { return true; }

Result<FeatureMatrix> readHdf5(const fs::path& file, const std::string& wanted) {
    // Debian's library is built for one thread.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0);
    const Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!opened.good()) return fail(ErrorCode::kFormat, say("“{}” is not an HDF5 file, or is damaged.", file.string()));
    Listing listing;
    if (H5Lvisit(opened.get(), H5_INDEX_NAME, H5_ITER_INC, visit, &listing) != 0)
        return fail(ErrorCode::kFormat, say("“{}” is damaged, or holds too much.", file.string()));
    const auto name = choose(listing.names, wanted, file);
    if (!name) return forward(name);
    const Handle dataset(H5Dopen2(opened.get(), name->c_str(), H5P_DEFAULT), H5Dclose);
    return readDataset(dataset.get(), say("the dataset “{}” of “{}”", *name, file.string()));
}
#else
bool readsHdf5() { return false; }

Result<FeatureMatrix> readHdf5(const std::filesystem::path& file, const std::string&) {
    return fail(ErrorCode::kFormat, say("“{}” is an HDF5 file; this program was built without libhdf5.", file.string()));
}
#endif

}  // namespace facespace
