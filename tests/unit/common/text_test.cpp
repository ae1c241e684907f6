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

TEST(Text, IsStoredWithItsTemplate) {
    const auto again = [](const Text& text) { return Text::fromStored(text.stored()); };
    const Text inner = sayCount("One image of “{1}”.", "{0} images of “{1}”.", 3, 3, std::string("a:b{}"));
    const Text text = again(say("{} has {:.1f}: {}", std::string("x\ny"), 0.25, inner));
    EXPECT_EQ(text, "x\ny has 0.2: 3 images of “a:b{}”.");
    EXPECT_STREQ(text.words(), "{} has {:.1f}: {}");
    ASSERT_EQ(text.values().size(), 3U);
    EXPECT_STREQ(text.values()[2].manyWords(), "{0} images of “{1}”.");
    EXPECT_EQ(text.values()[2].count(), 3);
    const Text row = again(inARow({say("One."), Text("Two")}, ", "));
    EXPECT_EQ(row, "One., Two");
    ASSERT_EQ(row.values().size(), 2U);
    EXPECT_STREQ(row.values()[0].words(), "One.");
    EXPECT_EQ(Text("a name").stored(), "a name");
}

TEST(Text, WhatIsStoredAndDamagedStaysEnglish) {
    const std::string stored = sayCount("One {}.", "{} more.", 2, 2).stored();
    const std::string english = "2 more.";
    for (std::size_t size = english.size() + 1; size < stored.size(); ++size) {
        const Text cut = Text::fromStored(stored.substr(0, size));
        EXPECT_EQ(cut, english) << size;
        EXPECT_EQ(cut.words(), nullptr) << size;
    }
    for (const char* tail : {"t1:{0:", "t2:{}0:", "t4:{9x}1:f1:a", "t3:{5}1:f1:a",
                             "t99999999999999999999:", "t-1:", "r1: -1:", "n2:{}2:{}1", "q", "f9:a", "t1:}0:"}) {
        const Text text = Text::fromStored(std::string("a\x1e") + tail);
        EXPECT_EQ(text, "a") << tail;
        EXPECT_EQ(text.words(), nullptr) << tail;
    }
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "r1: 1:";
    EXPECT_EQ(Text::fromStored("a\x1e" + deep), "a");
    // Another English than the template's is not believed.
    EXPECT_EQ(Text::fromStored("a\x1et1:b0:").words(), nullptr);
}

TEST(Text, OfATableHasItsPlaces) {
    const Text text = Text::filled(Phrase("{} of {}: {}"), {Text("1"), say("two")});
    EXPECT_EQ(text, "1 of two: ");
    EXPECT_STREQ(text.words(), "{} of {}: {}");
    EXPECT_EQ(text.values().size(), 3U);
    EXPECT_STREQ(Text::phraseFromFile("Blur").words(), "Blur");
    EXPECT_EQ(Text::phraseFromFile("{}").words(), nullptr);
}

}  // namespace
}  // namespace facespace
