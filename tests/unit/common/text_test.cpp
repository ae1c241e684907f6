#include "core/common/text.h"

#include <fmt/format.h>

#include <gtest/gtest.h>
#include <sstream>

namespace facespace {
namespace {

TEST(Text, IsWrittenOutInEnglishAndKeepsItsParts) {
    const Text text = say("“{}” has {:.2f} of {} {{%n}}.", std::string("a.csv"), 1.234, 7);
    EXPECT_EQ(text, "“a.csv” has 1.23 of 7 {%n}.");
    EXPECT_STREQ(text.words(), "“{}” has {:.2f} of {} {{%n}}.");
    EXPECT_EQ(text.values(), (std::vector<Text>{"a.csv", "1.23", "7"}));
    EXPECT_FALSE(text.count());
    EXPECT_EQ(say("{1} before {0}, {1}", 1, 2), "2 before 1, 2");
}

TEST(Text, AValueMayBeATextAndAValueIsNotFilledAgain) {
    const Text inner = say("Yaw of {}", std::string("{}"));
    const Text text = say("{} ({})", inner, std::string("{0} %n"));
    EXPECT_EQ(text, "Yaw of {} ({0} %n)");
    EXPECT_STREQ(text.values()[0].words(), "Yaw of {}");
    EXPECT_EQ(text.values()[1].words(), nullptr);
}

TEST(Text, OneAndManyAreTwoTemplates) {
    const auto left = [](int n) {
        return sayCount("One image of “{1}”.", "{} images of “{}”: {:g}.", n, n, std::string("A"), 0.5);
    };
    EXPECT_EQ(left(1), "One image of “A”.");
    EXPECT_EQ(left(0), "0 images of “A”: 0.5.");
    EXPECT_EQ(left(12000), "12000 images of “A”: 0.5.");
    EXPECT_EQ(left(1).count(), 1);
    // What only the plural needs is there for a language that needs it in the singular.
    EXPECT_EQ(left(1).values(), (std::vector<Text>{"1", "A", "0.5"}));
    EXPECT_STREQ(left(5).words(), "One image of “{1}”.");
    EXPECT_STREQ(left(5).manyWords(), "{} images of “{}”: {:g}.");
}

TEST(Text, TextsInARowStayApart) {
    const Text row = inARow({say("One."), say("Two {}.", 2)});
    EXPECT_EQ(row, "One. Two 2.");
    EXPECT_EQ(row.words(), nullptr);
    ASSERT_EQ(row.values().size(), 2U);
    EXPECT_STREQ(row.values()[1].words(), "Two {}.");
    EXPECT_EQ(inARow({}, ", "), "");
    EXPECT_EQ(inARow({std::string("a"), std::string("b")}, ", "), "a, b");
}

TEST(Text, FinishedTextHasNoTemplate) {
    const Text name = std::string("extracting");
    EXPECT_EQ(name.words(), nullptr);
    EXPECT_TRUE(name.values().empty());
    EXPECT_EQ(name, say("extracting"));
    std::ostringstream out;
    out << name << fmt::format(" {:>4}", Text(Phrase("Yaw")));
    EXPECT_EQ(out.str(), "extracting  Yaw");
}

TEST(Text, ANameInItIsExchanged) {
    const Text text =
        say("“{}” of {} is gone.", std::string("/a/b.part"), say("the folder of {}", std::string("/a/b.part")));
    const Text renamed = text.withName("/a/b.part", "/a/b");
    EXPECT_EQ(renamed, "“/a/b” of the folder of /a/b is gone.");
    EXPECT_EQ(renamed.values()[1], "the folder of /a/b");
}

}  // namespace
}  // namespace facespace
