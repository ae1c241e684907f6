#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

std::string toString(Occluder o) {
    static constexpr std::array<const char*, 9> names{"none", "glasses", "sunglasses", "hand",  "scarf",
                                                      "mask", "hat",     "hair",       "object"};
    return names.at(static_cast<std::size_t>(o));
}
std::string toString(ExpressionName e) {
    static constexpr std::array<const char*, 8> names{"neutral",    "smile", "laugh",       "open_mouth",
                                                      "brow_raise", "frown", "eyes_closed", "pout"};
    return names.at(static_cast<std::size_t>(e));
}
std::string toString(HairStyle h) {
    static constexpr std::array<const char*, 14> names{"bald",       "shaved",      "buzz", "short_side", "crop",
                                                       "swept_back", "curly_short", "afro", "pixie",      "bob",
                                                       "long",       "long_wavy",   "bun",  "fringe_long"};
    return names.at(static_cast<std::size_t>(h));
}
std::string toString(BeardStyle b) {
    static constexpr std::array<const char*, 6> names{"none", "stubble", "moustache", "goatee", "short_full", "full"};
    return names.at(static_cast<std::size_t>(b));
}

const std::array<const char*, kShapeCount>& shapeNames() {
    static constexpr std::array<const char*, kShapeCount> names{
        "head_width",        "head_length",    "head_height",    "forehead_height", "forehead_slope",  "forehead_width",
        "forehead_bulge",    "occiput",        "face_length",    "face_width",      "midface_depth",   "brow_ridge",
        "brow_height",       "glabella",       "eye_spacing",    "eye_size",        "eye_slant",       "eye_opening",
        "eye_depth",         "eye_height",     "lid_fold",       "eye_bag",         "nose_length",     "nose_protrusion",
        "bridge_height",     "bridge_width",   "bridge_hump",    "nasion_depth",    "tip_width",       "tip_up",
        "alar_width",        "alar_height",    "nostril_flare",  "columella",       "nose_bend",       "cheekbone_width",
        "cheekbone_forward", "cheek_fullness", "cheek_hollow",   "nasolabial",      "mouth_width",     "mouth_height",
        "upper_lip",         "lower_lip",      "lip_protrusion", "philtrum",        "mouth_corner",    "mouth_asymmetry",
        "jaw_width",         "jaw_angle",      "chin_width",     "chin_length",     "chin_protrusion", "chin_cleft",
        "double_chin",       "ear_size",       "ear_protrusion", "ear_height",      "ear_lobe",        "neck_width",
        "shoulder_width"};
    return names;
}

}  // namespace facespace::synthesis
