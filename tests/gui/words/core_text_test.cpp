#include "widgets/words/core_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <QCoreApplication>
#include <QHash>
#include <QTranslator>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

/// Says every text of the core backwards in its words' order, with the values in the other order too.
class Backwards : public QTranslator {
  public:
    QString translate(const char* context, const char* text, const char*, int) const override {
        if (qstrcmp(context, "facespace::core") != 0) return {};
        for (const char* known : coreTexts()) {
            if (qstrcmp(known, text) != 0) continue;
            QStringList words = QString::fromUtf8(text).split(QLatin1Char(' '));
            std::reverse(words.begin(), words.end());
            return QStringLiteral("<") + words.join(QLatin1Char(' ')) + QStringLiteral(">");
        }
        return {};
    }
    bool isEmpty() const override { return false; }
};

class CoreText : public testing::Test {
  protected:
    void SetUp() override { QCoreApplication::installTranslator(&backwards_); }
    void TearDown() override { QCoreApplication::removeTranslator(&backwards_); }
    static std::string said(const char* english) { return coreText(std::string(english)).toStdString(); }
    Backwards backwards_;
};

TEST_F(CoreText, ValuesGoWhereTheTranslationHasThem) {
    EXPECT_EQ(said("Path"), "<Path>");
    EXPECT_EQ(said("Distance from origin (A)"), "<(A) origin from Distance>");
    EXPECT_EQ(said("Predicted yaw (a network)"), "<(a network) <yaw> Predicted>");
    EXPECT_EQ(said("Preserved of 15 neighbours (t-SNE 2-D)"), "<(t-SNE 2-D) neighbours 15 of Preserved>");
    EXPECT_EQ(said("12 images of 3 identities."), "<identities. 3 of images 12>");
    // A value is not looked at again.
    EXPECT_EQ(said("Map “%1 Path”."), "<“%1 Path”. Map>");
}

TEST_F(CoreText, TargetsAreSaidAndNamesStay) {
    EXPECT_EQ(said("Predicted glasses (yaw)"), "<(yaw) glasses Predicted>");
    EXPECT_EQ(said("Probability of media “media” (A)"), "<(A) “media” <media> of Probability>");
    EXPECT_EQ(said("Predicted yaw, glasses, media."), "<<yaw>, glasses, <media>. Predicted>");
    // A function's name is not the mean.
    EXPECT_EQ(said("mean"), "<mean>");
    EXPECT_EQ(said("mean() takes one value."), "<value. one takes mean()>");
    EXPECT_EQ(said("“a.facespace” is a folder, not a FaceSpace project."),
              "<project. FaceSpace a not folder, a is <“a.facespace”>>");
}

TEST_F(CoreText, SentencesInARowAreSaidOneByOne) {
    EXPECT_EQ(said("3 pairs have an image without a feature and are left out. Something else. No face was found."),
              "<out. left are and feature a without image an have pairs 3> Something else. <found. was face No>");
}

TEST_F(CoreText, WhatTheCoreDoesNotSayStays) {
    for (const char* text : {"", "glasses", "person 12", "Path of the image", "100 %", "a. b. C"})
        EXPECT_EQ(said(text), text);
}

TEST_F(CoreText, EveryTextIsFoundWithValuesInIt) {
    for (const char* text : coreTexts()) {
        QString filled = QString::fromUtf8(text);
        for (int i = 1; i < 9; ++i) filled.replace(QStringLiteral("%%1").arg(i), QStringLiteral("v%1").arg(i));
        QString expected = QCoreApplication::translate("facespace::core", text);
        for (int i = 1; i < 9; ++i) expected.replace(QStringLiteral("%%1").arg(i), QStringLiteral("v%1").arg(i));
        EXPECT_EQ(coreText(filled).toStdString(), expected.toStdString());
    }
}

/// Turns templates of the core round: their values too.
class Spanish : public QTranslator {
  public:
    QString translate(const char* context, const char* text, const char* many, int n) const override {
        if (qstrcmp(context, "facespace") != 0) return {};
        const QString words = QString::fromUtf8(text);
        if (words == QStringLiteral("“{}” has {} of {:.1f}.")) return QStringLiteral("{{{2}}}: {0} tiene {1}.");
        if (words == QStringLiteral("Yaw")) return QStringLiteral("Guiñada");
        if (words == QStringLiteral("extracting")) return QStringLiteral("extrayendo");
        if (words == QStringLiteral("one image") && qstrcmp(many, "{} images") == 0)
            return n == 1 ? QStringLiteral("una imagen") : QStringLiteral("{} imágenes");
        return {};
    }
    bool isEmpty() const override { return false; }
};

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

TEST(CoreTextInEnglish, IsAsItCame) {
    EXPECT_EQ(coreText(std::string("Distance from origin (A)")).toStdString(), "Distance from origin (A)");
}

}  // namespace
}  // namespace facespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
