// Readers on damaged files: 10,000 mutations of each with FACESPACE_MUTATIONS=10000, a part of them else.
#include <array>
#include <cstdlib>
#include <functional>
#include <random>

#include "core/container/archive_file.h"
#include "core/container/pair_file.h"
#include "core/container/record_file.h"
#include "core/dataset/container_set.h"
#include "tests/unit/container/archive_files.h"
#include "tests/unit/container/container_imports.h"
#include "tests/unit/container/pickle_files.h"

namespace facespace::test {
namespace {

int mutations() {
    const char* wanted = std::getenv("FACESPACE_MUTATIONS");
    return wanted == nullptr ? 400 : std::atoi(wanted);
}

/// Changes a file as damage and malice do: bytes, numbers of a field's size, parts cut out, doubled, moved or cut off.
class Mutator {
  public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}
    Bytes mutated(Bytes bytes) {
        const std::size_t changes = 1 + below(4);
        for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) change(bytes);
        return bytes;
    }

  private:
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(random_() % count); }
    void change(Bytes& bytes) {
        const std::size_t at = below(bytes.size()), count = below(std::min<std::size_t>(64, bytes.size() - at)) + 1;
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(6)) {
            case 0:
                bytes[at] = static_cast<std::uint8_t>(random_());
                break;
            case 1:
                bytes[at] ^= static_cast<std::uint8_t>(1U << below(8));
                break;
            case 2: {
                static constexpr std::array<std::uint64_t, 8> kNumbers{
                    0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFFFFFFFFFF};
                const std::uint64_t number = kNumbers[below(kNumbers.size())];
                for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i)
                    bytes[at + i] = static_cast<std::uint8_t>(number >> 8 * i);
                break;
            }
            case 3:
                bytes.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(count, bytes.size() - at)));
                break;
            case 4: {
                const Bytes part(begin, begin + static_cast<std::ptrdiff_t>(std::min(count, bytes.size() - at)));
                bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size())), part.begin(), part.end());
                break;
            }
            default:
                bytes.resize(at);
        }
    }
    std::mt19937_64 random_;
};

Bytes bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

/// Lists what is left of a container and reads some of its images; whatever comes out, nothing breaks and all stays small.
void readAll(const std::filesystem::path& file) {
    const auto listing = listContainers({file}, {});
    if (!listing) {
        ASSERT_FALSE(std::string(listing.error().message).empty());
        return;
    }
    const auto container = openContainer(file);
    for (std::size_t i = 0; i < std::min<std::size_t>(listing->count, 50); ++i) {
        const ImageRecord record = listing->image(i);
        ASSERT_TRUE(record.path.starts_with(file.filename().string() + '/'));
        ASSERT_FALSE(record.identity.empty());
        if (!container) continue;
        const auto bytes = (*container)->read(record.path.substr(file.filename().string().size() + 1), kMost);
        ASSERT_TRUE(!bytes || bytes->size() <= kMost);
    }
}

void mutateInTurn(const std::filesystem::path& read, const std::filesystem::path& changed, std::uint64_t seed) {
    const Bytes whole = bytesOf(changed);
    ASSERT_NO_FATAL_FAILURE(readAll(read));
    Mutator mutator(seed);
    for (int i = 0; i < mutations(); ++i) {
        SCOPED_TRACE(i);
        writeBytes(changed, mutator.mutated(whole));
        ASSERT_NO_FATAL_FAILURE(readAll(read));
    }
}

TEST(Mutations, OfRecordsBreakNothing) {
    const TempSet folder;
    const auto file = insightFaceSet(3, 3, {4, 5}).write(folder.path(), "a");
    mutateInTurn(file, file, 1);
}

TEST(Mutations, OfRecordsWithoutAnIndexBreakNothing) {
    const TempSet folder;
    const auto file = insightFaceSet(3, 3).write(folder.path(), "a", false);
    mutateInTurn(file, file, 2);
}

TEST(Mutations, OfAnIndexBreakNothing) {
    const TempSet folder;
    const auto file = insightFaceSet(3, 3).write(folder.path(), "a");
    mutateInTurn(file, folder.path() / "a.idx", 3);
}

TEST(Mutations, OfAListBreakNothing) {
    const TempSet folder;
    const auto file = insightFaceSet(1, 3).write(folder.path(), "a");
    folder.write("a.lst", "1\t0\tann/1.jpg\n2\t0\t3\tann/2.jpg\n3\t1\tb\xC3\xB6/3.jpg\n");
    mutateInTurn(file, folder.path() / "a.lst", 4);
}

TEST(Mutations, OfVerificationSetsBreakNothing) {
    for (const int protocol : {2, 4}) {
        const TempSet folder;
        const auto file = folder.path() / "a.bin";
        writeBytes(file, pickled({ppm(2, 2, 1), ppm(9, 9, 2), ppm(2, 2, 1), ppm(3, 2, 4)}, {true, false}, protocol));
        mutateInTurn(file, file, 5);
    }
}

TEST(Mutations, OfArchivesBreakNothing) {
    std::uint64_t seed = 6;
    for (const auto& [format, name] : {std::pair{"ustar", "a.tar"}, std::pair{"pax", "b.tar"}, std::pair{"gnutar", "c.tar"},
                                       std::pair{"zip", "a.zip"}, std::pair{"stored zip", "b.zip"}}) {
        const TempSet folder;
        const auto file = writeArchive(folder.path() / name, format,
                                       {{std::string(120, 'a') + "/b\xC3\xB6.jpg", ppm(4, 4, 1)},
                                        {"1.jpg", ppm(9, 9, 1)},
                                        {"1.cls", textBytes("7")},
                                        {"2.png", ppm(2, 2, 1)},
                                        {"2.json", textBytes(R"({"label": "ann"})")}});
        mutateInTurn(file, file, seed++);
    }
}

}  // namespace
}  // namespace facespace::test
