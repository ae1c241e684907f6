#pragma once
#include <gtest/gtest.h>
#include <unistd.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/dataset/import.h"

namespace facespace::test {

/// A folder of its own for one test, removed at its end.
class TempSet {
  public:
    TempSet() {
        static std::atomic<int> count{0};
        path_ = std::filesystem::canonical(testing::TempDir()) /
                ("facespace_dataset_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~TempSet() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempSet(const TempSet&) = delete;
    TempSet& operator=(const TempSet&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Writes a file, making its folders.
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    /// Files that only have to be there: importing does not decode.
    void images(std::initializer_list<const char*> names) const {
        for (const char* name : names) write(name, "x");
    }
    Result<ImportedSet> importManifest(const std::string& text, const std::string& mapping = "") const {
        ImportOptions options;
        options.manifest = write("labels.csv", text);
        options.mapping = parseColumnMapping(mapping).value();
        return importImageSet(options);
    }
    /// Labels alone, so that tests of cells need no files.
    Result<ImportedSet> importLabels(const std::string& text, const std::string& mapping = "") const {
        ImportOptions options;
        options.manifest = write("labels.csv", text);
        options.mapping = parseColumnMapping(mapping).value();
        options.noImages = true;
        return importImageSet(options);
    }

  private:
    std::filesystem::path path_;
};

/// Whether the result is an error of this kind whose sentence holds all of the parts; also that it is one sentence.
template <class T>
testing::AssertionResult failsWith(const Result<T>& result, ErrorCode code, std::initializer_list<const char*> parts) {
    if (result) return testing::AssertionFailure() << "it succeeded";
    const std::string& message = result.error().message;
    if (result.error().code != code) return testing::AssertionFailure() << "another error code, with: " << message;
    if (message.empty() || message.back() != '.' || message.find('\n') != std::string::npos)
        return testing::AssertionFailure() << "not a sentence: " << message;
    for (const char* part : parts)
        if (message.find(part) == std::string::npos)
            return testing::AssertionFailure() << "no “" << part << "” in: " << message;
    return testing::AssertionSuccess();
}

}  // namespace facespace::test
