#include "core/analysis/image_pairs.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <ctime>
#include <fstream>
#include <random>

#include "core/analysis/pair_protocols.h"
#include "core/analysis/script_accuracy.h"
#include "core/dataset/text.h"

using namespace facespace;
namespace fs = std::filesystem;

namespace {

class ImagePairs : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        dir =
            fs::temp_directory_path() / ("facespace-pairs-" + std::string(info->name()) + "." + std::to_string(::getpid()));
        fs::create_directories(dir);
    }
    void TearDown() override { fs::remove_all(dir); }
    fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories((dir / name).parent_path());
        std::ofstream(dir / name, std::ios::binary) << text;
        return dir / name;
    }
    Result<PairList> read(const std::string& text, const std::string& scores = {}) const {
        return readImagePairs(write("pairs.txt", text), paths, identity, scores);
    }
    /// "0-1g 0-2i": rows and kind of each pair.
    static std::string shown(const Result<PairList>& list) {
        if (!list) return list.error().message;
        std::string text;
        for (const auto& p : list->pairs)
            text += fmt::format("{}{}-{}{}", text.empty() ? "" : " ", p.a, p.b, p.genuine ? "g" : "i");
        return text;
    }
    static std::string foldsOf(const Result<PairList>& list) {
        std::string text = fmt::format("{}:", list->folds);
        for (const auto& p : list->pairs) text += fmt::format("{}", p.fold);
        return text;
    }
    fs::path dir;
    std::vector<std::string> paths{"Ann_B/Ann_B_0001.jpg",
                                   "Ann_B/Ann_B_0002.jpg",
                                   "Bo C 0/Bo C 0_0001.png",
                                   "Bo C 0/Bo C 0_0002.png",
                                   "s1/1.pgm",
                                   "s1/12.pgm",
                                   "Zo\xC3\xAB/0003_aligned.jpg"};
    std::vector<std::string> identity{"Ann", "Ann", "Bo", "Bo", "one", "one", "Zo\xC3\xAB"};
};

}  // namespace

TEST_F(ImagePairs, LfwInAllItsShapes) {
    const std::string body = "Ann_B\t1\t2\nBo C 0\t1\t2\nAnn_B\t1\tBo C 0\t1\nAnn_B\t2\tBo C 0\t2\n";
    const std::string expected = "0-1g 2-3g 0-2i 1-3i";
    for (const std::string& head :
         {std::string("1\t2\n"), std::string("2\n"), std::string(), std::string("\xEF\xBB\xBF") + "1\t2\r\n"})
        EXPECT_EQ(shown(read(head + body)), expected) << head;
    std::string spaced = body, commas = body;
    std::ranges::replace(spaced, '\t', ' ');
    std::ranges::replace(commas, '\t', ',');
    // Names with blanks that end in numbers, separated by blanks: only one reading is of images that there are.
    EXPECT_EQ(shown(read("1 2\n" + spaced)), expected);
    // A table with a header, as it is offered with commas.
    EXPECT_EQ(shown(read("name,imagenum1,imagenum2,\n" + commas)), expected);
    // Columns made even with blanks.
    EXPECT_EQ(shown(read("Ann_B      1    2   \nAnn_B      1    s1     12\n")), "0-1g 0-5i");
    // Folders of numbers, identities, and words behind the number.
    EXPECT_EQ(shown(read("s1 1 12\none 1 12\ns1 12 Zo\xC3\xAB 3\nZo\x65\xCC\x88 3 s1 1\n")), "4-5g 4-5g 5-6i 6-4i");
}

