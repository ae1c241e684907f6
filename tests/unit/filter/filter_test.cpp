#include "core/filter/filter.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <random>

#include "core/filter/hint.h"

namespace facespace {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Eight images: yaw, media, distance of two networks, tags, and a column whose name is no word.
DataTable faces() {
    DataTable table;
    table.rows = 8;
    const auto number = [&](const char* key, std::vector<double> values) {
        Column c;
        c.key = c.title = key;
        c.kind = Column::Kind::kNumber;
        c.numbers = std::move(values);
        table.columns.push_back(std::move(c));
    };
    const auto category = [&](const char* key, std::vector<std::string> levels, std::vector<std::int32_t> codes) {
        Column c;
        c.key = c.title = key;
        c.kind = Column::Kind::kCategory;
        c.levels = std::move(levels);
        c.codes = std::move(codes);
        table.columns.push_back(std::move(c));
    };
    Column path;
    path.key = path.title = "path";
    path.texts = {"a/1.jpg", "a/2.jpg", "b/1.jpg", "b/2.jpg", "b/3.png", "c/1.jpg", "c/2.jpg", "c/3.jpg"};
    table.columns.push_back(path);
    category("identity", {"Ann", "Bob", "Cäcilie"}, {0, 0, 1, 1, 1, 2, 2, 2});
    category("media", {"still", "video"}, {0, 1, 0, 1, -1, 0, 1, 1});
    number("yaw", {-60, -45, -10, 0, kNan, 10, 50, 80});
    category("camera model", {"Canon", "Nikon"}, {0, 0, 0, 1, 1, 1, 1, -1});
    category("decision", {"keep", "reject"}, {0, -1, 1, -1, -1, -1, -1, -1});
    category("tags", {"even", "even; odd", "odd"}, {0, 1, 2, -1, -1, -1, -1, -1});
    number("distance[A]", {1, 2, 3, 4, 5, 6, 7, kNan});
    number("distance[B]", {8, 7, 6, 5, 4, 3, 2, 1});
    return table;
}

/// The rows that pass, as "0 3 7"; the message of an error.
std::string rows(const std::string& expression, const std::string& network = "A") {
    const auto mask = evaluateFilter(expression, faces(), network);
    if (!mask) return mask.error().message;
    std::string text;
    for (std::size_t row = 0; row < mask->size(); ++row) {
        if ((*mask)[row] != 0) text += (text.empty() ? "" : " ") + std::to_string(row);
    }
    return text;
}

TEST(Filter, TheExampleOfTheManual) { EXPECT_EQ(rows("abs(yaw) > 45 && media == \"video\" && distance > p50"), "6"); }

TEST(Filter, ComparesNumbers) {
    EXPECT_EQ(rows(""), "0 1 2 3 4 5 6 7");
    EXPECT_EQ(rows("yaw > 0"), "5 6 7");
    EXPECT_EQ(rows("yaw <= -45"), "0 1");
    EXPECT_EQ(rows("-45 <= yaw < 10"), "1 2 3");
    EXPECT_EQ(rows("yaw = 0"), "3");
    EXPECT_EQ(rows("abs(yaw) >= 50"), "0 6 7");
    EXPECT_EQ(rows("yaw*2 - 20 == 0"), "5");
    EXPECT_EQ(rows("-yaw > 50"), "0");
    EXPECT_EQ(rows("2 + 3 * 2 == 8 and yaw == 0"), "3");
    EXPECT_EQ(rows("max(yaw, 0) == 0"), "0 1 2 3");
    EXPECT_EQ(rows("yaw ≤ −45"), "0 1");
}

TEST(Filter, ComparesTexts) {
    EXPECT_EQ(rows("media == \"video\""), "1 3 6 7");
    EXPECT_EQ(rows("media=video"), "1 3 6 7");
    EXPECT_EQ(rows("media != 'video'"), "0 2 5");
    EXPECT_EQ(rows("identity in (\"Ann\", \"Cäcilie\")"), "0 1 5 6 7");
    EXPECT_EQ(rows("identity not in (Ann, Bob)"), "5 6 7");
    EXPECT_EQ(rows("path ~ \"PNG\""), "4");
    EXPECT_EQ(rows("path ~ \"c/*.jpg\""), "5 6 7");
    EXPECT_EQ(rows("`camera model` == \"Nikon\" && !(media == \"video\")"), "5");
    EXPECT_EQ(rows("count(identity) == 2"), "0 1");
    EXPECT_EQ(rows("tag(\"odd\")"), "1 2");
    EXPECT_EQ(rows("tag(\"od\")"), "");
    EXPECT_EQ(rows("decision == \"keep\""), "0");
    EXPECT_EQ(rows("decision != \"reject\""), "0 1 3 4 5 6 7") << "also what nobody has looked at";
    EXPECT_EQ(rows("decision != reject && !(decision = keep)"), "1 3 4 5 6 7");
    EXPECT_EQ(rows("missing(decision)"), "1 3 4 5 6 7");
    EXPECT_EQ(rows("tag(\"reject\")"), "2") << "as filters had it before decisions had a column";
}

TEST(Filter, AsksForDecisionsBeforeThereIsOne) {
    DataTable table = faces();
    std::erase_if(table.columns, [](const Column& c) { return c.key == "decision" || c.key == "tags"; });
    const auto passing = [&](const char* expression) {
        const auto mask = evaluateFilter(expression, table, "A");
        return mask ? std::ranges::count(*mask, 1) : -1;
    };
    EXPECT_EQ(passing("decision != \"reject\""), 8);
    EXPECT_EQ(passing("decision == keep"), 0);
    EXPECT_EQ(passing("decision in (\"keep\", \"reject\")"), 0);
    EXPECT_EQ(passing("missing(decision) && tags == \"\""), 8);
    EXPECT_EQ(passing("note ~ \"x\""), 0);
}

TEST(Filter, JoinsConditions) {
    EXPECT_EQ(rows("yaw < 0 || identity == \"Bob\""), "0 1 2 3 4");
    EXPECT_EQ(rows("yaw < 0 or yaw > 60 and media == still"), "0 1 2");  // "and" binds closer
    EXPECT_EQ(rows("(yaw < 0 or yaw > 60) & media == video"), "1 7");
    EXPECT_EQ(rows("not yaw < 0"), "3 5 6 7");
}

TEST(Filter, MissingIsNeitherTrueNorFalse) {
    EXPECT_EQ(rows("missing(yaw)"), "4");
    EXPECT_EQ(rows("!(yaw > 0)"), "0 1 2 3");
    EXPECT_EQ(rows("media == \"still\" || yaw > 60"), "0 2 5 7");
    EXPECT_EQ(rows("missing(media) && identity == \"Bob\""), "4");
    EXPECT_EQ(rows("yaw + 1 > -1000"), "0 1 2 3 5 6 7");
}

TEST(Filter, PercentilesAreOfTheOtherSide) {
    EXPECT_EQ(rows("distance <= p50"), "0 1 2 3");  // 1 … 7: the median is 4
    EXPECT_EQ(rows("distance[B] < p10"), "7");      // 1 … 8: 1.7
    EXPECT_EQ(rows("p25 < distance < p75"), "2 3 4");
    EXPECT_EQ(rows("distance > percentile(distance, 99.5)"), "6");
    EXPECT_EQ(rows("distance >= p99.5 or distance > mean(distance) + 1.3 * sd(distance)"), "6");
    EXPECT_EQ(rows("distance == median(distance)"), "3");
    EXPECT_EQ(rows("distance < 3", "B"), "6 7");  // the network in view
}

TEST(Filter, ErrorsSayWhatIsWrongAndWhere) {
    EXPECT_EQ(rows("yav > 45"), "There is no column “yav”. Did you mean “yaw”?");
    EXPECT_EQ(rows("yaw > 45 media == still"), "Put && or || between two conditions, or an operator between two values.");
    EXPECT_EQ(rows("yaw >"), "The expression ends too early: something is missing here.");
    EXPECT_EQ(rows("(yaw > 4"), "The closing ) of this ( is missing.");
    EXPECT_EQ(rows("yaw > 4)"), "There is no ( for this ).");
    EXPECT_EQ(rows("media == \"video"), "The closing \" of this text is missing.");
    EXPECT_EQ(rows("media == vdeo"), "“media” has no value “vdeo”; it has “still”, “video”. Did you mean “video”?");
    EXPECT_EQ(rows("yaw"), "“yaw” is a number: compare it, as in … > 0.");
    EXPECT_EQ(rows("-yaw"), "This is a number: compare it, as in … > 0.");
    EXPECT_EQ(rows("identity"), "“identity” is a text: compare it, as in … == \"…\".");
    EXPECT_EQ(rows("identity == 4"), "A text is compared with a text in quotes, as in identity == \"…\".");
    EXPECT_EQ(rows("yaw ~ \"4\""), "A number is compared with a number, not with a text.");
    EXPECT_EQ(rows("p10 > 4"), "“p10” is a percentile: compare a column with it, as in distance < p10.");
    EXPECT_EQ(rows("asb(yaw) > 4"), "There is no function “asb”. Did you mean “abs”?");
    EXPECT_EQ(rows("Yaw > 4"), "There is no column “Yaw”. Did you mean “yaw”?");
    EXPECT_EQ(rows("abs > 4"), "There is no column “abs”. It is a function, as in abs(…).");
    EXPECT_EQ(rows("yaw(3) > 4"), "There is no function “yaw”. It is a column: leave the parentheses out.");
    EXPECT_EQ(rows("model == 3"), "There is no column “model”. Did you mean “`camera model`”?");
    EXPECT_EQ(rows("xyz > 3"), "There is no column “xyz”.");
    EXPECT_EQ(rows("abs(yaw, 2) > 4"), "abs() takes one value.");
    EXPECT_EQ(rows("min(yaw) > 4"), "min() takes two values.");
    EXPECT_EQ(rows("`camera model"), "The closing ` of this name is missing.");
    EXPECT_EQ(rows("yaw > 4 && %"), "“%” means nothing here.");
    const auto error = evaluateFilter("abs(yaw) > 4 && pich < 3", faces(), "A").error();
    EXPECT_EQ(error.position, 16U);
    EXPECT_EQ(error.length, 4U);
    EXPECT_EQ(rows(std::string(100000, '(')), "This expression is too long.");
    EXPECT_EQ(rows(std::string(500, '(')), "This expression is nested too deeply.");
}

TEST(Filter, WhereNothingPassesANearValueIsSuggested) {
    const auto hint = [](const std::string& expression) { return filterHint(expression, faces(), "A"); };
    EXPECT_EQ(hint("identity == \"Anne\""), "“identity” has no value “Anne”. Did you mean “Ann”?");
    EXPECT_EQ(hint("yaw > 4 && media in (\"Still\")"), "“media” has no value “Still”. Did you mean “still”?");
    EXPECT_EQ(hint("\"bo\" == identity"), "“identity” has no value “bo”. Did you mean “Bob”?");
    EXPECT_EQ(hint("identity == \"Zacharias\""), "“identity” has no value “Zacharias”.");
    EXPECT_TRUE(hint("identity != \"Anne\"").empty());
    EXPECT_TRUE(hint("identity == \"Ann\"").empty());
    EXPECT_TRUE(hint("yaw > 400").empty());
    EXPECT_TRUE(hint("yaw >").empty());
}

TEST(Filter, NoInputBreaksIt) {
    const std::vector<std::string> words{"yaw",  "media", "\"video\"", "p10", "distance", "(",        ")",
                                         "&&",   "||",    "!",         "<",   "==",       "in",       ",",
                                         "abs(", "tag(",  "~",         "-",   "45",       "missing(", "`camera model`",
                                         "not",  "count("};
    std::mt19937 random(7);
    int understood = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string expression;
        for (std::size_t n = random() % 9; n > 0; --n) expression += words[random() % words.size()] + " ";
        const auto mask = evaluateFilter(expression, faces(), "A");
        if (mask) {
            EXPECT_EQ(mask->size(), 8U);
            ++understood;
            continue;
        }
        EXPECT_FALSE(mask.error().message.empty()) << expression;
        EXPECT_LE(mask.error().position + mask.error().length, expression.size()) << expression;
    }
    EXPECT_GT(understood, 100);
}

