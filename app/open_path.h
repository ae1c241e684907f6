#pragma once
#include <QString>

namespace facespace {

/// What a file or folder that the user gives (dropped, or on the command line) is to the window.
enum class PathKind { kMissing, kFolder, kProject, kManifest, kContainer, kNetwork, kWeights, kFeatures, kUnknown };
PathKind pathKind(const QString& path);

/// Where a new project of these images (folder or manifest) would go: beside the folder, or in the user's documents if that
/// place cannot be written; with a number if the file is there already.
QString defaultProjectFile(const QString& images);

}  // namespace facespace
