// Manifests, protocols of pairs, predictors, filters.
#include <array>
#include <limits>

#include "core/analysis/pair_protocols.h"
#include "core/analysis/predictor.h"
#include "core/dataset/import.h"
#include "core/filter/filter.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void readManifest(Bytes bytes) {
    ImportOptions options;
    options.manifest = inputFile("manifest.csv", bytes);
    options.noImages = true;
    (void)previewManifest(options.manifest);
    (void)importImageSet(options);
    options.mapping = {{"yaw", {"angle", true, true}}, {"identity", {"name", false, false}}};
    (void)importImageSet(options);
}

void readMapping(Bytes bytes) {
    if (const auto mapping = parseColumnMapping(textOf(bytes))) (void)parseColumnMapping(toString(*mapping));
}

void readPairs(Bytes bytes) {
    static const std::vector<std::string> paths{"Ann/Ann_0001.jpg", "Ann/Ann_0002.jpg", "Bob/Bob_0001.jpg"};
    (void)readLfwPairs(inputFile("pairs.txt", bytes), paths);
}

void readTemplates(Bytes bytes) {
    static const Templates templates = [] {
        const FeatureMatrix x = FeatureMatrix::Ones(4, 2);
        return poolTemplates(x, {"1", "1;2", "2", "30"}, {"a", "a", "", "b"}, {"Ann", "Ann", "Ann", "Bob"});
    }();
    (void)readTemplatePairs(inputFile("matches.csv", bytes), templates);
}

void readPredictor(Bytes bytes) {
    const auto predictor = LinearPredictor::fromJson(textOf(bytes));
    if (!predictor) return;
    (void)LinearPredictor::fromJson(predictor->toJson());
    (void)predictor->predict(FeatureMatrix::Ones(2, 3));
}

DataTable table() {
    DataTable made;
    made.rows = 3;
    Column yaw;
    yaw.key = "yaw";
    yaw.kind = Column::Kind::kNumber;
    yaw.numbers = {-30, 0, std::numeric_limits<double>::quiet_NaN()};
    Column distance = yaw;
    distance.key = "distance[A]";
    Column media;
    media.key = "media";
    media.kind = Column::Kind::kCategory;
    media.codes = {0, 1, -1};
    media.levels = {"still", "video"};
    Column path;
    path.key = "path";
    path.texts = {"a.jpg", "b.jpg", ""};
    Column tags = path;
    tags.key = "tags";
    made.columns = {yaw, distance, media, path, tags};
    return made;
}

void readFilter(Bytes bytes) {
    static const DataTable columns = table();
    const std::string text = textOf(bytes);
    (void)evaluateFilter(text, columns, "A");
    (void)completeFilter(text, text.size(), columns, "A");
    (void)completeFilter(text, text.size() / 2, columns, "A");
}

constexpr std::array kLabelReaders{Reader{"manifest", readManifest},   Reader{"mapping", readMapping},
                                   Reader{"pairs", readPairs},         Reader{"templates", readTemplates},
                                   Reader{"predictor", readPredictor}, Reader{"filter", readFilter}};

}  // namespace

std::span<const Reader> labelReaders() { return kLabelReaders; }

}  // namespace facespace::fuzz
