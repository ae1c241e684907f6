#include "core/project/data_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>
#include <array>
#include <optional>

#include "core/common/numbers.h"
#include "core/dataset/text.h"
#include "core/project/decisions.h"

namespace facespace {
namespace {

/// Makes columns of one table, with unique keys.
class Builder {
  public:
    explicit Builder(std::size_t rows) { table_.rows = rows; }

    void text(std::string key, Text title, std::vector<std::string> values) {
        Column& c = add(std::move(key), std::move(title), Column::Kind::kText);
        c.texts = std::move(values);
    }

    void category(std::string key, Text title, const std::vector<std::string>& values) {
        Column& c = add(std::move(key), std::move(title), Column::Kind::kCategory);
        const std::set<std::string> levels(values.begin(), values.end());
        std::map<std::string, std::int32_t> codes{{"", -1}};
        for (const std::string& level : levels) {
            if (level.empty()) continue;
            codes[level] = static_cast<std::int32_t>(c.levels.size());
            c.levels.push_back(level);
        }
        c.codes.reserve(values.size());
        for (const std::string& value : values) c.codes.push_back(codes.at(value));
    }

    Column& number(std::string key, Text title, std::string unit, std::vector<double> values) {
        Column& c = add(std::move(key), std::move(title), Column::Kind::kNumber);
        c.unit = std::move(unit);
        c.numbers = std::move(values);
        return c;
    }

    void signedNumber(std::string key, Text title, std::string unit, std::vector<double> values) {
        number(std::move(key), std::move(title), std::move(unit), std::move(values)).isSigned = true;
    }

    std::size_t rows() const { return table_.rows; }
    DataTable take() { return std::move(table_); }

  private:
    Column& add(std::string key, Text title, Column::Kind kind) {
        const std::string wanted = key;
        for (int n = 2; !keys_.insert(key).second; ++n) key = fmt::format("{} ({})", wanted, n);
        Column& c = table_.columns.emplace_back();
        c.key = std::move(key);
        c.title = std::move(title);
        c.kind = kind;
        return c;
    }

