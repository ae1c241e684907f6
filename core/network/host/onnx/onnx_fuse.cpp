#include "core/network/host/onnx/onnx_fuse.h"

#include <cmath>
#include <optional>
#include <utility>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using Node = ::onnx::NodeProto;

class Fuser {
  public:
    explicit Fuser(OnnxModel& model) : model_(model) {}

    void run() {
        for (auto& node : *model_.file->mutable_graph()->mutable_node()) {
            (void)(layerNorm(node) || scaled(node) || shifted(node) || gelu(node) || swish(node) || linear(node));
            for (const std::string& name : node.output()) makers_[name] = &node;
        }
    }

  private:
    /// The node of this operator that makes a value; null if another does.
    const Node* maker(const std::string& value, const char* type) const {
        const auto found = makers_.find(value);
        return found != makers_.end() && onnxOperatorOf(*found->second) == type ? found->second : nullptr;
    }

    at::Tensor constant(const std::string& name) const {
        if (const auto array = model_.arrays.find(name); array != model_.arrays.end()) return array->second;
        const Node* node = maker(name, "Constant");
        if (node == nullptr || node->attribute_size() != 1 || !node->attribute(0).has_t()) return {};
        return tensorOfOnnx(node->attribute(0).t());
    }

    bool isNumber(const std::string& name, double value) const {
        const at::Tensor t = constant(name);
        return t.defined() && t.numel() == 1 && std::abs(t.item<double>() - value) < 1e-6 * std::max(1.0, std::abs(value));
    }

    /// The other operand of a node with two, one of which makes `is` true.
    template <class Is>
    static std::optional<std::string> other(const Node& node, const Is& is) {
        if (node.input_size() != 2) return std::nullopt;
        if (is(node.input(1))) return node.input(0);
        if (is(node.input(0))) return node.input(1);
        return std::nullopt;
    }
    std::optional<std::string> besideNumber(const Node& node, double value) const {
        return other(node, [&](const std::string& name) { return isNumber(name, value); });
    }

    /// x where `value` is the mean of x over its last axis.
    std::optional<std::string> meanOf(const std::string& value) const {
        const Node* mean = maker(value, "ReduceMean");
        if (mean == nullptr || mean->input_size() == 0) return std::nullopt;
        bool last = false;
        for (const auto& attribute : mean->attribute()) {
            if (attribute.name() == "axes") last = attribute.ints_size() == 1 && attribute.ints(0) == -1;
            if (attribute.name() == "keepdims" && attribute.i() == 0) return std::nullopt;
        }
        if (mean->input_size() == 2) last = isNumber(mean->input(1), -1);
        return last ? std::optional(mean->input(0)) : std::nullopt;
    }

    bool isSquareOf(const std::string& value, const std::string& of) const {
        if (const Node* power = maker(value, "Pow"))
            return power->input_size() == 2 && power->input(0) == of && isNumber(power->input(1), 2);
        const Node* product = maker(value, "Mul");
        return product != nullptr && product->input_size() == 2 && product->input(0) == of && product->input(1) == of;
    }

    static void become(Node& node, const char* type, const std::vector<std::string>& inputs, const char* domain = "") {
        node.set_op_type(type);
        node.set_domain(domain);
        node.clear_attribute();
        node.clear_input();
        for (const std::string& input : inputs) node.add_input(input);
    }

    /// (x − mean) / sqrt(mean((x − mean)²) + ε)
    bool layerNorm(Node& node) {
        if (onnxOperatorOf(node) != "Div" || node.input_size() != 2) return false;
        const Node *centred = maker(node.input(0), "Sub"), *root = maker(node.input(1), "Sqrt");
        if (centred == nullptr || root == nullptr || centred->input_size() != 2 || root->input_size() != 1) return false;
        const Node* sum = maker(root->input(0), "Add");
        if (sum == nullptr || sum->input_size() != 2) return false;
        const auto x = meanOf(centred->input(1));
        const auto squares = meanOf(sum->input(0));
        const at::Tensor epsilon = constant(sum->input(1));
        if (!x || *x != centred->input(0) || !squares || !isSquareOf(*squares, node.input(0))) return false;
        if (!epsilon.defined() || epsilon.numel() != 1) return false;
        const float value = epsilon.item<float>();
        become(node, "LayerNormalization", {*x});
        auto* attribute = node.add_attribute();
        attribute->set_name("epsilon");
        attribute->set_type(::onnx::AttributeProto::FLOAT);
        attribute->set_f(value);
        return true;
    }

