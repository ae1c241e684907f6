#include "core/dataset/record_reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <numbers>

#include "core/common/number_text.h"
#include "core/dataset/text.h"

namespace facespace {
namespace fs = std::filesystem;

RecordReader::RecordReader(std::vector<std::string> columns, FieldColumns fields, std::string manifest)
    : columns_(std::move(columns)),
      fields_(std::move(fields)),
      manifest_(std::move(manifest)),
      words_(fields_.metadata.size()) {}

std::vector<std::string> RecordReader::metadataColumns() const {
    std::vector<std::string> names;
    for (const std::size_t column : fields_.metadata) names.push_back(columns_[column]);
    return names;
}

Text RecordReader::where(std::size_t column) const {
    return say("in column “{}”, line {} of “{}”", columns_[column], line_, manifest_);
}

/// The cell of the field, or nothing if it is absent or says that there is no value.
const std::string* RecordReader::cell(const Cells& cells, Field field) const {
    if (!fields_.has(field)) return nullptr;
    const std::string& text = cells[static_cast<std::size_t>(fields_[field].column)];
    return isMissing(text) ? nullptr : &text;
}

Result<std::optional<double>> RecordReader::number(const Cells& cells, Field field) const {
    const std::string* text = cell(cells, field);
    if (text == nullptr) return std::nullopt;
    const auto value = parseNumber(*text);
    if (value) return value;
    return fail(ErrorCode::kFormat,
                say("“{}” {} is not a finite number; write numbers as 12.5 and leave the cell empty where there is none.",
                    readableText(text->substr(0, 80)), where(static_cast<std::size_t>(fields_[field].column))));
}

Result<std::optional<double>> RecordReader::angle(const Cells& cells, Field field) const {
    auto value = number(cells, field);
    if (!value || !*value) return value;
    const auto& source = fields_[field];
    double degrees = **value;
    if (source.radians) degrees *= 180.0 / std::numbers::pi;
    if (source.negate && degrees != 0) degrees = -degrees;  // Never −0.
    if (degrees < -360 || degrees > 360)
        return fail(ErrorCode::kFormat, say("“{}” {} is not an angle: {} is kept in degrees from −360 to 360.",
                                            cells[static_cast<std::size_t>(source.column)],
                                            where(static_cast<std::size_t>(source.column)), fieldName(field)));
    return degrees;
}

/// `count` fields in a row: all of them or, if all are blank, nothing.
/// @param problem  What is said if some are blank, of a field that is there and one that is not.
Result<std::optional<std::vector<float>>> RecordReader::numbers(const Cells& cells, Field first, std::size_t count,
                                                                const Problem& problem) const {
    std::vector<float> values;
    std::optional<Field> present, absent;
    for (std::size_t i = 0; i < count; ++i) {
        const Field field = static_cast<Field>(static_cast<std::size_t>(first) + i);
        const auto value = number(cells, field);
        if (!value) return forward(value);
        (*value ? present : absent) = field;
        if (*value) values.push_back(static_cast<float>(**value));
    }
    if (!present) return std::nullopt;
    if (!absent) return values;
    return fail(ErrorCode::kFormat, problem(fieldName(*present), fieldName(*absent)));
}

Result<void> RecordReader::readFace(const Cells& cells, ImageRecord& record) const {
    const auto box = numbers(cells, Field::kBoxX, 4, [&](const std::string& present, const std::string& absent) {
        return say("Line {} of “{}” has {} but no {}; give the face box whole or leave it empty.", line_, manifest_, present,
                   absent);
    });
    if (!box) return forward(box);
    if (*box) {
        const auto& b = **box;
        if (b[2] > 0 && b[3] > 0)
            record.box = FaceBox{b[0], b[1], b[2], b[3]};
        else if (!allowEmptyBoxes_)
            return fail(
                ErrorCode::kFormat,
                say("The face box on line {} of “{}” is {} × {} pixels; leave its cells empty where there is no face.",
                    line_, manifest_, b[2], b[3]));
    }
    const auto points = numbers(cells, Field::kLmX1, 10, [&](const std::string& present, const std::string& absent) {
        return say("Line {} of “{}” has {} but no {}; give all five landmarks or leave them empty.", line_, manifest_,
                   present, absent);
    });
    if (!points) return forward(points);
    if (*points) {
        Landmarks landmarks;
        for (std::size_t i = 0; i < landmarks.size(); ++i) landmarks[i] = {(**points)[2 * i], (**points)[2 * i + 1]};
        record.landmarks = landmarks;
    }
    return {};
}

Result<void> RecordReader::readAngles(const Cells& cells, ImageRecord& record) const {
    for (const auto& [field, target] : {std::pair{Field::kYaw, &record.yawDeg}, std::pair{Field::kPitch, &record.pitchDeg},
                                        std::pair{Field::kRoll, &record.rollDeg}}) {
        const auto value = angle(cells, field);
        if (!value) return forward(value);
        *target = *value;
    }
    return {};
}

Result<void> RecordReader::readMedia(const Cells& cells, ImageRecord& record) const {
    if (const std::string* video = cell(cells, Field::kVideo)) record.video = trimmed(*video);
    const std::string* text = cell(cells, Field::kMedia);
    if (text == nullptr) {
        if (!record.video.empty()) record.media = Media::kVideo;
        return {};
    }
    const std::string medium = lowerCase(trimmed(*text));
    if (medium == "still" || medium == "image" || medium == "photo")
        record.media = Media::kStill;
    else if (medium == "video" || medium == "frame")
        record.media = Media::kVideo;
    else
        return fail(ErrorCode::kFormat,
                    say("“{}” {} is neither still nor video; leave the cell empty where it is not known.",
                        text->substr(0, 80), where(static_cast<std::size_t>(fields_[Field::kMedia].column))));
    return {};
}

Result<void> RecordReader::checkCells(Cells& cells) const {
    // Spreadsheets like to write empty cells at the end.
    while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();
    if (cells.size() != columns_.size())
        return fail(ErrorCode::kFormat, say("Line {} of “{}” has {} values, but its header names {} columns.", line_,
                                            manifest_, cells.size(), columns_.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (static_cast<int>(i) != fields_[Field::kPath].column && !isUtf8(cells[i]))
            return fail(ErrorCode::kFormat, say("“{}” {} is not UTF-8 text; save the file as CSV in UTF-8.",
                                                readableText(cells[i].substr(0, 80)), where(i)));
    return {};
}

Result<ImageRecord> RecordReader::read(std::vector<std::string>& cells, std::int64_t line) {
    line_ = line;
    if (const auto fine = checkCells(cells); !fine) return forward(fine);
    ImageRecord record;
    record.path = cells[static_cast<std::size_t>(fields_[Field::kPath].column)];
    auto identity = identityOf(cells);
    if (!identity) return forward(identity);
    record.identity = std::move(*identity);
    if (const auto fine = readAngles(cells, record); !fine) return forward(fine);
    if (const auto fine = readMedia(cells, record); !fine) return forward(fine);
    if (const auto fine = readFace(cells, record); !fine) return forward(fine);
    record.metadata.reserve(fields_.metadata.size());
    for (std::size_t i = 0; i < fields_.metadata.size(); ++i) record.metadata.push_back(kept(i, cells[fields_.metadata[i]]));
    return record;
}

Result<std::string> RecordReader::identityOf(const Cells& cells) const {
    const std::string& path = cells[static_cast<std::size_t>(fields_[Field::kPath].column)];
    if (fields_.identityIsFolder) {
        const std::string folder = fs::path(path).parent_path().filename().string();
        if (!folder.empty() && folder != "." && folder != "..") return composed(readableText(folder));
        return fail(ErrorCode::kFormat,
                    say("Line {} of “{}” names no identity, and its image lies in no folder.", line_, manifest_));
    }
    const auto column = static_cast<std::size_t>(fields_[Field::kIdentity].column);
    std::string name = composed(trimmed(cells[column]));
    if (fields_.identityIsWhole) name = name.substr(0, name.find('.'));
    // Somebody may be called Null; then a folder is, too.
    const auto isFolder = [&] {
        const fs::path folders = fs::path(path).parent_path();
        return !name.empty() && std::find(folders.begin(), folders.end(), fs::path(name)) != folders.end();
    };
    if (!isMissing(name) || isFolder()) return name;
    return fail(ErrorCode::kFormat, name.empty() ? say("Line {} of “{}” names no identity (column “{}” is empty).", line_,
                                                       manifest_, columns_[column])
                                                 : say("Line {} of “{}” names no identity (column “{}” says “{}”).", line_,
                                                       manifest_, columns_[column], name));
}

/// The cell as it is kept, and counted where a word that may be meant is taken for none.
std::string RecordReader::kept(std::size_t metadataColumn, const std::string& cell) {
    Words& words = words_[metadataColumn];
    if (!isMissing(cell)) {
        words.text = words.text || !parseNumber(cell);
        return cell;
    }
    if (!trimmed(cell).empty() && words.count++ == 0) words.first = trimmed(cell);
    return {};
}

std::vector<Text> RecordReader::notes() const {
    std::vector<Text> notes;
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i].count > 0 && words_[i].text)
            notes.push_back(sayCount("“{1}” in column “{2}” was taken for no value, in 1 row.",
                                     "“{1}” and the like in column “{2}” were taken for no value, in {0} rows.",
                                     words_[i].count, groupedNumber(words_[i].count), words_[i].first,
                                     columns_[fields_.metadata[i]]));
    return notes;
}

}  // namespace facespace
