#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>

#include "core/common/parallel.h"
#include "core/container/record_file.h"

namespace facespace {
namespace {

constexpr std::size_t kHeadsPerChunk = 4096;

/// Keys and ranges are written as float32: beyond this they are not exact, and say nothing.
constexpr float kLargestExact = 16'777'216;

/// The keys that an identity record calls its own: [begin, end).
struct Range {
    std::uint64_t begin = 0, end = 0;
};

}  // namespace

/// What the header of a record says.
struct RecordFile::Head {
    float label = 0, second = 0;
    bool damaged = false, image = false, pair = false;
};

Result<std::vector<RecordFile::Head>> RecordFile::heads(const JobContext& job) const {
    std::vector<Head> heads(index_.size());
    std::atomic<std::int64_t> done{0};
    parallelChunks(index_.size(), kHeadsPerChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::uint8_t> start;
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
            const auto span = readRecord(file_, index_[i].offset, kHeaderWithTwoLabels, start);
            const auto header = span ? readRecordHeader(start, span->bytes) : std::nullopt;
            heads[i].damaged = !header;
            if (!header) continue;
            heads[i].image = span->bytes > header->bytes();
            heads[i].pair = header->labelCount >= 2;
            heads[i].label = header->label;
            heads[i].second = header->second;
        }
        const auto count = static_cast<std::int64_t>(end - begin);
        job.progress(say("listing images"), done += count, static_cast<std::int64_t>(index_.size()));
    });
    if (job.cancelled()) return cancelled();
    return heads;
}

namespace {

/// Holds labels against identity records: each has the keys of one label.
void holdAgainst(const std::vector<Range>& ranges, RecordList& list) {
    const auto labelled = [](const RecordImage& a, const RecordImage& b) { return a.label == b.label; };
    const auto& images = list.images;
    list.labelsFromRanges = ranges.size() > 1 && std::ranges::adjacent_find(images, std::not_fn(labelled)) == images.end();
    std::vector<char> inside(images.size(), 0);
    for (std::size_t r = 0; r < ranges.size(); ++r) {
        const auto first = std::ranges::lower_bound(images, ranges[r].begin, {}, &RecordImage::key);
        const auto last = std::ranges::lower_bound(first, images.end(), ranges[r].end, {}, &RecordImage::key);
        const auto at = static_cast<std::size_t>(first - images.begin());
        for (std::size_t i = at; i < at + static_cast<std::size_t>(last - first); ++i) {
            inside[i] = 1;
            if (list.labelsFromRanges) list.images[i].label = static_cast<float>(r);
            if (!list.labelsFromRanges && images[i].label != first->label) ++list.contradicted;
        }
    }
    if (!ranges.empty()) list.outside = std::ranges::count(inside, 0);
}

}  // namespace

Result<RecordList> RecordFile::list(const JobContext& job) const try {
    const auto looked = heads(job);
    if (!looked) return forward(looked);
    RecordList list;
    std::vector<Range> ranges;
    for (std::size_t i = 0; i < looked->size(); ++i) {
        const Head& head = (*looked)[i];
        if (head.damaged && list.damaged++ == 0) list.firstDamaged = index_[i].key;
        if (head.image) list.images.push_back({index_[i].key, head.label});
        const bool identity = !head.damaged && !head.image && head.pair && index_[i].key != 0;
        list.identityRecords += identity ? 1 : 0;
        if (identity && head.label >= 0 && head.second > head.label && head.second <= kLargestExact)
            ranges.push_back({static_cast<std::uint64_t>(head.label), static_cast<std::uint64_t>(head.second)});
    }
    if (list.damaged == static_cast<std::int64_t>(looked->size()))
        return fail(ErrorCode::kFormat,
                    say("No record is where the index of “{}” says; the index is of another file.", file_.name()));
    if (list.images.empty())
        return fail(ErrorCode::kFormat, say("None of the records of “{}” holds an image.", file_.name()));
    std::ranges::sort(ranges, {}, &Range::begin);
    const bool apart =
        std::ranges::adjacent_find(ranges, [](const Range& a, const Range& b) { return b.begin < a.end; }) == ranges.end();
    if (apart) holdAgainst(ranges, list);
    return list;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to list the images of “{}”.", file_.name()));
}

}  // namespace facespace