std::string offered(const std::string& before, const std::string& after = "") {
    std::string text;
    for (const auto& item : completeFilter(before + after, before.size(), faces(), "A").items)
        text += (text.empty() ? "" : " ") + item.text;
    return text;
}

TEST(Filter, Completes) {
    EXPECT_EQ(offered("ya"), "yaw");
    EXPECT_EQ(offered("yaw > 4 && dis"), "distance distance[B]");
    EXPECT_EQ(offered("m"), "media min( max( mean( median( missing(");
    EXPECT_EQ(offered("cam"), "`camera model`");
    EXPECT_EQ(offered("media == "), "\"still\" \"video\"");
    EXPECT_EQ(offered("media == \"v"), "\"video\"");
    EXPECT_EQ(offered("identity in (\"Ann\", c"), "\"Cäcilie\"");
    EXPECT_EQ(offered("path ~ \"a"), "");
    const auto found = completeFilter("yaw > 4 && di", 13, faces(), "A");
    EXPECT_EQ(found.start, 11U);
    EXPECT_EQ(found.length, 2U);
}

TEST(Filter, NamesReadBack) {
    for (const Column& column : faces().columns) {
        const std::string name = filterName(column.key, "A");
        EXPECT_TRUE(evaluateFilter("missing(" + name + ")", faces(), "A")) << name;
    }
    EXPECT_EQ(filterQuoted("O\"Neil"), "'O\"Neil'");
}

}  // namespace
}  // namespace facespace