TEST_F(ImagePairs, FoldsOfLfwLists) {
    std::string body;
    for (int fold = 0; fold < 3; ++fold) body += "Ann_B 1 2\ns1 1 12\nAnn_B 1 s1 1\nAnn_B 2 s1 12\n";
    EXPECT_EQ(foldsOf(read("3 2\n" + body)), "3:000011112222");
    EXPECT_EQ(foldsOf(read(body)), "3:000011112222");  // RFW's have no line above.
    EXPECT_EQ(foldsOf(read("Ann_B 1 2\nAnn_B 1 s1 1\nAnn_B 2 s1 12\n")), "1:000");
    EXPECT_FALSE(read("0 5\n" + body));
    EXPECT_FALSE(read("3 2\n" + body + "Ann_B 1\n"));
}

TEST_F(ImagePairs, TwoPathsAndALabel) {
    const std::string expected = "0-1g 0-4i";
    for (const char* text :
         {"Ann_B/Ann_B_0001.jpg Ann_B/Ann_B_0002.jpg 1\nAnn_B/Ann_B_0001.jpg s1/1.pgm 0\n",
          "1 Ann_B/Ann_B_0001.jpg Ann_B/Ann_B_0002.jpg\n0 Ann_B/Ann_B_0001.jpg s1/1.pgm\n",
          "path1,path2,same\nAnn_B/Ann_B_0001.jpg,Ann_B/Ann_B_0002.jpg,1\nAnn_B/Ann_B_0001.jpg,s1/1.pgm,0\n",
          "p1;p2;label\n/data/lfw/Ann_B/Ann_B_0001.png;Ann_B_0002.jpg;True\nAnn_B_0001;s1\\1.pgm;False\n",
          "Ann_B/Ann_B_0001\tAnn_B/Ann_B_0002\tgenuine\nAnn_B/Ann_B_0001\ts1/1\timpostor\n",
          "Ann_B_0001.jpg Ann_B_0002.jpg\nAnn_B_0001.jpg s1/1.pgm\n"})
        EXPECT_EQ(shown(read(text)), expected) << text;
    EXPECT_EQ(shown(read("Bo C 0/Bo C 0_0001.png Bo C 0/Bo C 0_0002.png 1\n")), "2-3g");
    // BFW's table has folds and attributes; LFW's folds come from the column.
    const auto list = read(
        "fold,p1,p2,label,id1,att1,score\n1,Ann_B_0001.jpg,Ann_B_0002.jpg,1,0,asian,0.5\n2,Ann_B_0001.jpg,s1/"
        "1.pgm,0,0,asian,0.1\n");
    EXPECT_EQ(shown(list), expected);
    EXPECT_EQ(foldsOf(list), "2:01");
    // CALFW's: two lines a pair, the number 0 for different people.
    EXPECT_EQ(shown(read("Ann_B_0001.jpg 1\nAnn_B_0002.jpg 1\nAnn_B_0001.jpg 0\ns1/1.pgm 0\n")), expected);
    EXPECT_EQ(read("Ann_B_0001.jpg s1/1.pgm x\nAnn_B_0001.jpg s1/12.pgm 0\n")->pairs.size(), 2U);  // No labels: identities.
    EXPECT_FALSE(read("a,b\nnothing,here\n"));
}

TEST_F(ImagePairs, WhatIsMissingOrCouldBeTwoImagesIsSaid) {
    paths.push_back("other/Ann_B_0001.jpg");
    identity.push_back("Ann");
    const auto list = read("Ann_B_0001.jpg Ann_B_0002.jpg 1\nAnn_B/Ann_B_0001.jpg s1/1.pgm 0\ngone.jpg s1/1.pgm 0\n");
    EXPECT_EQ(shown(list), "0-4i");
    EXPECT_EQ(list->missing, 2);
    ASSERT_EQ(list->notes.size(), 2U);
    EXPECT_NE(list->notes[0].find("“gone.jpg”"), std::string::npos);
    EXPECT_NE(list->notes[1].find("“Ann_B_0001.jpg” is “Ann_B/Ann_B_0001.jpg” or “other/Ann_B_0001.jpg”"),
              std::string::npos);
    const auto none = read("x.jpg y.jpg 1\n");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(readImagePairs(dir / "none.txt", paths, identity).error().code, ErrorCode::kIo);
    EXPECT_EQ(readImagePairs(dir, paths, identity).error().code, ErrorCode::kIo);
}

