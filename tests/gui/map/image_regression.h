#pragma once
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <QDir>
#include <QImage>
#include <QString>

namespace facespace::testing {

/// Compares with tests/gui/map/reference/NAME.png. Graphics drivers differ at the edges of marks: a pixel counts as
/// different beyond 48 of 255 in a channel, and at most 0.5 % of the pixels may be. A failure writes NAME.actual.png and
/// NAME.difference.png into the build folder. FACESPACE_UPDATE_IMAGES=1 writes the reference in place of comparing.
inline void expectImage(const QImage& actual, const QString& name) {
    const QString reference = QStringLiteral(FACESPACE_SOURCE_DIR "/tests/gui/map/reference/%1.png").arg(name);
    if (std::getenv("FACESPACE_UPDATE_IMAGES") != nullptr) {
        ASSERT_TRUE(actual.convertToFormat(QImage::Format_RGB32).save(reference));
        GTEST_SKIP() << "wrote " << reference.toStdString();
    }
    const QImage expected(reference);
    ASSERT_FALSE(expected.isNull()) << reference.toStdString();
    ASSERT_EQ(actual.size(), expected.size());
    QImage difference(actual.size(), QImage::Format_RGB32);
    int different = 0;
    for (int y = 0; y < actual.height(); ++y) {
        for (int x = 0; x < actual.width(); ++x) {
            const QRgb a = actual.pixel(x, y), b = expected.pixel(x, y);
            const int worst =
                std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            difference.setPixel(x, y, qRgb(worst, worst, worst));
            different += worst > 48 ? 1 : 0;
        }
    }
    const double share = 100.0 * different / (actual.width() * actual.height());
    EXPECT_LE(share, 0.5) << name.toStdString() << ": " << different << " pixels differ";
    if (share <= 0.5) return;
    const QDir folder(QStringLiteral(FACESPACE_BINARY_DIR "/tests/images"));
    folder.mkpath(QStringLiteral("."));
    actual.save(folder.filePath(name + QStringLiteral(".actual.png")));
    difference.save(folder.filePath(name + QStringLiteral(".difference.png")));
}

}  // namespace facespace::testing