    /// A normalisation with so many inputs, times or plus one number for each place of the last axis.
    bool extended(Node& node, const char* type, int inputs) {
        if (onnxOperatorOf(node) != type) return false;
        const auto isVector = [&](const std::string& name) {
            const at::Tensor t = constant(name);
            return t.defined() && t.dim() == 1 && t.numel() > 1;
        };
        const auto normal = other(node, isVector);
        const Node* before = normal ? maker(*normal, "LayerNormalization") : nullptr;
        if (before == nullptr || before->input_size() != inputs || node.input_size() != 2) return false;
        const std::string vector = node.input(0) == *normal ? node.input(1) : node.input(0);
        std::vector<std::string> all(before->input().begin(), before->input().end());
        all.push_back(vector);
        const auto attributes = before->attribute();
        for (const auto& attribute : attributes)
            if (attribute.name() == "axis" && attribute.i() != -1) return false;
        become(node, "LayerNormalization", all);
        *node.mutable_attribute() = attributes;
        return true;
    }
    bool scaled(Node& node) { return extended(node, "Mul", 1); }
    bool shifted(Node& node) { return extended(node, "Add", 2); }

    /// x where `value` is 1 + erf(x / √2).
    std::optional<std::string> onePlusErf(const std::string& value) const {
        const Node* sum = maker(value, "Add");
        const auto erf = sum != nullptr ? besideNumber(*sum, 1) : std::nullopt;
        const Node* function = erf ? maker(*erf, "Erf") : nullptr;
        if (function == nullptr || function->input_size() != 1) return std::nullopt;
        if (const Node* quotient = maker(function->input(0), "Div"))
            return quotient->input_size() == 2 && isNumber(quotient->input(1), std::sqrt(2.0))
                       ? std::optional(quotient->input(0))
                       : std::nullopt;
        const Node* product = maker(function->input(0), "Mul");
        return product != nullptr ? besideNumber(*product, std::sqrt(0.5)) : std::nullopt;
    }

    /// x/2 (1 + erf(x / √2)), multiplied in any order.
    bool gelu(Node& node) {
        if (onnxOperatorOf(node) != "Mul" || node.input_size() != 2) return false;
        for (const auto& [a, b] : {std::pair(node.input(0), node.input(1)), std::pair(node.input(1), node.input(0))}) {
            if (const Node* product = isNumber(b, 0.5) ? maker(a, "Mul") : nullptr) {
                const auto x = other(*product, [&](const std::string& name) { return onePlusErf(name).has_value(); });
                if (x && (onePlusErf(product->input(0)) == x || onePlusErf(product->input(1)) == x))
                    return become(node, "Gelu", {*x}), true;
            }
            const auto x = onePlusErf(b);
            const Node* half = x ? maker(a, "Mul") : nullptr;
            if (half != nullptr && besideNumber(*half, 0.5) == x) return become(node, "Gelu", {*x}), true;
        }
        return false;
    }

    bool swish(Node& node) {
        if (onnxOperatorOf(node) != "Mul") return false;
        const auto x = other(node, [&](const std::string& name) { return maker(name, "Sigmoid") != nullptr; });
        if (!x) return false;
        const Node* sigmoid = maker(node.input(0) == *x ? node.input(1) : node.input(0), "Sigmoid");
        if (sigmoid == nullptr || sigmoid->input_size() != 1 || sigmoid->input(0) != *x) return false;
        const std::string input = *x;
        become(node, "Swish", {input}, "facespace");
        return true;
    }

    bool linear(Node& node) {
        if (onnxOperatorOf(node) != "Add") return false;
        const auto isBias = [&](const std::string& name) {
            const at::Tensor t = constant(name);
            return t.defined() && t.dim() == 1 && t.numel() > 1;
        };
        const auto before = other(node, isBias);
        const Node* product = before ? maker(*before, "MatMul") : nullptr;
        if (product == nullptr || product->input_size() != 2) return false;
        const at::Tensor weights = constant(product->input(1));
        const std::string bias = node.input(0) == *before ? node.input(1) : node.input(0);
        if (!weights.defined() || weights.dim() != 2 || weights.size(1) != constant(bias).numel()) return false;
        become(node, "Linear", {product->input(0), product->input(1), bias}, "facespace");
        return true;
    }

    OnnxModel& model_;
    std::map<std::string, const Node*> makers_;
};

}  // namespace

void fuseOnnx(OnnxModel& model) { Fuser(model).run(); }

}  // namespace facespace::host
