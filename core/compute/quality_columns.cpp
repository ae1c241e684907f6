#include "core/compute/quality_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/compute/labels.h"
#include "core/dataset/text.h"
#include "core/features/norms.h"

namespace facespace {
namespace {

constexpr double kExtremeYawDeg = 45;  // from here a view is extreme
// Beyond, 1 / cos yaw more than doubles what the eyes' places are off by, and of steep views detectors guess them.
constexpr double kMostYawDeg = 60, kMostPitchDeg = 60;

bool varies(const std::vector<double>& values) {
    double low = INFINITY, high = -INFINITY;
    for (const double v : values)
        if (std::isfinite(v)) {
            low = std::min(low, v);
            high = std::max(high, v);
        }
    return high > low;
}

/// 1, -1 or 0 (not known) by names that data sets use.
int directionOf(const std::string& column) {
    static constexpr std::array kMore{"det_score",  "detector_score", "detection_score", "detector_confidence",
                                      "confidence", "face_score",     "inter_eye_px",    "jpeg_quality",
                                      "sharpness",  "resolution"};
    static constexpr std::array kLess{"blur",      "motion_blur",      "noise",      "occluded",
                                      "occlusion", "facial_occlusion", "compression"};
    const std::string name = lowerCase(column);
    if (std::ranges::find(kMore, name) != kMore.end()) return 1;
    return std::ranges::find(kLess, name) != kLess.end() ? -1 : 0;
}

/// What is true of the person and not of the image.
bool isOfThePerson(const std::string& column) {
    static constexpr std::array kNames{"age", "skin_tone", "skin",      "skin_colour", "skin_color", "gender",
                                       "sex", "race",      "ethnicity", "masculinity", "hair_style", "beard_style"};
    return std::ranges::find(kNames, lowerCase(column)) != kNames.end();
}

std::optional<std::vector<double>> numbersOf(const ImageSet& set, std::size_t column) {
    std::vector<double> values(set.images.size(), kNoValue);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (column >= set.images[i].metadata.size() || isMissing(set.images[i].metadata[column])) continue;
        const auto number = parseNumber(set.images[i].metadata[column]);
        if (!number) return std::nullopt;
        values[i] = *number;
    }
    return values;
}

/// Whether a 0–100 component only rescales a raw measure that is there: it would say the same twice.
bool sameOrderAsRaw(const std::vector<MeasureRecord>& measures, const MeasureRecord& component) {
    constexpr std::string_view kComponent = "quality_";
    if (!component.key.starts_with(kComponent)) return false;
    const std::string raw = "measured_" + component.key.substr(kComponent.size());
    const auto found = std::ranges::find(measures, raw, &MeasureRecord::key);
    return found != measures.end() && found->better != 0;
}

void addPose(const ImageSet& set, const char* target, const char* key, Phrase title,
             std::vector<QualityMeasureColumn>& columns) {
    const auto labels = computeLabels(set, target);
    if (!labels || !labels->any()) return;
    QualityMeasureColumn column{key, title, "deg", -1, labels->values};
    for (double& value : column.values) value = std::abs(value);
    if (std::string_view(target) == "yaw") column.poorLimit = kExtremeYawDeg;
    if (varies(column.values)) columns.push_back(std::move(column));
}

/// Turning the head brings the eyes together by cos yaw, which is no loss of resolution (ISO/IEC 29794-5 divides by it).
void addEyesWithoutYaw(const ImageSet& set, std::vector<QualityMeasureColumn>& columns) {
    const auto eyes = std::ranges::find(columns, "measured_inter_eye_distance", &QualityMeasureColumn::key);
    const auto yaw = computeLabels(set, "yaw"), pitch = computeLabels(set, "pitch");
    if (eyes == columns.end() || !yaw || !yaw->any()) return;
    QualityMeasureColumn column{"inter_eye_by_cos_yaw", say("Inter-eye distance / cos yaw"), eyes->unit, 1, eyes->values};
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        const bool steep = pitch && std::abs(pitch->values[i]) > kMostPitchDeg;
        column.values[i] = std::abs(yaw->values[i]) <= kMostYawDeg && !steep
                               ? column.values[i] / std::cos(yaw->values[i] * std::numbers::pi / 180)
                               : kNoValue;
    }
    if (varies(column.values)) columns.push_back(std::move(column));
}

/// What of the default controls (quality_of.h) is another measure of the same: the box of a face is as large as the face has
/// pixels and narrows as it turns, and sharpness is the lack of blur.
std::vector<std::string> sameThingAs(const std::string& key) {
    static const std::array<std::vector<std::string>, 2> kGroups{
        {{"measured_face_size", "measured_inter_eye_distance", "inter_eye_by_cos_yaw", "inter_eye_px", "resolution"},
         {"measured_blur", "measured_sharpness", "blur", "motion_blur", "sharpness"}}};
    std::vector<std::string> same;
    for (const auto& group : kGroups)
        if (std::ranges::find(group, lowerCase(key)) != group.end()) same = group;
    if (key == "abs_yaw") same.emplace_back("measured_face_size");
    std::erase(same, key);
    return same;
}

}  // namespace

const DistanceTerms& termFor(DistanceKind kind) {
    static constexpr std::array<DistanceTerms, 3> kWords{{{"origin", Phrase("Distance from the origin, ‖x‖")},
                                                          {"mean", Phrase("Distance from the mean, ‖x − mean‖")},
                                                          {"centroid", Phrase("Cosine to the identity's centroid")}}};
    return kWords[static_cast<std::size_t>(kind)];
}

std::vector<double> distancesOf(const AnalysisInput& input, DistanceKind kind) {
    std::vector<float> distance;
    if (kind == DistanceKind::kOrigin) {
        distance = distancesFromOrigin(input.features());
    } else if (kind == DistanceKind::kMean) {
        distance = distancesFromMean(input.features());
    } else {
        std::unordered_map<std::string, std::int32_t> codes;
        std::vector<std::int32_t> codeOf;
        for (const auto& identity : input.identity)
            codeOf.push_back(codes.try_emplace(identity, static_cast<std::int32_t>(codes.size())).first->second);
        distance = cosinesToIdentityCentroid(input.features(), codeOf);
    }
    return {distance.begin(), distance.end()};
}

std::vector<QualityMeasureColumn> qualityColumns(const Snapshot& snapshot) {
    std::vector<QualityMeasureColumn> columns;
    const MeasuresRecord& measured = snapshot.measures;
    for (std::size_t m = 0; m < measured.measures.size(); ++m) {
        const MeasureRecord& measure = measured.measures[m];
        if (sameOrderAsRaw(measured.measures, measure)) continue;
        if (varies(measured.values[m]))
            columns.push_back(
                {measure.key, Text::phraseFromFile(measure.title), measure.unit, measure.better, measured.values[m]});
    }
    addPose(snapshot.images, "yaw", "abs_yaw", Phrase("|yaw|"), columns);
    addPose(snapshot.images, "pitch", "abs_pitch", Phrase("|pitch|"), columns);
    addEyesWithoutYaw(snapshot.images, columns);
    for (std::size_t c = 0; c < snapshot.images.metadataColumns.size(); ++c) {
        const std::string& name = snapshot.images.metadataColumns[c];
        if (isOfThePerson(name) || std::ranges::find(columns, name, &QualityMeasureColumn::key) != columns.end()) continue;
        if (auto values = numbersOf(snapshot.images, c); values && varies(*values))
            columns.push_back({name, name, "", directionOf(name), std::move(*values)});
    }
    for (QualityMeasureColumn& column : columns) column.sameThing = sameThingAs(column.key);
    return columns;
}

}  // namespace facespace
