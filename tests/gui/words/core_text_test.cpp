#include "widgets/words/core_text.h"

#include <gtest/gtest.h>
#include <QCoreApplication>
#include <QTranslator>

#include "core/common/number_text.h"
#include "core/common/result.h"
#include "core/figure/scales.h"
#include "core/project/data_table.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

/// Turns templates of the core round: their values too.
class Spanish : public QTranslator {
  public:
    QString translate(const char* context, const char* text, const char* many, int n) const override {
        if (qstrcmp(context, "facespace") != 0) return {};
        const QString words = QString::fromUtf8(text);
        if (words == QStringLiteral("“{}” has {} of {:.1f}.")) return QStringLiteral("{{{2}}}: {0} tiene {1}.");
        if (words == QStringLiteral("Yaw")) return QStringLiteral("Guiñada");
        if (words == QStringLiteral("extracting")) return QStringLiteral("extrayendo");
        if (words == QStringLiteral("Cancelled.")) return QStringLiteral("Cancelado.");
        if (words == QStringLiteral("Path")) return QStringLiteral("Ruta");
        if (words == QStringLiteral("Predicted {} ({})")) return QStringLiteral("Predicción de {} ({})");
        if (words == QStringLiteral("yaw")) return QStringLiteral("guiñada");
        if (words == QStringLiteral("one image") && qstrcmp(many, "{} images") == 0)
            return n == 1 ? QStringLiteral("una imagen") : QStringLiteral("{} imágenes");
        return {};
    }
    bool isEmpty() const override { return false; }
};

TEST(NumbersOfALocale, StandInSentencesAndNotInNames) {
    const auto said = [](const Text& text) { return coreText(text).toStdString(); };
    const auto all = [&] {
        return std::vector<std::string>{said(say("{} images of “{}”: {:.2f} ({})", groupedNumber(24000), std::string("1.5"),
                                                 -0.5, std::string("0.1 … 0.25"))),
                                        said(std::string("1.5")),
                                        countText(-1234567).toStdString(),
                                        numberText(-1234.5, 1).toStdString(),
                                        digitsText(1.25e-7, 3).toStdString(),
                                        figure::tickText(0.25, 0.25),
                                        figure::tickText(24000, 1000)};
    };
    const std::vector<std::string> plain = all();
    writeNumbersAs(QLocale(QLocale::German));
    const std::vector<std::string> german = all();
    const QString typed = QLocale().toString(0.5);
    writeNumbersAs(plainNumbers());
    EXPECT_EQ(plain, (std::vector<std::string>{"24,000 images of “1.5”: −0.50 (0.1 … 0.25)", "1.5", "−1,234,567", "−1234.5",
                                               "1.25e−07", "0.25", "24,000"}));
    EXPECT_EQ(german, (std::vector<std::string>{"24.000 images of “1.5”: −0,50 (0,1 … 0,25)", "1.5", "−1.234.567", "−1234,5",
                                                "1,25e−07", "0,25", "24.000"}));
    EXPECT_EQ(typed, "0,5");
    EXPECT_EQ(QLocale().toString(0.5), "0.5");
}

class SaidByTheCore : public testing::Test {
  protected:
    void SetUp() override { QCoreApplication::installTranslator(&spanish_); }
    void TearDown() override { QCoreApplication::removeTranslator(&spanish_); }
    static std::string said(const Text& text) { return coreText(text).toStdString(); }
    Spanish spanish_;
};

TEST_F(SaidByTheCore, AValueIsTranslatedOnlyIfTheCoreSaysIt) {
    EXPECT_EQ(said(say("“{}” has {} of {:.1f}.", std::string("Yaw"), Text(Phrase("Yaw")), 2.0)),
              "{2.0}: Yaw tiene Guiñada.");
    EXPECT_EQ(said(say("“{}” has {} of {:.1f}.", std::string("{1}"), std::string("%1 {}"), 2.0)), "{2.0}: {1} tiene %1 {}.");
}

TEST_F(SaidByTheCore, AnUntranslatedTextStillHasItsValuesTranslated) {
    EXPECT_EQ(said(say("{} of {}", Text(Phrase("Yaw")), std::string("Yaw"))), "Guiñada of Yaw");
}

