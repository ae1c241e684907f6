#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/image/landmarks.h"

namespace facespace {

enum class ChannelOrder { kRgb, kBgr, kGrey };
/// How weights are written, and what runs them in the network host.
struct WeightsFormat {
    const char* backend;  ///< "torchscript": the back-end's name.
    const char* title;    ///< "TorchScript": in a descriptor, whatever its case.
    const char* ending;   ///< ".pt": a descriptor without "format" means the first with its weights' ending.
};
/// All there are, the default first.
const std::vector<WeightsFormat>& weightsFormats();

/// What becomes of the features of an image and of its mirror image, if both are computed.
enum class FlipRule { kNone, kSum, kMean, kConcatenate };

/// What a network without landmark template is fed with. kBox: the face box where there is one, else the centre.
enum class CropRule { kBox, kCentre };

/// What the descriptor beside a network's weights says.
struct NetworkDescriptor {
    std::string name;                      ///< The "name" field, or the descriptor's file name without ".json".
    std::filesystem::path descriptorFile;  ///< Absolute.
    std::filesystem::path weightsFile;     ///< Absolute; always inside the descriptor's folder.
    std::string backend = weightsFormats().front().backend;  ///< Of its WeightsFormat.
    int inputWidth = 0, inputHeight = 0;
    ChannelOrder channels = ChannelOrder::kRgb;
    std::array<float, 3> mean{};                 ///< In 0…255, in the network's channel order.
    std::array<float, 3> std{1.F, 1.F, 1.F};     ///< (pixel − mean) / std.
    std::optional<Landmarks> alignmentTemplate;  ///< Where the five landmarks go in the input; none: crop by box or centre.
    CropRule cropRule = CropRule::kBox;          ///< Only without template.
    double cropMargin = 0.0;                     ///< For box crops: fraction of the box's larger side added on every side.
    int fixedBatch = 0;         ///< Images per forward pass if the weights take only that many ("batch": 1); 0: any.
    int dimension = 0;          ///< Of a feature as it is kept: with FlipRule::kConcatenate twice what the network returns.
    std::string featureOutput;  ///< "feature": the output's name or place; empty: the only one of the right size.
    std::string normOutput;     ///< "norm": what the feature is multiplied by (AdaFace); empty: nothing.
    std::string innerLayer;     ///< "inner_layer": taken in place of the outputs; empty: nothing.
    /// In place of one inner layer several, in one pass, their numbers one behind the other. Not in files: set by who
    /// splits the features again (core/extraction/layers.h).
    std::vector<std::string> layersTogether;
    FlipRule flip = FlipRule::kNone;
    bool normalised = false;  ///< The network's own output is unit length.
    bool asTrained = false;   ///< Numbers that look wrong are right: the network was trained so.
    std::string licence, trainingSet, source;
    std::string json;  ///< The file's text.

    /// What the network returns per image.
    int networkDimension() const { return flip == FlipRule::kConcatenate ? dimension / 2 : dimension; }
    int channelCount() const { return channels == ChannelOrder::kGrey ? 1 : 3; }
};

/// The descriptor that a project says its features were made with. The path comes with the project, perhaps from somebody
/// else: it is a hint to where a descriptor may lie on this machine, followed only if it is absolute. Running what is found
/// there takes the user's consent (core/network/trust.h). Errors: kNotFound, those of readDescriptor.
Result<NetworkDescriptor> readDescriptorOfProject(const std::string& path);

/// "", "sum", "mean", "concatenate".
const char* toString(FlipRule rule);

/// Reads and checks a descriptor. Errors: kIo, kFormat (names the field and what it should be).
Result<NetworkDescriptor> readDescriptor(const std::filesystem::path& file);

}  // namespace facespace