TEST_F(ImagePairs, CfpFolders) {
    paths = {"Data/Images/001/frontal/01.jpg", "Data/Images/001/frontal/02.jpg", "Data/Images/001/profile/01.jpg",
             "Data/Images/002/profile/01.jpg"};
    identity = {"001", "001", "001", "002"};
    write("Protocol/Pair_list_F.txt", "1 ../Data/Images/001/frontal/01.jpg\n2 ../Data/Images/001/frontal/02.jpg\n");
    write("Protocol/Pair_list_P.txt", "1 ../Data/Images/001/profile/01.jpg\n2 ../Data/Images/002/profile/01.jpg\n");
    write("Protocol/Split/FP/01/same.txt", "1,1\n");
    write("Protocol/Split/FP/01/diff.txt", "1,2\n");
    write("Protocol/Split/FP/02/same.txt", "2,1\n");
    write("Protocol/Split/FP/02/diff.txt", "2,2\n");
    write("Protocol/Split/FF/01/same.txt", "1,2\n");
    write("Protocol/Split/FF/01/diff.txt", "1,1\n");
    const auto list = readImagePairs(dir / "Protocol/Split/FP", paths, identity);
    EXPECT_EQ(shown(list), "0-2g 0-3i 1-2g 1-3i");
    EXPECT_EQ(foldsOf(list), "2:0011");
    EXPECT_EQ(shown(readImagePairs(dir / "Protocol/Split/FF/", paths, identity)), "0-1g 0-0i");
}

