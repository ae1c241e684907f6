#pragma once
#include <memory>

#include "core/project/snapshot.h"

namespace facespace {

/// The same project without what tells who is on the images, for files that go out of the house: “identity 07” stands for a
/// name, “image 00012” for a path, “video 3” for a video; texts of metadata columns with more than 20 values become numbers,
/// notes and views are left out, tags but keep and reject and the names of selections are numbers. Faces drawn from it are
/// blurred beyond recognition (Snapshot::anonymous). Names keep their order, so that every analysis finds the same numbers
/// bit for bit. Features are shared, not copied. Features themselves can give people away: they are not changed.
std::shared_ptr<const Snapshot> withoutNames(const Snapshot& snapshot);

}  // namespace facespace
