#include "core/compute/overlap_report.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/analyses/list.h"
#include "core/compute/crop_search.h"
#include "core/dataset/import.h"
#include "core/features/feature_io.h"
#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/resize.h"
#include "core/project/anonymous.h"
#include "tests/data_folder.h"
#include "tests/unit/analysis/two_sets.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;
using test::TwoSets;
using test::TwoSetsOptions;
namespace fs = std::filesystem;

/// Blobs in places of its own: no two seeds are alike.
Image scene(int seed) {
    boost::random::mt19937 random(static_cast<unsigned>(seed));
    boost::random::uniform_real_distribution<double> level(20, 230);
    Image coarse{9, 9, {}};
    for (int i = 0; i < 9 * 9 * 3; ++i) coarse.pixels.push_back(static_cast<std::uint8_t>(level(random)));
    return resized(coarse, 120, 120);
}
Image part(const Image& image, int x, int y, int width, int height) {
    Image out{width, height, {}};
    for (int row = y; row < y + height; ++row)
        out.pixels.insert(out.pixels.end(), image.row(row) + 3 * x, image.row(row) + 3 * (x + width));
    return out;
}
Image savedAgain(const Image& image, int quality) { return must(decodeImage(must(encodeJpeg(image, quality)), "a JPEG")); }

class Overlap : public test::PlantedProject {
  protected:
    /// A project of a set's features; the image of row i is `picture(i)`, or not there if that is empty.
    Project project(const std::string& name, const FeatureMatrix& x, const std::vector<std::string>& identity,
                    const std::function<Image(std::size_t)>& picture) {
        const fs::path root = dir / (name + " images");
        fs::create_directories(root);
        ImageSet set;
        set.root = root;
        for (std::size_t i = 0; i < identity.size(); ++i) {
            ImageRecord image;
            image.path = name + std::to_string(i) + ".png";
            image.identity = identity[i];
            if (const Image made = picture(i); !made.empty()) must(writePng(made, root / image.path));
            set.images.push_back(std::move(image));
        }
        Project made = must(Project::create(dir / (name + ".facespace")));
        must(made.addImages(set));
        addFeatures(made, x, "net", 0);
        return made;
    }
    static PictureMatch kindOf(const OverlapReport& report, std::int64_t first) {
        const auto at = std::ranges::find(report.shared, first, &SharedImage::first);
        return at == report.shared.end() ? PictureMatch::kNone : at->picture.match;
    }
    OverlapOptions against(const std::string& name) const {
        OverlapOptions options;
        options.other = dir / (name + ".facespace");
        return options;
    }
};

