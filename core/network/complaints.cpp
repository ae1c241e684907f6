#include "core/network/complaints.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/common/json_depth.h"

namespace facespace::protocol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kComplaints = static_cast<std::size_t>(Complaint::kCount);
constexpr std::size_t kLongest = 600, kMostValues = 8;

// In the order of the codes.
constexpr std::array<Phrase, kComplaints> kWords{{
    Phrase("received a request for “{}”, which it cannot run"),
    Phrase("cannot be shut off from this machine ({}), and is not run without"),
    Phrase("cannot take {} image(s) of {} channel(s), {} × {} pixels, as its descriptor says: {}"),
    Phrase("returns an array of shape {} for {} image(s) where one row per image is expected"),
    Phrase("returns {} numbers per image where its descriptor says {}"),
    Phrase("cannot be loaded from “{}”: {}"),
    Phrase("returns another feature each time for the same image; it was perhaps saved in training mode"),
    Phrase("its results depend on the other images of a batch in the last digits"),
    Phrase("its results depend on the other images of a batch in the last digits, so images go one by one"),
    Phrase("its weights take one image at a time, so images go one by one"),
    Phrase("returns NaN or infinity for an ordinary image"),
    Phrase("received a message it cannot read: {}"),
    Phrase("received a message it does not expect"),
    Phrase("needs more memory than there is"),
    Phrase("received crops of the wrong size"),
    Phrase("there is not enough memory"),
    Phrase("it holds no network"),
    Phrase("it has no method “forward”"),
    Phrase("it returns {} where one tensor is expected"),
    Phrase("it was not handed over"),
    Phrase("it is empty"),
    Phrase("it is no ONNX file, or a damaged one"),
    Phrase("its array “{}” lies in another file, which is not in the network's own folder or is too short for it"),
    Phrase("its array “{}” says it has a side of {}"),
    Phrase("its array “{}” does not hold the {} numbers that it says"),
    Phrase("received a damaged request ({})"),
    Phrase("received a request with numbers out of range"),
    Phrase("it is not a message of a network host"),
    Phrase("it has protocol version {} where {} is expected"),
    Phrase("its header is damaged"),
    Phrase("memory limit"),
    Phrase("privileges"),
    Phrase("file limits"),
    Phrase("seccomp"),
    Phrase("files can still be opened"),
    Phrase("has no output “{}”, which its descriptor names; it returns {}"),
    Phrase("returns {}, none of which has the {} numbers per image that its descriptor says"),
    Phrase("returns several outputs of {} numbers per image, {}; name the one that is the feature in its descriptor: {}"),
    Phrase("returns “{}” of {} where one norm per image is expected, as its descriptor says"),
    Phrase("it has no layer “{}”; “facespace-cli network DESCRIPTOR --layers” lists those it has"),
    Phrase("LibTorch gives no reason"),
    Phrase("it uses the operator “{}”, which LibTorch {} does not have; it was saved by a newer PyTorch, so save it with "
           "PyTorch {} or older, or export it to ONNX"),
    Phrase("it uses the operator “{}” in a way that LibTorch {} does not know; it was saved by a newer PyTorch, so save it "
           "with PyTorch {} or older, or export it to ONNX"),
    Phrase("it was saved by a newer PyTorch than LibTorch {} reads; save it with PyTorch {} or older, or export it to ONNX"),
    Phrase(
        "it is a checkpoint of torch.save, weights without a network. Export it where its class “Net” is: {} and then {}"),
    Phrase(
        "has a descriptor that names outputs or a layer, which OpenCV does not give; leave out its \"format\", and LibTorch "
        "runs it"),
    Phrase("OpenCV does not list layers; leave out the descriptor's \"format\", and LibTorch runs the network"),
    Phrase("it uses {} of ONNX {}, which FaceSpace does not have; export it as TorchScript, or with other operators"),
    Phrase("its node “{}” ({}, ONNX {}) cannot be computed: {}"),
    Phrase("it takes {} inputs ({}) where one, the image, is expected"),
    Phrase("it uses the value “{}”, which nothing makes"),
    Phrase("it is too large or nested too deep"),
    Phrase("its numbers are of ONNX's type {}, which FaceSpace does not have"),
    Phrase("its input {} is missing"),
    Phrase("its input “{}” depends on the image, where a constant is expected"),
    Phrase("the shapes of its inputs do not go together"),
    Phrase("its attribute “{}” is {}, which FaceSpace does not have"),
    Phrase("its arrays in other files overlap"),
}};

Json jsonOf(const Text& text) {
    if (text.words() == nullptr) return text.english();
    const auto words = std::ranges::find_if(kWords, [&](Phrase p) { return std::strcmp(p.words, text.words()) == 0; });
    if (words == kWords.end()) return text.english();
    Json values = Json::array();
    for (const Text& value : text.values()) values.push_back(jsonOf(value));
    return {{"code", words - kWords.begin()}, {"values", values}};
}

/// What the host says is partly the network's own words: one line of printable text, of a length that a sentence bears.
std::string asOneLine(std::string text) {
    if (text.size() > kLongest) text = text.substr(0, kLongest) + "…";
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
    return text;
}

Text textOf(const Json& json) {
    if (json.is_string()) return asOneLine(json.get<std::string>());
    const auto code = json.is_object() ? json.value("code", Json()) : Json();
    const auto values = json.is_object() ? json.value("values", Json()) : Json();
    if (!code.is_number_unsigned() || code.get<std::uint64_t>() >= kComplaints || !values.is_array() ||
        values.size() > kMostValues)
        return asOneLine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::vector<Text> texts;
    for (const Json& value : values) texts.push_back(textOf(value));
    return complaintOf(static_cast<Complaint>(code.get<std::uint64_t>()), std::move(texts));
}

}  // namespace

Text complaintOf(Complaint code, std::vector<Text> values) {
    return Text::filled(kWords[static_cast<std::size_t>(code)], std::move(values));
}

std::string complaintToJson(const Text& text) { return jsonOf(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

Text complaintFromJson(const std::string& text) {
    const Json json = nestsDeeper(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
    return json.is_discarded() ? Text(asOneLine(text)) : textOf(json);
}

}  // namespace facespace::protocol
