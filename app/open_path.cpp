#include "app/open_path.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "widgets/panels/extract_dialog.h"

namespace facespace {

namespace {

/// As InsightFace's packs are: networks at the top, and nothing that could be images.
bool holdsOnlyNetworks(const QString& folder) {
    const QDir dir(folder);
    return !dir.entryList({QStringLiteral("*.onnx")}, QDir::Files).isEmpty() &&
           dir.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")}, QDir::Files)
               .isEmpty() &&
           dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty();
}

}  // namespace

PathKind pathKind(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return PathKind::kMissing;
    if (info.isDir()) return holdsOnlyNetworks(path) ? PathKind::kWeights : PathKind::kFolder;
    const QString suffix = info.suffix().toLower();
    if (suffix == QLatin1String("facespace")) return PathKind::kProject;
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv")) return PathKind::kManifest;
    if (isSavedPredictor(path)) return PathKind::kUnknown;
    if (suffix == QLatin1String("rec") || suffix == QLatin1String("idx") || suffix == QLatin1String("lst") ||
        suffix == QLatin1String("bin") || suffix == QLatin1String("tar") || suffix == QLatin1String("zip"))
        return PathKind::kContainer;
    if (suffix == QLatin1String("json")) return PathKind::kNetwork;
    if (suffix == QLatin1String("onnx") || suffix == QLatin1String("pt")) return PathKind::kWeights;
    if (suffix == QLatin1String("npy") || suffix == QLatin1String("npz") || suffix == QLatin1String("h5") ||
        suffix == QLatin1String("hdf5"))
        return PathKind::kFeatures;
    return PathKind::kUnknown;
}

QString defaultProjectFile(const QString& images) {
    const QFileInfo info(QDir::cleanPath(images));
    const QString name = info.isDir() ? info.fileName() : QFileInfo(info.absolutePath()).fileName();
    QString folder = info.isDir() ? info.absolutePath() : QFileInfo(info.absolutePath()).absolutePath();
    if (!QFileInfo(folder).isWritable()) folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString stem = QDir(folder).filePath(name.isEmpty() ? QStringLiteral("faces") : name);
    QString file = stem + QStringLiteral(".facespace");
    for (int n = 2; QFileInfo::exists(file); ++n) file = QStringLiteral("%1 %2.facespace").arg(stem).arg(n);
    return file;
}

}  // namespace facespace
