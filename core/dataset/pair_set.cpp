#include "core/dataset/pair_set.h"

#include <numeric>
#include <utility>

#include "core/common/number_text.h"
#include "core/container/pair_file.h"

namespace facespace {
namespace {

/// Joins images to people; a person's number is that of the first image.
class People {
  public:
    explicit People(std::size_t images) : first_(images) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }
    std::size_t of(std::size_t image) {
        std::size_t first = image;
        while (first_[first] != first) first = first_[first];
        while (first_[image] != first) image = std::exchange(first_[image], first);
        return first;
    }
    void join(std::size_t a, std::size_t b) {
        a = of(a);
        b = of(b);
        first_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> first_;
};

}  // namespace

Result<ContainerListing> listPairs(const std::filesystem::path& file, const JobContext& job) {
    const auto pairs = PairFile::open(file, job);
    if (!pairs) return forward(pairs);
    const auto twins = (*pairs)->firstOfSame(job);
    if (!twins) return forward(twins);
    const auto& same = (*pairs)->same();
    People people(twins->size());
    for (std::size_t i = 0; i < twins->size(); ++i) people.join(i, (*twins)[i]);
    for (std::size_t p = 0; p < same.size(); ++p)
        if (same[p] != 0) people.join(2 * p, 2 * p + 1);
    std::int64_t contradicted = 0, firstContradicted = -1;
    for (std::size_t p = 0; p < same.size(); ++p)
        if (same[p] == 0 && people.of(2 * p) == people.of(2 * p + 1) && contradicted++ == 0)
            firstContradicted = static_cast<std::int64_t>(p);

    ContainerListing listing;
    listing.layout = "verification pairs";
    listing.root = file.parent_path();
    listing.count = twins->size();
    std::vector<std::size_t> first(listing.count);
    for (std::size_t i = 0; i < first.size(); ++i) first[i] = people.of(i);
    listing.image = [prefix = file.filename().string() + '/', first = std::move(first)](std::size_t i) {
        ImageRecord record;
        record.path = prefix + PairFile::entryName(i);
        record.identity = PairFile::entryName(first[i]);
        return record;
    };
    listing.warnings.push_back(say(
        "“{}” says of {} pairs whether they are one person, not who it is: images that no pair calls one person count as "
        "different people, and verification compares the pairs of the file.",
        file.string(), groupedNumber(static_cast<std::int64_t>(same.size()))));
    if (contradicted > 0)
        listing.warnings.push_back(sayCount(
            "1 pair is called different people, but is one person by the other pairs and equal images: the one from "
            "0 on numbered {1}.",
            "{0} pairs are called different people, but are one person by the other pairs and equal images, the "
            "first is that numbered {1}, from 0 on.",
            contradicted, groupedNumber(contradicted), firstContradicted));
    return listing;
}

}  // namespace facespace