TEST_F(SaidByTheCore, ANegativeNumberHasTheTrueMinus) {
    EXPECT_EQ(
        said(say("ρ {:.2f} of {} in {}", -0.25, std::string("IR-50"), say("{} ({} to {})", -1, std::string("-2.5"), 0.5))),
        "ρ −0.25 of IR-50 in −1 (−2.5 to 0.5)");
    EXPECT_EQ(say("ρ {:.2f}", -0.25).english(), "ρ -0.25") << "for terminals and files";
    EXPECT_EQ(said(Text(std::string("-5"))), "-5") << "a name";
}

TEST_F(SaidByTheCore, OneAndManyAreChosenByTheLanguage) {
    const auto images = [](int n) { return said(sayCount("one image", "{} images", n, n)); };
    EXPECT_EQ(images(1), "una imagen");
    EXPECT_EQ(images(0), "0 imágenes");
    EXPECT_EQ(images(7), "7 imágenes");
    const auto faces = [](int n) { return said(sayCount("one face", "{} faces", n, n)); };
    EXPECT_EQ(faces(1), "one face");
    EXPECT_EQ(faces(7), "7 faces");
}

TEST_F(SaidByTheCore, TextsInARowAreSaidOneByOne) {
    EXPECT_EQ(said(inARow({Text(Phrase("Yaw")), Text(std::string("Yaw")), sayCount("one image", "{} images", 2, 2)}, ", ")),
              "Guiñada, Yaw, 2 imágenes");
}

/// Two images with columns and an identity that are called what the core says of its own things.
Snapshot namedLikeTheCore() {
    Snapshot snapshot;
    snapshot.images.metadataColumns = {"extracting", "Path", "yaw"};
    for (const char* value : {"1", "2"}) {
        ImageRecord image;
        image.path = "Yaw";
        image.identity = "Cancelled.";
        image.yawDeg = 5;
        image.metadata = {value, "Cancelled.", "0.5"};
        snapshot.images.images.push_back(image);
        snapshot.imageIds.push_back({std::stoi(value)});
    }
    return snapshot;
}

TEST_F(SaidByTheCore, WhatAUserNamedStaysAsItIs) {
    const DataTable table = buildDataTable(namedLikeTheCore());
    const auto title = [&](const char* key) { return said(table.find(key)->title); };
    EXPECT_EQ(title("path"), "Ruta");
    EXPECT_EQ(title("yaw"), "Guiñada");
    EXPECT_EQ(title("extracting"), "extracting");
    EXPECT_EQ(title("Path"), "Path");
    EXPECT_EQ(title("yaw (2)"), "yaw");
    // A value is never a text of the core.
    EXPECT_EQ(table.find("identity")->levels, std::vector<std::string>{"Cancelled."});
    EXPECT_EQ(said(table.find("identity")->text(0)), "Cancelled.");
    EXPECT_EQ(said(cancelled().value().message), "Cancelado.");
}

TEST_F(SaidByTheCore, ATemplateInATemplateIsTranslated) {
    EXPECT_EQ(said(say("Predicted {} ({})", targetText("yaw"), std::string("yaw"))), "Predicción de guiñada (yaw)");
    EXPECT_EQ(said(say("Predicted {} ({})", targetText("glasses"), std::string("A"))), "Predicción de glasses (A)");
}

TEST_F(SaidByTheCore, WhatAProjectKeptIsTranslatedToo) {
    const auto again = [](const Text& text) { return Text::fromStored(text.stored()); };
    EXPECT_EQ(said(again(say("Predicted {} ({})", targetText("yaw"), std::string("yaw")))), "Predicción de guiñada (yaw)");
    EXPECT_EQ(said(again(sayCount("one image", "{} images", 7, 7))), "7 imágenes");
    EXPECT_EQ(said(again(inARow({Text(Phrase("Yaw")), Text("Yaw")}, ", "))), "Guiñada, Yaw");
    EXPECT_EQ(said(again(Text("Yaw"))), "Yaw");
    // An older project has the English alone.
    EXPECT_EQ(said(Text::fromStored("Predicted yaw (A)")), "Predicted yaw (A)");
    EXPECT_EQ(said(Text::phraseFromFile("Yaw")), "Guiñada");
}

TEST(CoreTextInEnglish, IsAsItCame) {
    EXPECT_EQ(coreText(say("Distance from origin ({})", std::string("A"))).toStdString(), "Distance from origin (A)");
}

}  // namespace
}  // namespace facespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
