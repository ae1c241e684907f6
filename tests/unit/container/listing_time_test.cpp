#include <chrono>
#include <cstdlib>

#include "core/workflow/workflow.h"
#include "tests/unit/container/container_files.h"
#include "tests/unit/dataset/set_files.h"

namespace facespace::test {
namespace {

/// VmHWM in MiB: the most memory that this process has had since its count was last set back.
double peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

/// A million records of 25 to each label, and their index.
void writeMillion(const std::filesystem::path& file) {
    constexpr int kRecords = 1'000'000;
    std::ofstream records(file, std::ios::binary), index(std::filesystem::path(file).replace_extension(".idx"));
    std::uint64_t offset = 0;
    for (int i = 1; i <= kRecords; ++i) {
        RecordWriter writer;
        writer.add(0, labelled({static_cast<float>(i / 25)}, static_cast<std::uint64_t>(i), Bytes(200, 1)));
        records.write(reinterpret_cast<const char*>(writer.bytes().data()), std::ssize(writer.bytes()));
        index << i << '\t' << offset << '\n';
        offset += writer.bytes().size();
    }
}

TEST(RecordImport, ListsAMillionImagesInTime) {
    const TempSet folder;
    const auto file = folder.path() / "train.rec";
    writeMillion(file);
    std::ofstream("/proc/self/clear_refs") << "5";
    const auto start = std::chrono::steady_clock::now();
    ImportOptions options;
    options.folder = file;
    const auto report = createProject(folder.path() / "p.facespace", options, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->images, 1'000'000);
    EXPECT_EQ(report->identities, 40'001);
    EXPECT_LT(seconds, 10);
    EXPECT_LT(peakMemory(), 300);
    std::printf("%.2f s, %.0f MiB at most\n", seconds, peakMemory());
}

}  // namespace
}  // namespace facespace::test
