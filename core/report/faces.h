#pragma once
#include <string>
#include <vector>

#include "core/project/snapshot.h"

namespace facespace::report {

struct FaceCaption {
    std::int64_t row = 0;
    std::string text;
};

/// A row of small faces (JPEG, inside the page) with a line of text each; a grey square where an image is gone.
std::string facesHtml(const Snapshot& snapshot, const std::vector<FaceCaption>& faces);

}  // namespace facespace::report
