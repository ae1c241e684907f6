#pragma once
#include <string>
#include <type_traits>
#include <vector>

#include "core/common/text.h"

/// What a network host finds wrong, as a code and values: the host sends these, and the program that started it says them.
/// A host runs what came from elsewhere, so its words are never taken for words of ours.
namespace facespace::protocol {

enum class Complaint {
    kUnknownBackend,
    kNoCage,
    kCannotTake,
    kWrongShape,
    kWrongDimension,
    kNotLoaded,
    kUnsteady,
    kDependsOnBatch,
    kDependsOnBatchOneByOne,
    kOneByOne,
    kNotFinite,
    kUnreadableMessage,
    kUnexpectedMessage,
    kNoMemoryLeft,
    kWrongCrops,
    kNoMemory,
    kNoNetwork,
    kNoForward,
    kNotOneTensor,
    kNotHandedOver,
    kEmpty,
    kNotOnnx,
    kArrayElsewhere,
    kArraySide,
    kArraySize,
    kDamagedRequest,
    kRequestOutOfRange,
    kNotAMessage,
    kOtherVersion,
    kDamagedHeader,
    kMemoryLimit,
    kPrivileges,
    kFileLimits,
    kSeccomp,
    kFilesOpen,
    kNoSuchOutput,
    kNoOutputFits,
    kSeveralOutputs,
    kNotNorms,
    kNoSuchLayer,
    kNoReason,
    kUnknownOperator,
    kOtherArguments,
    kNewerFile,
    kCheckpoint,
    kNamesWithOpenCv,
    kLayersOfOpenCv,
    kOnnxOperators,
    kOnnxNode,
    kOnnxInputs,
    kOnnxNoValue,
    kOnnxTooLarge,
    kOnnxType,
    kOnnxNoInput,
    kOnnxNotFixed,
    kOnnxShapes,
    kOnnxAttribute,
    kArraysOverlap,
    kCount
};

/// Part of a sentence: “The network “NAME” …”.
Text complaintOf(Complaint code, std::vector<Text> values);
template <class... Values>
Text complaint(Complaint code, const Values&... values) {
    [[maybe_unused]] const auto text = [](const auto& value) -> Text {
        if constexpr (std::is_convertible_v<decltype(value), Text>)
            return Text(value);
        else
            return fmt::to_string(value);
    };
    return complaintOf(code, {text(values)...});
}

/// {"code": 3, "values": ["…", {"code": …}]}; a string for what is none of the complaints.
std::string complaintToJson(const Text& text);
/// What is no such JSON is taken as the host's own words. Control characters become spaces, and what is long is cut.
Text complaintFromJson(const std::string& json);

}  // namespace facespace::protocol
