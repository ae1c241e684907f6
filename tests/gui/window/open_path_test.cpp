#include "app/open_path.h"

#include <gtest/gtest.h>
#include <fstream>
#include <QDir>
#include <QTemporaryDir>

namespace facespace {
namespace {

TEST(OpenPath, TellsWhatAPathIs) {
    const QTemporaryDir folder;
    for (const char* name :
         {"p.facespace", "m.CSV", "t.tsv", "n.json", "f.npy", "x.txt", "t.rec", "t.idx", "w.onnx", "w.pt"})
        std::ofstream(folder.filePath(name).toStdString()) << "x";
    EXPECT_EQ(pathKind(QDir(folder.path()).filePath("..")), PathKind::kFolder);
    EXPECT_EQ(pathKind(folder.filePath("p.facespace")), PathKind::kProject);
    EXPECT_EQ(pathKind(folder.filePath("m.CSV")), PathKind::kManifest);
    EXPECT_EQ(pathKind(folder.filePath("t.tsv")), PathKind::kManifest);
    EXPECT_EQ(pathKind(folder.filePath("n.json")), PathKind::kNetwork);
    EXPECT_EQ(pathKind(folder.filePath("f.npy")), PathKind::kFeatures);
    EXPECT_EQ(pathKind(folder.filePath("t.rec")), PathKind::kContainer);
    EXPECT_EQ(pathKind(folder.filePath("t.idx")), PathKind::kContainer);
    EXPECT_EQ(pathKind(folder.filePath("x.txt")), PathKind::kUnknown);
    EXPECT_EQ(pathKind(folder.filePath("w.onnx")), PathKind::kWeights);
    EXPECT_EQ(pathKind(folder.filePath("w.pt")), PathKind::kWeights);
    EXPECT_EQ(pathKind(folder.filePath("gone")), PathKind::kMissing);
    const QTemporaryDir pack;
    std::ofstream(pack.filePath("w600k_r50.onnx").toStdString()) << "x";
    EXPECT_EQ(pathKind(pack.path()), PathKind::kWeights);
    std::ofstream(pack.filePath("face.jpg").toStdString()) << "x";
    EXPECT_EQ(pathKind(pack.path()), PathKind::kFolder);
}

TEST(OpenPath, ProposesAProjectBesideTheFolder) {
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir("my faces");
    const QString images = folder.filePath("my faces");
    EXPECT_EQ(defaultProjectFile(images), images + ".facespace");
    EXPECT_EQ(defaultProjectFile(images + "/"), images + ".facespace");
    std::ofstream((images + ".facespace").toStdString()) << "x";
    EXPECT_EQ(defaultProjectFile(images), images + " 2.facespace");
    std::ofstream((images + "/labels.csv").toStdString()) << "path\n";
    EXPECT_EQ(defaultProjectFile(images + "/labels.csv"), images + " 2.facespace");
}

}  // namespace
}  // namespace facespace
