#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "core/common/result.h"

/// The parameters of an analysis as data: from one list of fields come the flags of its command, the controls of its page,
/// and the provenance in every file.
namespace facespace {

using Value = std::variant<bool, std::int64_t, double, std::string, std::vector<double>, std::vector<std::string>>;

struct Choice {
    std::string key;  ///< "cosine", as on the command line.
    Text title;       ///< For people; empty: the key.
};

struct Field {
    std::string key{};  ///< "train-share": the flag --train-share.
    Text title{};       ///< Beside the control; empty: no control of a page, the command line only.
    Text help{};        ///< One sentence.
    Value fallback{};   ///< What it is unless said otherwise; also says the type.
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    int decimals = 2;               ///< Of its control, if it is a number.
    Text unit{};                    ///< "°", "" …
    std::vector<Choice> choices{};  ///< Of a text: the only values there are; empty: any.
    bool share = false;             ///< A share of 1: its control shows it in percent.
    bool drawing = false;           ///< Matters for a figure only, not for the tables.
    bool file = false;              ///< A text that names a file.
    bool filter = false;            ///< With `file`: or a filter, which no file is named like.
    std::string alias{};            ///< Another name of the flag: "candidate-minimum".
};
using Fields = std::vector<Field>;

/// A value for each field. Copies are cheap enough for a job; equal if all values are.
class Values {
  public:
    Values() = default;
    explicit Values(Fields fields);
    const Fields& fields() const { return fields_; }

    /// Errors: kNotFound (no such field, lists those there are), kInvalid (another type, out of range, none of the choices).
    Result<void> set(const std::string& key, Value value);
    /// Reads the value from words as on the command line; lists with commas; a flag is “true” or “false”.
    Result<void> setText(const std::string& key, const std::string& text);

    bool has(const std::string& key) const;
    /// Of a field that there is, by its type; anything else is a mistake of the caller.
    const Value& at(const std::string& key) const;
    template <class T>
    const T& get(const std::string& key) const {
        return std::get<T>(at(key));
    }
    bool flag(const std::string& key) const { return get<bool>(key); }
    int whole(const std::string& key) const { return static_cast<int>(get<std::int64_t>(key)); }
    double number(const std::string& key) const { return get<double>(key); }
    const std::string& text(const std::string& key) const { return get<std::string>(key); }

    /// One object, {"train_share": 0.5}, in the order of the fields, so that equal values are equal bytes.
    /// @param drawing  with the fields that matter for a figure only
    std::string json(bool drawing = true) const;
    /// Sets what the object names; the other fields stay. Errors: kFormat, and those of set().
    Result<void> setJson(const std::string& json);

    friend bool operator==(const Values& a, const Values& b) { return a.values_ == b.values_; }

  private:
    std::size_t indexOf(const std::string& key) const;  ///< fields_.size() if there is none.
    Fields fields_;
    std::vector<Value> values_;
};

/// Whether the text of a field names a file: of one that may be a filter too, if there is such a file or it ends like a
/// list.
bool namesAFile(const Field& field, const std::string& text);

/// "0.001,0.01", "true", "cosine": as setText() reads it.
std::string textOf(const Value& value);

}  // namespace facespace