TEST_F(ImagePairs, ScoresOfOtherSystems) {
    const std::string table =
        "p1,p2,label,mine,distance\nAnn_B_0001.jpg,Ann_B_0002.jpg,1,0.9,0.2\nAnn_B_0001.jpg,s1/1.pgm,0,0.1,1.5\n";
    EXPECT_EQ(read(table, "mine")->scores, (std::vector<double>{0.9, 0.1}));
    EXPECT_EQ(read(table, "distance")->scores, (std::vector<double>{-0.2, -1.5}));
    EXPECT_EQ(read(table, "yours").error().code, ErrorCode::kNotFound);
    const auto file = write("s.txt", "0.5\n0.25\n0.125\n");
    const std::string lfw = "Ann_B 1 2\nAnn_B 1 gone 1\nAnn_B 1 s1 1\n";
    EXPECT_EQ(read(lfw, file.string())->scores, (std::vector<double>{0.5, 0.125}));
    EXPECT_EQ(read(lfw + "Ann_B 2 s1 1\n", file.string()).error().code, ErrorCode::kInvalid);
    // The figures are those of the scores, and no features are asked for.
    FeatureMatrix none = FeatureMatrix::Ones(static_cast<Eigen::Index>(paths.size()), 1);
    const auto v = verifyPairs(none, identity, *read(table, "mine"), {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_EQ(v->auc.value, 1);
    EXPECT_NEAR(v->worstGenuine.at(0).score, 0.9, 1e-6);
    EXPECT_FALSE(v->scriptAccuracy);
}

TEST_F(ImagePairs, LabelsAgainstTheIdentitiesAreSaid) {
    FeatureMatrix x = FeatureMatrix::Random(static_cast<Eigen::Index>(paths.size()), 8);
    const auto contradictions = [&](const std::string& text) {
        const auto v = verifyPairs(x, identity, *read(text), {}, {});
        std::string all;
        for (const Text& note : v->notes) all += note.english();
        return all;
    };
    const std::string right = "Ann_B_0001.jpg Ann_B_0002.jpg 1\nAnn_B_0001.jpg s1/1.pgm 0\nAnn_B_0001.jpg s1/12.pgm 0\n";
    EXPECT_EQ(contradictions(right).find("against the identities"), std::string::npos);
    EXPECT_NE(contradictions(right + "s1/1.pgm s1/12.pgm 0\n").find("1 pair is called"), std::string::npos);
    EXPECT_NE(contradictions("Ann_B_0001.jpg Ann_B_0002.jpg 0\nAnn_B_0001.jpg s1/1.pgm 1\n").find("most of them"),
              std::string::npos);
    // Of templates, too.
    Templates t{x.topRows(3), {"10", "11", "12"}, {"a", "a", "b"}, 0};
    const auto list = readTemplatePairs(write("t.txt", "10 11 1\n10 12 1\n11 12 0\n"), t);
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(shown(list), "0-1g 0-2g 1-2i");
    EXPECT_EQ(shown(readTemplatePairs(write("t.txt", "10,11,7\n10,12,1\n"), t)), "0-1g 0-2i");
}

TEST_F(ImagePairs, ScriptAccuracyIsThatOfTheScripts) {
    // By the loops of calculate_roc() written out, over random pairs of which some lie on thresholds.
    std::mt19937 random(9);
    std::uniform_real_distribution<double> distance(0, 2.5);
    for (const int n : {10, 23, 600}) {
        std::vector<ScriptPair> pairs;
        for (int i = 0; i < n; ++i) {
            const bool genuine = random() % 2 == 0;
            double d = distance(random) + (genuine ? 0 : 0.9);
            if (random() % 5 == 0) d = std::round(d * 100) / 100;
            pairs.push_back({d, genuine});
        }
        std::vector<double> accuracy;
        int begin = 0;
        for (int f = 0; f < 10; ++f) {
            const int end = begin + n / 10 + (f < n % 10 ? 1 : 0);
            int best = -1;
            double bestThreshold = 0;
            const auto right = [&](double threshold, bool inside) {
                int count = 0;
                for (int i = 0; i < n; ++i)
                    if ((i >= begin && i < end) == inside)
                        count += (pairs[static_cast<std::size_t>(i)].squaredDistance < threshold) ==
                                         pairs[static_cast<std::size_t>(i)].genuine
                                     ? 1
                                     : 0;
                return count;
            };
            for (int t = 0; t < 400; ++t)
                if (const int count = right(t * 0.01, false); count > best) {
                    best = count;
                    bestThreshold = t * 0.01;
                }
            accuracy.push_back(static_cast<double>(right(bestThreshold, true)) / (end - begin));
            begin = end;
        }
        double mean = 0, variance = 0;
        for (const double a : accuracy) mean += a / 10;
        for (const double a : accuracy) variance += (a - mean) * (a - mean) / 10;
        const auto result = scriptAccuracy(pairs);
        ASSERT_TRUE(result);
        EXPECT_NEAR(result->mean, mean, 1e-12);
        EXPECT_NEAR(result->sd, std::sqrt(variance), 1e-12);
    }
    EXPECT_FALSE(scriptAccuracy(std::vector<ScriptPair>(9)));
}

TEST_F(ImagePairs, TemplatesOfSeveralAndWeights) {
    FeatureMatrix x(3, 2);
    x << 2, 0, 0, 4, 6, 6;
    const auto t = poolTemplates(x, {"1;2", "1", "2"}, {"m", "m", "n"}, {"a", "a", "a"}, {0.5, 1, 0.5});
    ASSERT_EQ(t.ids, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(t.features(0, 0), 0.5F);
    EXPECT_EQ(t.features(0, 1), 2.0F);
    EXPECT_EQ(t.features(1, 0), 2.0F);
    EXPECT_EQ(t.features(1, 1), 1.5F);
}

/// IJB-C has 15.7 million pairs of 23,124 templates.
TEST_F(ImagePairs, FifteenMillionTemplatePairsInTime) {
    constexpr int kTemplates = 23'000, kPairs = 15'000'000;
    Templates t;
    t.features = FeatureMatrix::Random(kTemplates, 128);
    for (int i = 0; i < kTemplates; ++i) {
        t.ids.push_back(std::to_string(i + 1));
        t.identity.push_back(std::to_string(i / 7));
    }
    const fs::path file = dir / "pairs.txt";
    {
        std::ofstream out(file, std::ios::binary);
        std::mt19937 random(1);
        fmt::memory_buffer text;
        for (int i = 0; i < kPairs; ++i) {
            const int a = static_cast<int>(random() % kTemplates);
            const int b = i % 800 == 0 ? a / 7 * 7 : static_cast<int>(random() % kTemplates);
            fmt::format_to(std::back_inserter(text), "{} {} {}\n", a + 1, b + 1, a / 7 == b / 7 ? 1 : 0);
            if (text.size() > 1 << 20) {
                out.write(text.data(), static_cast<std::streamsize>(text.size()));
                text.clear();
            }
        }
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    const std::clock_t start = std::clock();
    const auto list = readTemplatePairs(file, t);
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(list->pairs.size(), static_cast<std::size_t>(kPairs));
    const double reading = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    VerificationOptions o;
    o.templates = true;
    const auto v = verifyPairs(t.features, t.identity, *list, o, {});
    ASSERT_TRUE(v) << v.error().message;
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    RecordProperty("reading", fmt::format("{:.1f}", reading));
    RecordProperty("seconds", fmt::format("{:.1f}", seconds));
    EXPECT_LT(seconds, 60);
}

/// FACESPACE_MUTATIONS=10000 for the long form.
TEST_F(ImagePairs, MutatedListsNeverCrash) {
    const char* asked = std::getenv("FACESPACE_MUTATIONS");
    const int trials = asked != nullptr ? std::atoi(asked) : 500;
    const std::vector<std::string> seeds{
        "1\t2\nAnn_B\t1\t2\nBo C 0\t1\t2\nAnn_B\t1\tBo C 0\t1\n", "Ann_B 1 2\nAnn_B 1 s1 12\n",
        "fold,p1,p2,label,score\n1,Ann_B_0001.jpg,Ann_B_0002.jpg,1,0.5\n2,Ann_B_0001.jpg,s1/1.pgm,0,0.1\n",
        "Ann_B_0001.jpg 1\nAnn_B_0002.jpg 1\n", "1 Ann_B_0001.jpg s1/1.pgm\n0 s1/12.pgm s1/1.pgm\n"};
    const std::vector<std::string> pieces{
        ",", "\n", " ", "\t", "\"", "9999999999999999999", "-1", ".jpg", "/", "\\", "\xFF", std::string(1, '\0'), "1", "s1"};
    std::mt19937 random(5);
    Templates t{FeatureMatrix::Random(2, 3), {"1", "s1"}, {"a", "b"}, 0};
    for (int trial = 0; trial < trials; ++trial) {
        std::string text = seeds[random() % seeds.size()];
        for (auto n = 1 + random() % 5; n > 0; --n) {
            const std::size_t at = random() % (text.size() + 1);
            if (random() % 3 == 0)
                text.erase(at, random() % 6);
            else
                text.insert(at, pieces[random() % pieces.size()]);
        }
        const auto list = read(text, trial % 4 == 0 ? "score" : "");
        if (list) {
            EXPECT_FALSE(list->pairs.empty());
            EXPECT_TRUE(list->scores.empty() || list->scores.size() == list->pairs.size()) << text;
            for (const auto& p : list->pairs) {
                EXPECT_TRUE(p.a >= 0 && p.b >= 0 && p.a < 7 && p.b < 7 && p.fold >= 0 && p.fold < std::max(1, list->folds))
                    << text;
            }
        } else {
            EXPECT_EQ(list.error().message.english().back(), '.') << text;
            EXPECT_TRUE(isUtf8(list.error().message.english())) << text;
        }
        (void)readTemplatePairs(dir / "pairs.txt", t);
    }
}