TEST_F(Overlap, OfTwoProjectsIsWhatWasPlanted) {
    TwoSetsOptions o;
    o.perIdentity = 3;
    o.copies = 8;
    o.copyCosine = 0.93;
    TwoSets sets(o);
    // As alike as a copy, but another picture.
    sets.second.row(5) = sets.first.row(5) * 0.5F;
    const auto pictureOf = [&](int copy) -> Image {
        const Image image = scene(copy);
        switch (copy) {
            case 0:
                return image;
            case 1:
                return savedAgain(image, 40);
            case 2:
                return resized(image, 61, 61);
            case 3:
                return part(image, 10, 4, 90, 100);
            case 4:
                return savedAgain(resized(part(image, 30, 20, 75, 75), 112, 112), 70);
            case 5:
                return part(image, 0, 30, 120, 80);
            case 6:
                return savedAgain(resized(image, 200, 200), 85);
            default:
                return {};  // not there
        }
    };
    const auto here = project("here", sets.first, sets.firstIdentity, [&](std::size_t i) -> Image {
        for (std::size_t c = 0; c < sets.copies.size(); ++c)
            if (sets.copies[c].first == static_cast<std::int64_t>(i)) return scene(static_cast<int>(c));
        return i == 5 ? scene(1000) : Image();
    });
    project("there", sets.second, sets.secondIdentity, [&](std::size_t i) -> Image {
        for (std::size_t c = 0; c < sets.copies.size(); ++c)
            if (sets.copies[c].second == static_cast<std::int64_t>(i)) return pictureOf(static_cast<int>(c));
        return i == 5 ? scene(2000) : Image();
    });
    const auto snapshot = snapshotOf(here);
    const OverlapReport report = must(computeOverlap(*snapshot, {}, against("there"), {}));

    std::set<std::pair<std::string, std::string>> names;
    for (const SharedIdentity& s : report.identities.list) names.emplace(s.first, s.second);
    EXPECT_EQ(names, sets.shared);
    const std::vector<PictureMatch> right{
        PictureMatch::kSamePixels,   PictureMatch::kSamePicture,  PictureMatch::kSamePicture, PictureMatch::kSecondIsPart,
        PictureMatch::kSecondIsPart, PictureMatch::kSecondIsPart, PictureMatch::kSamePicture};
    EXPECT_EQ(report.shared.size(), right.size()) << "not row 5, and not the one without a file, of a cosine below 0.98";
    for (std::size_t c = 0; c < right.size(); ++c) {
        EXPECT_EQ(kindOf(report, sets.copies[c].first), right[c]) << "copy " << c;
        if (right[c] == PictureMatch::kSecondIsPart) {
            const auto at = std::ranges::find(report.shared, sets.copies[c].first, &SharedImage::first);
            EXPECT_EQ(at->second, sets.copies[c].second);
            EXPECT_NEAR(at->picture.share, c == 3 ? 90.0 * 100 / 14400 : c == 4 ? 75.0 * 75 / 14400 : 80.0 / 120, 0.03);
        }
    }
    EXPECT_EQ(report.unread, 1);
    ASSERT_EQ(report.notes.size(), 2U) << "imported features; a file that is not there";
    EXPECT_NE(report.notes[1].find("a file is not there"), std::string::npos);

    // The other way round the parts are the first's.
    const auto there = must(Project::open(dir / "there.facespace"));
    const OverlapReport back = must(computeOverlap(*snapshotOf(there), {}, against("here"), {}));
    EXPECT_EQ(back.shared.size(), report.shared.size());
    EXPECT_EQ(kindOf(back, sets.copies[4].second), PictureMatch::kFirstIsPart);
    // What to leave out, of either.
    const auto parts = overlapOf(report, *snapshot, false), others = overlapOf(report, *report.other, true);
    EXPECT_EQ(std::ranges::count(parts, kIdentityOverlaps), 20 * 3);
    EXPECT_EQ(std::ranges::count(parts, kImageOverlaps), 7);
    EXPECT_EQ(std::ranges::count(others, kImageOverlaps), 7);
    // Numbers in place of names change nothing else.
    const OverlapReport hidden = must(computeOverlap(*withoutNames(*snapshot), {}, against("there"), {}));
    ASSERT_EQ(hidden.shared.size(), report.shared.size());
    for (std::size_t i = 0; i < report.shared.size(); ++i) EXPECT_EQ(hidden.shared[i].first, report.shared[i].first);
    EXPECT_EQ(hidden.identities.list.front().first.find("identity "), 0U);
    EXPECT_TRUE(hidden.other->anonymous);
    // Fewer pairs are looked at if that is asked for.
    OverlapOptions few = against("there");
    few.mostCandidates = 2;
    const OverlapReport some = must(computeOverlap(*snapshot, {}, few, {}));
    EXPECT_EQ(some.compared, 2);
    EXPECT_TRUE(
        std::ranges::any_of(some.notes, [](const Text& n) { return n.find("(--candidates)") != std::string::npos; }));
}

TEST_F(Overlap, NeedsAnotherProjectWithFeaturesOfTheSameNetwork) {
    const TwoSets sets({.identities = 30, .perIdentity = 2, .shared = 5, .copies = 0});
    const auto none = [](std::size_t) { return Image(); };
    const auto here = project("here", sets.first, sets.firstIdentity, none);
    project("there", sets.second.leftCols(64), sets.secondIdentity, none);
    const auto snapshot = snapshotOf(here);
    const auto refused = [&](const OverlapOptions& options) {
        const auto report = computeOverlap(*snapshot, {}, options, {});
        EXPECT_FALSE(report);
        return report ? std::string() : report.error().message.english();
    };
    EXPECT_NE(refused({}).find("--against"), std::string::npos);
    EXPECT_NE(refused(against("nowhere")).find("nowhere"), std::string::npos);
    EXPECT_NE(refused(against("there")).find("two networks"), std::string::npos) << "of other dimensions";
    OverlapOptions named = against("there");
    named.otherNetwork = "nett";
    EXPECT_NE(refused(named).find("“net”"), std::string::npos);
    std::ofstream(dir / "text.facespace") << "no project";
    EXPECT_NE(refused(against("text")).find("text.facespace"), std::string::npos);
    // A project of another network.
    Project other = must(Project::create(dir / "other.facespace"));
    must(other.addImages(snapshot->images));
    addFeatures(other, sets.second, "another", 0);
    EXPECT_NE(refused(against("other")).find("--against-network"), std::string::npos);
    named = against("other");
    named.otherNetwork = "another";
    EXPECT_TRUE(computeOverlap(*snapshot, {}, named, {}));
}