    DataTable table_;
    std::set<std::string> keys_;
};

template <class Value, class Of>
std::vector<Value> perImage(const Snapshot& s, Of&& of) {
    std::vector<Value> values;
    values.reserve(s.imageCount());
    for (const ImageRecord& image : s.images.images) values.push_back(of(image));
    return values;
}

bool anyText(const std::vector<std::string>& values) {
    return std::ranges::any_of(values, [](const std::string& v) { return !v.empty(); });
}
bool anyNumber(const std::vector<double>& values) {
    return std::ranges::any_of(values, [](double v) { return !std::isnan(v); });
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// What a prediction reads that is not a column of metadata, which keeps its name in every language.
struct KnownTarget {
    const char* target;
    Phrase text, title;
};
constexpr std::array kKnownTargets{
    KnownTarget{"yaw", Phrase("yaw"), Phrase("Yaw")},
    KnownTarget{"pitch", Phrase("pitch"), Phrase("Pitch")},
    KnownTarget{"roll", Phrase("roll"), Phrase("Roll")},
    KnownTarget{"abs_yaw", Phrase("abs_yaw"), Phrase("Abs_yaw")},
    KnownTarget{"pitch_centred", Phrase("pitch_centred"), Phrase("Pitch_centred")},
    KnownTarget{"media", Phrase("media"), Phrase("Media")},
};

/// At the start of a title.
Text targetTitle(const std::string& target) {
    const auto known = std::ranges::find(kKnownTargets, target, &KnownTarget::target);
    return known == kKnownTargets.end() ? Text(capitalised(target)) : Text(known->title);
}

/// A number of which nothing is lost when it is kept as one: "007" is a name, not seven.
std::optional<double> plainNumber(const std::string& text) {
    const std::string_view digits = trimmed(text);
    const std::size_t first = digits.starts_with('-') || digits.starts_with('+') ? 1 : 0;
    const bool leadingZero =
        digits.size() > first + 1 && digits[first] == '0' && digits[first + 1] >= '0' && digits[first + 1] <= '9';
    if (leadingZero) return std::nullopt;
    const auto value = parseNumber(text);
    // Longer whole numbers than a double holds are identifiers.
    constexpr double kExact = 9007199254740992.0;
    return value && std::abs(*value) > kExact && digits.find_first_of(".eE") == std::string_view::npos ? std::nullopt
                                                                                                       : value;
}

/// The values as numbers if every one that is there is a number.
std::optional<std::vector<double>> asNumbers(const std::vector<std::string>& values) {
    std::vector<double> numbers;
    numbers.reserve(values.size());
    for (const std::string& value : values) {
        const auto number = isMissing(value) ? std::optional(kNoValue) : plainNumber(value);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    if (!anyNumber(numbers)) return std::nullopt;
    return numbers;
}

void addLabel(Builder& to, const Snapshot& s, const char* key, Phrase title, std::optional<double> ImageRecord::*field) {
    auto values = perImage<double>(s, [&](const ImageRecord& r) { return (r.*field).value_or(kNoValue); });
    if (anyNumber(values)) to.signedNumber(key, title, "deg", std::move(values));
}

void addImageColumns(Builder& to, const Snapshot& s) {
    using Texts = std::vector<std::string>;
    to.text("path", Phrase("Path"), perImage<std::string>(s, [](const ImageRecord& r) { return r.path; }));
    to.category("identity", Phrase("Identity"), perImage<std::string>(s, [](const ImageRecord& r) { return r.identity; }));
    const Texts media = perImage<std::string>(s, [](const ImageRecord& r) {
        return r.media == Media::kStill ? "still" : r.media == Media::kVideo ? "video" : "";
    });
    if (anyText(media)) to.category("media", Phrase("Media"), media);
    const Texts video = perImage<std::string>(s, [](const ImageRecord& r) { return r.video; });
    if (anyText(video)) to.category("video", Phrase("Video"), video);
    addLabel(to, s, "yaw", Phrase("Yaw"), &ImageRecord::yawDeg);
    addLabel(to, s, "pitch", Phrase("Pitch"), &ImageRecord::pitchDeg);
    addLabel(to, s, "roll", Phrase("Roll"), &ImageRecord::rollDeg);
}

void addMetadata(Builder& to, const Snapshot& s) {
    for (std::size_t c = 0; c < s.images.metadataColumns.size(); ++c) {
        const std::string& name = s.images.metadataColumns[c];
        const auto values = perImage<std::string>(
            s, [&](const ImageRecord& r) { return c < r.metadata.size() ? r.metadata[c] : std::string(); });
        if (auto numbers = asNumbers(values)) {
            const bool negative = std::ranges::any_of(*numbers, [](double v) { return v < 0; });
            const bool positive = std::ranges::any_of(*numbers, [](double v) { return v > 0; });
            to.number(name, name, "", std::move(*numbers)).isSigned = negative && positive;
        } else {
            to.category(name, name, values);
        }
    }
}

void addMeasures(Builder& to, const Snapshot& s) {
    for (std::size_t m = 0; m < s.measures.measures.size(); ++m) {
        const MeasureRecord& measure = s.measures.measures[m];
        if (anyNumber(s.measures.values[m]))
            to.number(measure.key, Text::phraseFromFile(measure.title), measure.unit, s.measures.values[m]);
    }
}

void addTags(Builder& to, const Snapshot& s) {
    std::vector<std::string> decisions(s.imageCount()), values(s.imageCount());
    for (std::size_t row = 0; row < std::min(values.size(), s.tags.size()); ++row) {
        for (const std::string& tag : s.tags[row]) {
            if (isDecision(tag))
                decisions[row] = tag;
            else
                values[row] += (values[row].empty() ? "" : "; ") + tag;
        }
    }
    if (anyText(decisions)) to.category("decision", Phrase("Decision"), decisions);
    if (anyText(values)) to.category("tags", Phrase("Tags"), values);
    if (anyText(s.notes)) {
        std::vector<std::string> notes = s.notes;
        notes.resize(s.imageCount());
        to.text("note", Phrase("Note"), std::move(notes));
    }
}

/// What is said, and the probability of class 1.
void addClassPrediction(Builder& to, const PredictionRecord& p, const std::string& network, std::vector<double> values) {
    std::vector<std::string> said(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) said[i] = p.classes[values[i] >= 0.5 ? 1 : 0];
    to.category(fmt::format("predicted_{}[{}]", p.target, network), say("Predicted {} ({})", targetText(p.target), network),
                said);
    to.number(fmt::format("{}_probability[{}]", p.target, network),
              say("Probability of {} “{}” ({})", targetText(p.target), p.classes[1], network), "", std::move(values));
}

void addPrediction(Builder& to, const PredictionRecord& p, const std::string& network) {
    std::vector<double> values(p.values.begin(), p.values.end());
    values.resize(to.rows(), kNoValue);
    if (p.classes.size() == 2) return addClassPrediction(to, p, network, std::move(values));
    std::vector<double> errors(to.rows(), kNoValue);
    for (std::size_t i = 0; i < std::min(values.size(), p.labels.size()); ++i)
        errors[i] = values[i] - static_cast<double>(p.labels[i]);
    const bool labelled = anyNumber(errors);
    to.signedNumber(fmt::format("predicted_{}[{}]", p.target, network),
                    say("Predicted {} ({})", targetText(p.target), network), p.unit, std::move(values));
    if (labelled)
        to.signedNumber(fmt::format("{}_error[{}]", p.target, network),
                        say("{} error, predicted − label ({})", targetTitle(p.target), network), p.unit, std::move(errors));
}

void addNetworks(Builder& to, const Snapshot& s) {
    for (const auto& set : s.featureSets) {
        const std::string& name = set->network.name;
        to.number(fmt::format("distance[{}]", name), say("Distance from origin ({})", name), "",
                  {set->distance.begin(), set->distance.end()});
        // Yaw and pitch first, whatever else was predicted.
        std::vector<const PredictionRecord*> own;
        for (const PredictionRecord& p : s.predictions)
            if (p.network == set->network.id) own.push_back(&p);
        const auto rank = [](const PredictionRecord* p) { return p->target == "yaw" ? 0 : p->target == "pitch" ? 1 : 2; };
        std::ranges::stable_sort(own, {}, rank);
        for (const PredictionRecord* p : own) addPrediction(to, *p, name);
    }
}

void addMaps(Builder& to, const Snapshot& s) {
    constexpr std::array kAxes{"x", "y", "z"};
    for (const MapRecord& map : s.maps) {
        for (Eigen::Index d = 0; d < std::min<Eigen::Index>(map.coordinates.cols(), 3); ++d) {
            const char* axis = kAxes[static_cast<std::size_t>(d)];
            std::vector<double> values(to.rows(), kNoValue);
            const auto rows = std::min(to.rows(), static_cast<std::size_t>(map.coordinates.rows()));
            for (std::size_t i = 0; i < rows; ++i)
                values[i] = static_cast<double>(map.coordinates(static_cast<Eigen::Index>(i), d));
            to.number(fmt::format("map_{}[{}]", axis, map.name), fmt::format("{} {}", map.name, axis), "",
                      std::move(values));
        }
        if (const TrustRecord* trust = s.trustOf(map.id)) {
            std::vector<double> kept(trust->preservation.begin(), trust->preservation.end());
            kept.resize(to.rows(), kNoValue);
            to.number(fmt::format("preserved[{}]", map.name),
                      say("Preserved of {} neighbours ({})", trust->neighbours, map.name), "", std::move(kept));
        }
    }
}

/// What is there of any image; pixels of the stored image.
class FaceColumns {
  public:
    FaceColumns(Builder& to, const Snapshot& s) : to_(to), snapshot_(s) {}

    /// Null if there is none of it.
    template <class Of>
    Column* add(const std::string& key, Text title, const char* unit, Of&& of) {
        auto values = perImage<double>(snapshot_, [&](const ImageRecord& r) {
            const std::optional<float> value = of(r);
            return value ? static_cast<double>(*value) : kNoValue;
        });
        return anyNumber(values) ? &to_.number(key, std::move(title), unit, std::move(values)) : nullptr;
    }
    void box(const char* key, Phrase title, float FaceBox::*side, bool isPlace) {
        Column* c = add(key, title, "px",
                        [&](const ImageRecord& r) { return r.box ? std::optional((*r.box).*side) : std::nullopt; });
        if (c != nullptr) c->isPlace = isPlace;
    }
    void angle(const char* key, Phrase title, std::optional<float> ImageRecord::*field) {
        Column* c = add(key, title, "deg", [&](const ImageRecord& r) { return r.*field; });
        if (c != nullptr) c->isSigned = true;
    }
    void landmark(std::size_t i, Phrase name, char axis, float Point2::*side) {
        Column* c =
            add(fmt::format("lm_{}{}", axis, i + 1), say("{}, {}", Text(name), std::string(1, axis)), "px",
                [&](const ImageRecord& r) { return r.landmarks ? std::optional((*r.landmarks)[i].*side) : std::nullopt; });
        if (c != nullptr) c->isPlace = true;
    }

  private:
    Builder& to_;
    const Snapshot& snapshot_;
};

void addFaces(Builder& to, const Snapshot& s) {
    constexpr std::array kPoints{Phrase("Eye on the image's left"), Phrase("Eye on the image's right"),
                                 Phrase("Tip of the nose"), Phrase("Corner of the mouth on the image's left"),
                                 Phrase("Corner of the mouth on the image's right")};
    FaceColumns faces(to, s);
    faces.box("box_x", Phrase("Face box, left"), &FaceBox::x, true);
    faces.box("box_y", Phrase("Face box, top"), &FaceBox::y, true);
    faces.box("box_w", Phrase("Face box, width"), &FaceBox::width, false);
    faces.box("box_h", Phrase("Face box, height"), &FaceBox::height, false);
    faces.add("detector_score", Phrase("Score of the face detector"), "",
              [](const ImageRecord& r) { return r.detectorScore; });
    faces.angle("landmark_yaw", Phrase("Yaw from landmarks"), &ImageRecord::landmarkYawDeg);
    faces.angle("landmark_roll", Phrase("Roll from landmarks"), &ImageRecord::landmarkRollDeg);
    for (std::size_t i = 0; i < kPoints.size(); ++i) {
        faces.landmark(i, kPoints[i], 'x', &Point2::x);
        faces.landmark(i, kPoints[i], 'y', &Point2::y);
    }
}

}  // namespace

Text targetText(const std::string& target) {
    const auto known = std::ranges::find(kKnownTargets, target, &KnownTarget::target);
    return known == kKnownTargets.end() ? Text(target) : Text(known->text);
}

bool Column::missing(std::size_t row) const {
    switch (kind) {
        case Kind::kNumber:
            return std::isnan(numbers[row]);
        case Kind::kCategory:
            return codes[row] < 0;
        case Kind::kText:
            return texts[row].empty();
    }
    return true;
}

std::string Column::text(std::size_t row) const {
    if (missing(row)) return {};
    switch (kind) {
        case Kind::kNumber: {
            const double value = numbers[row];
            const auto single = static_cast<float>(value);
            return static_cast<double>(single) == value ? fmt::format("{}", single) : fmt::format("{}", value);
        }
        case Kind::kCategory:
            return levels[static_cast<std::size_t>(codes[row])];
        case Kind::kText:
            return texts[row];
    }
    return {};
}

const Column* DataTable::find(const std::string& key) const {
    const auto at = std::ranges::find(columns, key, &Column::key);
    return at == columns.end() ? nullptr : &*at;
}

DataTable buildDataTable(const Snapshot& snapshot) {
    Builder builder(snapshot.imageCount());
    addImageColumns(builder, snapshot);
    addMetadata(builder, snapshot);
    addMeasures(builder, snapshot);
    addTags(builder, snapshot);
    addNetworks(builder, snapshot);
    addMaps(builder, snapshot);
    addFaces(builder, snapshot);
    return builder.take();
}

}  // namespace facespace
