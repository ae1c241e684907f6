#include "core/dataset/record_set.h"

#include <fmt/format.h>
#include <cmath>
#include <fstream>
#include <unordered_set>

#include "core/common/number_text.h"
#include "core/container/record_file.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kMostPropertyBytes = 256;

std::string identityOf(float label) {
    const bool whole = std::abs(label) < 1e15F && label == std::trunc(label);
    return whole ? fmt::format("{}", static_cast<std::int64_t>(label)) : fmt::format("{}", label);
}

/// InsightFace's "property" beside a set: identities, height and width, as 85742,112,112. Nothing if it is not that.
std::optional<std::int64_t> promisedIdentities(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_regular_file(folder / "property", error)) return {};
    std::ifstream in(folder / "property", std::ios::binary);
    std::string text(kMostPropertyBytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    const auto count = parseNumber(text.substr(0, text.find(',')));
    if (!count || *count < 1 || *count > 1e12 || *count != std::trunc(*count)) return {};
    return static_cast<std::int64_t>(*count);
}

void warnOfDamage(const RecordList& list, const std::string& name, std::vector<Text>& warnings) {
    if (list.damaged > 0)
        warnings.push_back(sayCount("1 record of “{1}” is not where its index says, or cut short, and was left out: {2}.",
                                    "{0} records of “{1}” are not where its index says, or cut short, and were left out, "
                                    "the first is {2}.",
                                    list.damaged, groupedNumber(list.damaged), name,
                                    RecordFile::entryName(list.firstDamaged)));
    if (list.labelsFromRanges)
        warnings.push_back(say("All images of “{}” have the same label; its identity records say who is who.", name));
    if (list.contradicted > 0)
        warnings.push_back(
            sayCount("The label of 1 image contradicts the identity record that counts it as its own; the label was taken.",
                     "The labels of {} images contradict the identity records that count them as their own; the labels "
                     "were taken.",
                     list.contradicted, groupedNumber(list.contradicted)));
    if (list.outside > 0)
        warnings.push_back(
            sayCount("1 image belongs to no identity record, so training leaves it out; here it is kept.",
                     "{} images belong to no identity record, so training leaves them out; here they are kept.",
                     list.outside, groupedNumber(list.outside)));
}

void warnOfProperty(const fs::path& folder, std::size_t identities, std::vector<Text>& warnings) {
    const auto promised = promisedIdentities(folder);
    const auto found = static_cast<std::int64_t>(identities);
    if (promised && *promised != found)
        warnings.push_back(say("“{}” promises {} identities; the labels of the images are {}.",
                               (folder / "property").string(), groupedNumber(*promised), groupedNumber(found)));
}

}  // namespace

Result<ContainerListing> listRecords(const fs::path& file, const JobContext& job) {
    const auto records = RecordFile::open(file, job);
    if (!records) return forward(records);
    auto list = (*records)->list(job);
    if (!list) return forward(list);
    ContainerListing listing;
    listing.layout = "RecordIO";
    listing.root = file.parent_path();
    listing.count = list->images.size();
    std::unordered_set<float> labels;
    for (const RecordImage& image : list->images) labels.insert(image.label);
    warnOfDamage(*list, file.string(), listing.warnings);
    warnOfProperty(file.parent_path(), labels.size(), listing.warnings);

    std::vector<std::string> sources;
    std::error_code error;
    if (const fs::path names = fs::path(file).replace_extension(".lst"); fs::is_regular_file(names, error)) {
        std::vector<std::uint64_t> keys(list->images.size());
        for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = list->images[i].key;
        auto read = readRecordNames(names, keys, listing.warnings, job);
        if (!read) return forward(read);
        sources = std::move(*read);
    }
    if (!sources.empty()) listing.metadataColumns.emplace_back("source");
    listing.image = [prefix = file.filename().string() + '/', images = std::move(list->images),
                     sources = std::move(sources)](std::size_t i) {
        ImageRecord record;
        record.path = prefix + RecordFile::entryName(images[i].key);
        record.identity = identityOf(images[i].label);
        if (!sources.empty()) record.metadata.push_back(sources[i]);
        return record;
    };
    return listing;
}

}  // namespace facespace
