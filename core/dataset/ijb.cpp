#include "core/dataset/ijb.h"

#include <fmt/format.h>

#include "core/common/number_text.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

bool holdsPart(std::string_view list, std::string_view part) {
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(';', at), list.size());
        if (list.substr(at, end - at) == part) return true;
        at = end + 1;
    }
    return false;
}

std::string faceKey(const ImageRecord& record) {
    if (!record.box) return record.path + '\n';
    return fmt::format("{}\n{} {} {} {}", record.path, record.box->x, record.box->y, record.box->width, record.box->height);
}

}  // namespace

IjbCollector::IjbCollector(ImageSet& set, const std::vector<std::string>& columns, const FieldColumns& fields,
                           std::string manifest)
    : set_(set), manifest_(std::move(manifest)) {
    for (std::size_t i = 0; i < fields.metadata.size(); ++i)
        if (lowerCase(columns[fields.metadata[i]]) == "frame") frameColumn_ = i;
}

void IjbCollector::setMedia(ImageRecord& record) const {
    std::string folders(1, '/');
    folders += lowerCase(record.path);
    const auto frame = frameColumn_ ? parseNumber(record.metadata[*frameColumn_]) : std::nullopt;
    const bool inFrames = folders.find("/frame/") != std::string::npos || folders.find("/frames/") != std::string::npos;
    const bool inStills = folders.find("/img/") != std::string::npos;
    record.media = inFrames || (!inStills && frame && *frame > 0) ? Media::kVideo : Media::kStill;
    if (record.media == Media::kStill) record.video.clear();
}

Result<void> IjbCollector::add(ImageRecord record, std::int64_t line) {
    setMedia(record);
    const auto [known, isNew] = records_.try_emplace(faceKey(record), set_.images.size());
    if (isNew) {
        set_.images.push_back(std::move(record));
        lines_.push_back(line);
        return {};
    }
    ImageRecord& face = set_.images[known->second];
    if (face.identity != record.identity)
        return fail(ErrorCode::kFormat,
                    say("“{}” gives the same face in “{}” to two subjects: {} on line {} and {} on line {}.", manifest_,
                        readableText(face.path), face.identity, lines_[known->second], record.identity, line));
    for (std::size_t i = 0; i < face.metadata.size(); ++i)
        if (!holdsPart(face.metadata[i], record.metadata[i])) face.metadata[i] += ';' + record.metadata[i];
    ++merged_;
    return {};
}

void IjbCollector::finish(std::vector<Text>& warnings) const {
    if (merged_ > 0)
        warnings.push_back(
            sayCount("1 row of “{1}” repeats a face for a further template and was joined to its first row.",
                     "{0} rows of “{1}” repeat a face for a further template and were joined to its first row.", merged_,
                     groupedNumber(merged_), manifest_));
}

}  // namespace facespace
