#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/landmarks.h"
#include "core/network/descriptor.h"

namespace facespace {

/// What goes into the networks of one family, as their authors publish them. A file does not say it: it follows from where a
/// network comes from.
struct NetworkFamily {
    std::string_view key;    ///< "arcface".
    std::string_view title;  ///< "ArcFace / InsightFace": a name, the same in every language.
    int side = 112;          ///< Width and height of the input, where the file leaves them free.
    ChannelOrder channels = ChannelOrder::kRgb;
    std::array<float, 3> mean{};  ///< Of pixels 0…255, in `channels`' order.
    std::array<float, 3> std{};
    std::optional<Landmarks> points;  ///< Where the five landmarks go, in pixels of `side`; none: a crop by the face's box.
    double margin = 0;                ///< Of that crop.
    std::vector<std::string_view> names;  ///< Parts of file names that tell it, in small letters.
    std::vector<int> sides;               ///< Inputs that such networks have; the first is usual.
    std::vector<int> dimensions;          ///< Features that they return.
    std::string_view licence;             ///< Of the weights as published.
    std::string_view source;              ///< What the numbers are taken from.
};

/// All that are known; of those that fit equally well the first is meant.
const std::vector<NetworkFamily>& networkFamilies();
/// Null if there is none of that key.
const NetworkFamily* familyOf(std::string_view key);

/// The five points that ArcFace and most networks after it are trained with, for an input of 112 × 112 pixels.
const Landmarks& arcFaceTemplate();

}  // namespace facespace
