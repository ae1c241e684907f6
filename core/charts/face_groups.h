#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"

/// Figures of faces in small groups of equal number, with a line of words below each face.
namespace facespace::report {

struct FaceGroupOptions {
    std::size_t most = 12;  ///< Groups drawn, the first ones.
    double widthMm = figure::kTwoColumnsMm;
    double dpi = 300;  ///< Of the faces.
    figure::Style style;
    bool privacy = false;  ///< Faces are blurred, and numbers stand for names.
};

struct GroupFace {
    std::shared_ptr<const Image> picture;  ///< Null: a grey square.
    Text name, figure;                     ///< Below it: two lines, in the language of who looks at it.
};
using FaceGroup = std::vector<GroupFace>;

/// Where everything goes for a width.
struct FaceGrid {
    std::size_t columns, faces;
    double em, cell, side;
    FaceGrid(double width, std::size_t columnsOf, std::size_t facesOf, double fontPt);
    double line() const;
    double height(std::size_t groups) const;
};

/// Names, or numbers in alphabetical order in their place.
class FaceNames {
  public:
    FaceNames(const Snapshot& snapshot, bool privacy);
    Text identity(const std::string& name) const;
    Text file(std::int64_t row) const;

  private:
    const Snapshot& snapshot_;
    bool privacy_;
    std::set<std::string> all_;
};

/// Reads faces and lays groups of them out.
class FaceGroups {
  public:
    /// @param heads          above the faces of the first group of each column: as many as a group has faces
    /// @param columns        groups beside each other
    /// @param narrowColumns  the same on less than 120 mm
    FaceGroups(const FaceGroupOptions& options, std::vector<Text> heads, std::size_t columns, std::size_t narrowColumns);
    GroupFace face(const Snapshot& snapshot, std::int64_t row, Text name, Text figure) const;
    /// `make(i)` makes the i-th of `all` groups; as many are drawn as are asked for. Errors: kCancelled.
    Result<figure::Figure> drawn(std::size_t all, const JobContext& job, const std::function<FaceGroup(std::size_t)>& make);

  private:
    figure::Figure figure();

    const FaceGroupOptions& options_;
    std::vector<Text> heads_;
    std::vector<FaceGroup> all_;
    double width_;
    FaceGrid grid_;
    int pixels_;
};

}  // namespace facespace::report
