// Every reader on the files of its corpus and on thousands made of them, the same in every run; under the sanitizers, too.
// By hand longer: FACESPACE_FUZZ_INPUTS=100000.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>

#include "tests/fuzz/mutate.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {

/// Names of tests hold it: an object's bytes would be others in every run.
static void PrintTo(const Reader& reader, std::ostream* out) { *out << reader.name; }

namespace {

namespace fs = std::filesystem;

std::vector<Input> corpusOf(const char* reader) {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(fs::path(FACESPACE_SOURCE_DIR) / "tests/fuzz/corpus" / reader))
        files.push_back(file.path());
    std::ranges::sort(files);
    std::vector<Input> inputs;
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return inputs;
}

int inputsAsked() {
    const char* asked = std::getenv("FACESPACE_FUZZ_INPUTS");
    return asked != nullptr ? std::max(1, std::atoi(asked)) : 1500;
}

class Corpus : public ::testing::TestWithParam<Reader> {};

/// A reader that never comes back, falls over or writes where it must not ends the program.
TEST_P(Corpus, WhateverTheBytesTheReaderComesBack) {
    using Clock = std::chrono::steady_clock;
    const std::vector<Input> corpus = corpusOf(GetParam().name);
    ASSERT_GE(corpus.size(), 3U);
    std::mt19937_64 random(20240607);
    const auto timed = [&](const Input& input) {
        const auto start = Clock::now();
        GetParam().read(input);
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    double longest = timed({});
    for (const Input& input : corpus) longest = std::max(longest, timed(input));
    for (int i = 0; i < inputsAsked(); ++i)
        longest = std::max(longest, timed(mutated(corpus[random() % corpus.size()], corpus, random)));
    EXPECT_LT(longest, 10) << "seconds for one input of at most 64 KiB";
}

std::vector<Reader> those() {
#ifdef FACESPACE_FUZZ_GRAPHS
    const auto all = graphReaders();
#else
    const auto all = readers();
#endif
    return {all.begin(), all.end()};
}

INSTANTIATE_TEST_SUITE_P(, Corpus, ::testing::ValuesIn(those()),
                         [](const auto& reader) { return std::string(reader.param.name); });

}  // namespace
}  // namespace facespace::fuzz