TEST_F(Overlap, APictureThatANamedFileLeadsOutOfItsFolderForIsNotRead) {
    TwoSetsOptions o;
    o.identities = 30;
    o.copies = 1;
    o.copyCosine = 0.97;
    const TwoSets sets(o);
    const auto here = project("here", sets.first, sets.firstIdentity, [](std::size_t) { return scene(1); });
    const auto a = sets.copies[0];
    project("there", sets.second, sets.secondIdentity, [](std::size_t) { return Image(); });
    const std::string name = "there" + std::to_string(a.second) + ".png";
    must(writePng(scene(1), dir / "secret.png"));
    fs::create_symlink(dir / "secret.png", dir / "there images" / name);
    EXPECT_TRUE(must(computeOverlap(*snapshotOf(here), {}, against("there"), {})).shared.empty());
}

TEST(CropSearch, FindsPartsOfRealFacesAndNoOtherPicturesOfTheSamePerson) {
    const fs::path data = testing_support::realDataFolder();
    if (data.empty()) GTEST_SKIP() << "no real faces here";
    ImportOptions options;
    // Of any of the sets, with every fit, for the limits.
    const char* asked = std::getenv("FACESPACE_CROPS_OF");
    const bool all = asked != nullptr;
    options.manifest = data / "sets" / (all ? asked : "lfw_dev") / "labels.csv";
    const ImageSet set = must(importImageSet(options)).set;
    boost::random::mt19937 random(3);
    boost::random::uniform_real_distribution<double> uniform(0, 1);
    int parts = 0, found = 0, others = 0, wrong = 0;
    std::vector<CropFit> fits, misfits;
    for (std::size_t i = 0; i + 1 < set.images.size() && parts < (all ? 1'000 : 40); i += all ? 1 : 12) {
        const Image whole = must(decodeImage(set.root / set.images[i].path));
        const double share = 0.5 + 0.48 * uniform(random);
        const int width = static_cast<int>(share * std::min(whole.width, whole.height));
        const int height = static_cast<int>((0.9 + 0.1 * uniform(random)) * width);
        const Image crop = part(whole, static_cast<int>(uniform(random) * (whole.width - width)),
                                static_cast<int>(uniform(random) * (whole.height - height)), width, height);
        const int side = 90 + static_cast<int>(60 * uniform(random));
        const Image saved =
            savedAgain(resized(crop, side, side * height / width), 50 + static_cast<int>(45 * uniform(random)));
        ++parts;
        if (const auto fit = cropFit(GreySums(whole), GreySums(saved))) found += isCrop(*fit) ? 1 : 0, fits.push_back(*fit);
        if (set.images[i + 1].identity != set.images[i].identity) continue;
        const Image other = must(decodeImage(set.root / set.images[i + 1].path));
        const GreySums its(other);
        for (const auto& [large, small] : {std::pair{GreySums(whole), its}, std::pair{its, GreySums(saved)}}) {
            ++others;
            if (const auto fit = cropFit(large, small)) wrong += isCrop(*fit) ? 1 : 0, misfits.push_back(*fit);
        }
    }
    if (all)
        for (const auto* list : {&fits, &misfits})
            for (const CropFit& f : *list)
                std::printf("%s %.3f %.4f %.4f\n", list == &fits ? "part" : "other", f.share, f.correlation, f.leastPart);
    std::printf("%d of %d parts found, %d of %d other pictures taken for one\n", found, parts, wrong, others);
    EXPECT_GE(found, parts * 98 / 100);
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace facespace
