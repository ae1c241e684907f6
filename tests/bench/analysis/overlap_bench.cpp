// How long overlap takes for two projects of 24,000 images, and what it finds of 50 people and 200 copies planted in both:
//   cmake --build build/release --target overlap_bench && build/release/bin/overlap_bench [IMAGES]
#include <fmt/format.h>
#include <boost/random/uniform_int_distribution.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unordered_map>

#include "core/compute/overlap_report.h"
#include "core/image/encode.h"
#include "core/image/resize.h"
#include "tests/unit/analysis/two_sets.h"

namespace {
using namespace facespace;
namespace fs = std::filesystem;

constexpr int kPerIdentity = 20, kDimensions = 512, kShared = 50, kCopies = 200, kOtherPictures = 64;

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Blobs in places of its own.
Image scene(int seed) {
    boost::random::mt19937 random(static_cast<unsigned>(seed));
    boost::random::uniform_int_distribution<int> level(20, 230);
    Image coarse{11, 11, {}};
    for (int i = 0; i < 11 * 11 * 3; ++i) coarse.pixels.push_back(static_cast<std::uint8_t>(level(random)));
    return resized(coarse, 224, 224);
}
/// Saved again, shrunk, or cut.
Image copyOf(int seed) {
    Image image = scene(seed);
    if (seed % 4 == 1) return resized(image, 112, 112);
    if (seed % 4 != 2) return image;
    Image cut{180, 200, {}};
    for (int y = 12; y < 212; ++y) cut.pixels.insert(cut.pixels.end(), image.row(y) + 3 * 30, image.row(y) + 3 * 210);
    return cut;
}

template <class T>
T must(Result<T> result) {
    if (result) return std::move(result.value());
    fmt::print(stderr, "{}\n", result.error().message.english());
    std::exit(1);
}

void write(const fs::path& folder, const std::string& name, const FeatureMatrix& x, const std::vector<std::string>& identity,
           const std::unordered_map<std::int64_t, int>& copies, bool second) {
    const fs::path root = folder / name;
    fs::create_directories(root);
    ImageSet set;
    set.root = root;
    const auto save = [&](const fs::path& file, const Image& image, int quality) {
        const auto bytes = must(encodeJpeg(image, quality));
        std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    };
    for (int i = 0; i < kOtherPictures; ++i)
        save(root / fmt::format("other{}.jpg", i), scene(second ? 20'000 + i : 10'000 + i), 90);
    for (std::size_t i = 0; i < identity.size(); ++i) {
        ImageRecord image;
        image.identity = identity[i];
        image.path = fmt::format("{}.jpg", i);
        if (const auto copy = copies.find(static_cast<std::int64_t>(i)); copy != copies.end())
            save(root / image.path, second ? copyOf(copy->second) : scene(copy->second), second ? 60 : 95);
        else
            fs::create_hard_link(root / fmt::format("other{}.jpg", i % kOtherPictures), root / image.path);
        set.images.push_back(std::move(image));
    }
    Project project = must(Project::create(folder / (name + ".facespace")));
    if (!project.addImages(set)) std::exit(1);
    NetworkRecord network;
    network.name = "net";
    network.dimension = static_cast<int>(x.cols());
    const NetworkId id = must(project.addNetwork(network));
    const auto ids = must(project.imageIds());
    std::vector<Project::FeatureRow> rows;
    for (std::size_t i = 0; i < ids.size(); ++i)
        rows.push_back({ids[i], {x.row(static_cast<Eigen::Index>(i)).data(), static_cast<std::size_t>(x.cols())}});
    if (!project.putFeatures(id, rows, {})) std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
    const int images = argc > 1 ? std::atoi(argv[1]) : 24'000;
    test::TwoSetsOptions o;
    o.identities = images / kPerIdentity;
    o.perIdentity = kPerIdentity;
    o.dims = kDimensions;
    o.shared = kShared;
    o.same = 0.8;  // so that thousands of pairs of other pictures are candidates
    o.copies = kCopies;
    o.copyCosine = 0.93;
    const test::TwoSets sets(o);
    std::unordered_map<std::int64_t, int> first, second;
    for (int c = 0; c < kCopies; ++c) {
        first[sets.copies[static_cast<std::size_t>(c)].first] = c;
        second[sets.copies[static_cast<std::size_t>(c)].second] = c;
    }
    const fs::path folder = fs::temp_directory_path() / "overlap_bench";
    fs::remove_all(folder);
    write(folder, "here", sets.first, sets.firstIdentity, first, false);
    write(folder, "there", sets.second, sets.secondIdentity, second, true);
    const auto snapshot = must(loadSnapshot(must(Project::open(folder / "here.facespace", Project::Mode::kReadOnly))));
    OverlapOptions options;
    options.other = folder / "there.facespace";
    const auto start = std::chrono::steady_clock::now();
    const OverlapReport report = must(computeOverlap(*snapshot, {}, options, {}));
    const double seconds = since(start);
    int rightNames = 0, rightImages = 0;
    for (const SharedIdentity& s : report.identities.list) rightNames += sets.shared.contains({s.first, s.second}) ? 1 : 0;
    for (const SharedImage& s : report.shared) {
        const auto copy = first.find(s.first);
        rightImages += copy != first.end() && second.contains(s.second) && second.at(s.second) == copy->second ? 1 : 0;
    }
    const auto share = [](int part, double of) { return of > 0 ? part / of : 0; };
    fmt::print("{0} × {0} images: {1:.1f} s\n", images, seconds);
    fmt::print("identities: precision {:.3f}, recall {:.3f} (limit {:.3f})\n",
               share(rightNames, static_cast<double>(report.identities.list.size())), share(rightNames, kShared),
               report.identities.limits.above);
    fmt::print("images: precision {:.3f}, recall {:.3f} ({} pairs compared)\n",
               share(rightImages, static_cast<double>(report.shared.size())), share(rightImages, kCopies), report.compared);
    fs::remove_all(folder);
}
