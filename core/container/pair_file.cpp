#include "core/container/pair_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include "core/common/sha256.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kImagesPerReport = 64;
constexpr std::uint64_t kHashedAtOnce = std::uint64_t{1} << 20;

}  // namespace

Result<std::shared_ptr<const PairFile>> PairFile::open(const fs::path& file, const JobContext& job) try {
    auto opened = PositionedFile::open(file);
    if (!opened) return forward(opened);
    auto set = readPairPickle(*opened, job);
    if (!set) return forward(set);
    return std::shared_ptr<const PairFile>(new PairFile(std::move(*opened), std::move(*set)));
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to read “{}”.", file.string()));
}

std::string PairFile::entryName(std::size_t image) { return fmt::format("{:06}", image); }

std::optional<std::size_t> PairFile::find(const std::string& entry) const {
    std::size_t image = 0;
    const char* const end = entry.data() + entry.size();
    const auto [at, error] = std::from_chars(entry.data(), end, image);
    if (error != std::errc() || at != end || image >= set_.images.size()) return {};
    return image;
}

bool PairFile::has(const std::string& entry) const { return find(entry).has_value(); }

Result<std::vector<std::uint8_t>> PairFile::read(const std::string& entry, std::uint64_t most) const try {
    const auto image = find(entry);
    if (!image) return fail(ErrorCode::kNotFound, say("“{}” has no image {}.", file_.name(), entry));
    const FilePart& part = set_.images[*image];
    if (part.bytes > most)
        return fail(ErrorCode::kFormat,
                    say("The image {} of “{}” is too large: {} bytes.", entry, file_.name(), part.bytes));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(part.bytes));
    if (file_.read(part.offset, bytes) != bytes.size())
        return fail(ErrorCode::kIo, say("Reading “{}” failed midway.", file_.name()));
    return bytes;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to read the image {} of “{}”.", entry, file_.name()));
}

Result<std::vector<std::size_t>> PairFile::firstOfSame(const JobContext& job) const {
    std::vector<std::size_t> first(set_.images.size());
    std::map<std::uint64_t, std::size_t> atOffset;  // one image can be named several times
    std::map<std::uint64_t, std::vector<std::size_t>> byLength;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto [known, isNew] = atOffset.try_emplace(set_.images[i].offset, i);
        first[i] = known->second;
        if (isNew) byLength[set_.images[i].bytes].push_back(i);
    }
    std::vector<std::size_t> firstOfPart(first.size());
    std::iota(firstOfPart.begin(), firstOfPart.end(), std::size_t{0});
    std::size_t done = 0;
    for (const auto& [length, images] : byLength) {
        if (images.size() == 1) continue;
        std::map<std::string, std::size_t> known;
        for (const std::size_t image : images) {
            if (job.cancelled()) return cancelled();
            if (done++ % kImagesPerReport == 0)
                job.progress(say("comparing images"), static_cast<std::int64_t>(done), std::ssize(first));
            const auto hash = hashOf(set_.images[image]);
            if (!hash) return forward(hash);
            firstOfPart[image] = known.try_emplace(*hash, image).first->second;
        }
    }
    for (std::size_t& image : first) image = firstOfPart[image];
    return first;
}

Result<std::string> PairFile::hashOf(const FilePart& part) const {
    std::vector<std::uint8_t> block(static_cast<std::size_t>(std::min(part.bytes, kHashedAtOnce)));
    Sha256 hash;
    for (std::uint64_t done = 0; done < part.bytes;) {
        const auto some =
            std::span(block).first(static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), part.bytes - done)));
        if (file_.read(part.offset + done, some) != some.size())
            return fail(ErrorCode::kIo, say("Reading “{}” failed midway.", file_.name()));
        hash.add(std::as_bytes(some));
        done += some.size();
    }
    return hash.hex();
}

}  // namespace facespace
