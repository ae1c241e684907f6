#include "core/container/record_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kStepsPerReport = 20'000;
constexpr std::size_t kMostIndexLine = 64;

/// A line of an index: key, white space, offset.
bool readLine(std::string_view line, std::uint64_t& key, std::uint64_t& offset) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const char* const end = line.data() + line.size();
    const auto first = std::from_chars(line.data(), end, key);
    const char* at = first.ptr;
    if (first.ec != std::errc() || at == end || (*at != '\t' && *at != ' ')) return false;
    while (at < end && (*at == '\t' || *at == ' ')) ++at;
    const auto second = std::from_chars(at, end, offset);
    return second.ec == std::errc() && second.ptr == end;
}

/// Lines of a text, by blocks, so that a long one needs no memory.
class Lines {
  public:
    explicit Lines(const PositionedFile& file) : cursor_(file) {}
    /// False at the end. A longer line than an index has is given in pieces.
    bool next(std::string& line) {
        line.clear();
        std::uint8_t byte = 0;
        if (cursor_.left() == 0) return false;
        while (line.size() < kMostIndexLine && cursor_.take({&byte, 1}) && byte != '\n') line += static_cast<char>(byte);
        return true;
    }

  private:
    FileCursor cursor_;
};

}  // namespace

Result<std::shared_ptr<const RecordFile>> RecordFile::open(const fs::path& file, const JobContext& job) try {
    auto opened = PositionedFile::open(file);
    if (!opened) return forward(opened);
    const std::shared_ptr<RecordFile> records(new RecordFile(std::move(*opened)));
    std::vector<std::uint8_t> start;
    if (!readRecord(records->file_, 0, RecordHeader::kHeaderBytes, start))
        return fail(
            ErrorCode::kFormat,
            say("“{}” is not a RecordIO file (or a damaged one): no whole record is at its beginning.", file.string()));
    std::error_code error;
    const fs::path index = fs::path(file).replace_extension(".idx");
    records->indexed_ = fs::exists(index, error);
    const auto done = records->indexed_ ? records->readIndex(index, job) : records->goThrough(job);
    if (!done) return forward(done);
    return std::shared_ptr<const RecordFile>(records);
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to read the index of “{}”.", file.string()));
}

Result<void> RecordFile::readIndex(const fs::path& index, const JobContext& job) {
    const auto file = PositionedFile::open(index);
    if (!file) return forward(file);
    Lines lines(*file);
    std::string line;
    for (std::int64_t number = 1; lines.next(line); ++number) {
        if (line.empty() || line == "\r") continue;
        Place place;
        if (!readLine(line, place.key, place.offset))
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” should be the key of a record and where it begins; make the index anew with "
                            "MXNet's rec2idx, or take it away.",
                            number, file->name()));
        index_.push_back(place);
        if (index_.size() % kStepsPerReport == 0) {
            if (job.cancelled()) return cancelled();
            job.progress(say("reading the index"), static_cast<std::int64_t>(index_.size()), 0);
        }
    }
    if (index_.empty())
        return fail(ErrorCode::kFormat,
                    say("“{}” names no records; make it anew with MXNet's rec2idx, or take it away.", file->name()));
    return order(file->name());
}

Result<void> RecordFile::goThrough(const JobContext& job) {
    std::vector<std::uint8_t> start;
    std::unordered_set<std::uint64_t> ids;
    for (std::uint64_t offset = 0; offset < file_.size();) {
        const auto span = readRecord(file_, offset, RecordHeader::kHeaderBytes, start);
        if (!span) break;  // A file cut short keeps what is whole.
        const auto header = readRecordHeader(start, span->bytes);
        const std::uint64_t key = header ? header->id : index_.size();
        ids.insert(key);
        index_.push_back({key, offset});
        offset = span->next;
        if (index_.size() % kStepsPerReport == 0) {
            if (job.cancelled()) return cancelled();
            job.progress(say("looking for records"), static_cast<std::int64_t>(index_.size()), 0);
        }
    }
    if (ids.size() < index_.size())
        for (std::size_t i = 0; i < index_.size(); ++i) index_[i].key = i;
    return order(file_.name());
}

Result<void> RecordFile::order(const std::string& name) {
    index_.shrink_to_fit();
    const auto byKey = [](const Place& a, const Place& b) { return a.key < b.key; };
    if (!std::ranges::is_sorted(index_, byKey)) std::ranges::sort(index_, byKey);
    const auto twice = std::ranges::adjacent_find(index_, [](const Place& a, const Place& b) { return a.key == b.key; });
    if (twice != index_.end()) return fail(ErrorCode::kFormat, say("“{}” names the record {} twice.", name, twice->key));
    return {};
}

std::string RecordFile::entryName(std::uint64_t key) { return fmt::format("{:06}", key); }

const RecordFile::Place* RecordFile::find(const std::string& entry) const {
    std::uint64_t key = 0;
    const char* const end = entry.data() + entry.size();
    const auto [at, error] = std::from_chars(entry.data(), end, key);
    if (error != std::errc() || at != end) return nullptr;
    const auto place = std::ranges::lower_bound(index_, key, {}, &Place::key);
    return place != index_.end() && place->key == key ? &*place : nullptr;
}

bool RecordFile::has(const std::string& entry) const { return find(entry) != nullptr; }

Result<std::vector<std::uint8_t>> RecordFile::read(const std::string& entry, std::uint64_t most) const try {
    const Place* place = find(entry);
    if (place == nullptr) return fail(ErrorCode::kNotFound, say("“{}” has no record {}.", file_.name(), entry));
    std::vector<std::uint8_t> record;
    const auto span = readRecord(file_, place->offset, most, record);
    if (span && record.size() < span->bytes)
        return fail(ErrorCode::kFormat,
                    say("The record {} of “{}” is too large: {} bytes.", entry, file_.name(), span->bytes));
    const auto header = span ? readRecordHeader(record, span->bytes) : std::nullopt;
    if (!header)
        return fail(ErrorCode::kFormat,
                    say("The record {} of “{}” is damaged, or its index is of another file.", entry, file_.name()));
    record.erase(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(header->bytes()));
    return record;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to read the record {} of “{}”.", entry, file_.name()));
}

}  // namespace facespace
