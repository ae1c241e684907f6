#include "core/analyses/field.h"

#include <gtest/gtest.h>

namespace facespace {
namespace {

Fields fields() {
    return {
        {.key = "folds", .title = "Folds", .help = "Folds", .fallback = std::int64_t{5}, .low = 2, .high = 32},
        {.key = "train-share", .title = {}, .help = "Share", .fallback = 0.5, .low = 0.05, .high = 0.95},
        {.key = "metric",
         .title = {},
         .help = "Score",
         .fallback = std::string("cosine"),
         .choices = {{"cosine", {}}, {"euclidean", {}}}},
        {.key = "far", .title = {}, .help = "Rates", .fallback = std::vector<double>{0.01}, .low = 0, .high = 0.5},
        {.key = "names", .title = {}, .help = "Names", .fallback = std::vector<std::string>{}},
        {.key = "log", .title = {}, .help = "Logarithmic", .fallback = false, .drawing = true},
    };
}

TEST(Values, AreReadFromWordsOfTheRightTypeAndRange) {
    Values v(fields());
    EXPECT_EQ(v.whole("folds"), 5);
    EXPECT_TRUE(v.setText("folds", "32"));
    EXPECT_TRUE(v.setText("train-share", "0.25"));
    EXPECT_TRUE(v.setText("metric", "euclidean"));
    EXPECT_TRUE(v.setText("far", "0.1,1e-3"));
    EXPECT_TRUE(v.setText("names", "a,b c,"));
    EXPECT_TRUE(v.setText("log", "true"));
    EXPECT_EQ(v.whole("folds"), 32);
    EXPECT_EQ(v.number("train-share"), 0.25);
    EXPECT_EQ(v.text("metric"), "euclidean");
    EXPECT_EQ(v.get<std::vector<double>>("far"), (std::vector<double>{0.1, 1e-3}));
    EXPECT_EQ(v.get<std::vector<std::string>>("names"), (std::vector<std::string>{"a", "b c", ""}));
    EXPECT_TRUE(v.flag("log"));
    EXPECT_TRUE(v.set("train-share", std::int64_t{0}).error().message.english().find("0.05 to 0.95") != std::string::npos)
        << "a whole number is taken for a number, and then is out of range";
}

TEST(Values, RefuseWhatDoesNotFitAndStayAsTheyWere) {
    for (const auto& [key, words] : std::vector<std::pair<std::string, std::string>>{{"folds", "1"},
                                                                                     {"folds", "33"},
                                                                                     {"folds", "4.5"},
                                                                                     {"folds", ""},
                                                                                     {"train-share", "nan"},
                                                                                     {"train-share", "half"},
                                                                                     {"metric", "manhattan"},
                                                                                     {"far", "0.1,x"},
                                                                                     {"far", "0.9"},
                                                                                     {"log", "yes"}}) {
        Values v(fields());
        const auto refused = v.setText(key, words);
        ASSERT_FALSE(refused) << key << " " << words;
        EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
        EXPECT_NE(refused.error().message.english().find("--" + key), std::string::npos) << refused.error().message;
        EXPECT_EQ(v, Values(fields()));
    }
    Values v(fields());
    EXPECT_EQ(v.setText("fold", "5").error().code, ErrorCode::kNotFound);
    EXPECT_NE(v.setText("fold", "5").error().message.english().find("train-share"), std::string::npos)
        << "lists those there are";
    EXPECT_EQ(v.set("folds", std::string("5")).error().code, ErrorCode::kInvalid);
}

TEST(Values, GoToJsonAndBackUnchanged) {
    Values v(fields());
    ASSERT_TRUE(v.setText("folds", "7"));
    ASSERT_TRUE(v.setText("train-share", "0.1"));
    ASSERT_TRUE(v.setText("names", "“x”,\xff"));
    EXPECT_EQ(Values(fields()).json(),
              R"({"folds":5,"train_share":0.5,"metric":"cosine","far":[0.01],"names":[],"log":false})");
    EXPECT_EQ(v.json(false).find("log"), std::string::npos) << "what matters for a figure only";
    ASSERT_TRUE(v.setText("names", "a,b"));
    Values again(fields());
    ASSERT_TRUE(again.setJson(v.json()));
    EXPECT_EQ(again, v);
    for (const char* json : {"", "[1]", "{\"folds\":5", "nonsense"})
        EXPECT_EQ(again.setJson(json).error().code, ErrorCode::kFormat) << json;
    for (const char* json : {R"({"folds":"many"})", R"({"folds":99})", R"({"far":[0.1,"x"]})", R"({"log":1})"})
        EXPECT_EQ(again.setJson(json).error().code, ErrorCode::kInvalid) << json;
    EXPECT_EQ(again.setJson(R"({"other":1})").error().code, ErrorCode::kNotFound);
    EXPECT_EQ(again, v);
}

}  // namespace
}  // namespace facespace
