#include "tests/fuzz/reader.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace facespace::fuzz {
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::error_code error;
        const fs::path memory = "/dev/shm";
        const bool inMemory = fs::is_directory(memory, error) && ::access(memory.c_str(), W_OK) == 0;
        std::string pattern = ((inMemory ? memory : fs::temp_directory_path()) / "facespace-fuzz-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) std::abort();
        path = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path path;
};

}  // namespace

std::span<const Reader> readers() {
    static const std::vector<Reader> all = [] {
        std::vector<Reader> gathered;
        for (const auto& some :
             {labelReaders(), featureReaders(), imageReaders(), containerReaders(), networkReaders(), projectReaders()})
            gathered.insert(gathered.end(), some.begin(), some.end());
        return gathered;
    }();
    return all;
}

const fs::path& workFolder() {
    static const Folder folder;
    return folder.path;
}

fs::path inputFile(const std::string& name, Bytes bytes) {
    fs::path file = workFolder() / name;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) std::abort();
    return file;
}

std::uint8_t Take::byte() { return static_cast<std::uint8_t>(number(1)); }

std::uint64_t Take::number(int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes && !rest_.empty(); ++i) {
        value |= static_cast<std::uint64_t>(rest_.front()) << (8 * i);
        rest_ = rest_.subspan(1);
    }
    return value;
}

Bytes Take::bytes(std::size_t most) {
    const Bytes taken = rest_.first(std::min(most, rest_.size()));
    rest_ = rest_.subspan(taken.size());
    return taken;
}

}  // namespace facespace::fuzz
