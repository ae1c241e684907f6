#include "core/charts/face_groups.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <variant>

#include "core/figure/chart.h"

namespace facespace::report {
namespace {

std::string inAnotherLanguage(const Text& text) {
    // As the window does it: a name of the analyst stays, what we say does not.
    return text.words() == nullptr ? text.english() : "» " + text.english();
}

TEST(FaceGroups, HeadsAndCaptionsAreSaidInTheLanguageOfTheStyle) {
    FaceGroupOptions options;
    options.style.said = inAnotherLanguage;
    const Snapshot snapshot;
    FaceGroups groups(options, {say("Here"), say("There")}, 1, 1);
    const auto figure = groups.drawn(1, {}, [&](std::size_t) {
        return FaceGroup{groups.face(snapshot, -1, Text("Here"), sayCount("{} image", "{} images", 2, 2)),
                         groups.face(snapshot, -1, Text("p 7"), say("cosine {:.3f}", -0.25))};
    });
    ASSERT_TRUE(figure);
    std::vector<std::string> written;
    for (const auto& mark : figure::layOut(*figure).marks)
        if (const auto* text = std::get_if<figure::Text>(&mark)) written.push_back(text->text);
    for (const char* expected : {"» Here", "» There", "» 2 images", "» cosine -0.250", "Here", "p 7"})
        EXPECT_EQ(std::ranges::count(written, expected), 1) << expected;
}

}  // namespace
}  // namespace facespace::report
