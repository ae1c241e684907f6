#include "app/cli/field_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/cli/input_files.h"
#include "core/analyses/made_tables.h"

namespace facespace::cli {
namespace {

bool isList(const Value& value) { return value.index() >= 4; }

std::string typeName(const Field& field) {
    constexpr const char* kTypes[] = {"", "INT", "FLOAT", "TEXT", "FLOAT,…", "TEXT,…"};
    if (field.file) return "FILE";
    if (field.choices.empty()) return kTypes[field.fallback.index()];
    std::vector<std::string> keys;
    for (const Choice& choice : field.choices) keys.push_back(choice.key);
    return fmt::format("{{{}}}", fmt::join(keys, ","));
}

std::string helpOf(const Field& field) {
    return field.unit.empty() ? field.help.english() : fmt::format("{} ({})", field.help, field.unit);
}

/// Empty if one of the fields takes the word.
std::string whyRefused(const Fields& fields, const std::string& word) {
    std::string why;
    for (const Field& field : fields) {
        const auto read = Values({field}).setText(field.key, word);
        if (read) return {};
        why = read.error().message;
    }
    return why;
}

}  // namespace

void FieldOptions::add(CLI::App& command, const Field& field, const std::string& group) {
    const std::string name = "--" + field.key + (field.alias.empty() ? "" : ",--" + field.alias);
    if (const auto known = flags_.find(field.key); known != flags_.end()) {
        if (known->second.fields->front().help != field.help) known->second.option->group("Several of them");
        known->second.fields->push_back(field);
        return;
    }
    const auto fields = std::make_shared<Fields>(Fields{field});
    auto& words = given_[field.key];
    CLI::Option* option = nullptr;
    if (field.fallback.index() == 0) {
        option = command.add_flag_callback(
            name, [&words] { words = {"true"}; }, helpOf(field));
        if (std::get<bool>(field.fallback)) {
            auto* off = command.add_flag_callback(
                "--no-" + field.key, [&words] { words = {"false"}; }, fmt::format("Turns off --{}", field.key));
            if (!group.empty()) off->group(group);
        }
    } else {
        option = command.add_option(name, words, helpOf(field));
        option->type_name(typeName(field))->default_str(textOf(field.fallback));
        option->check([fields](const std::string& word) { return whyRefused(*fields, word); });
        if (isList(field.fallback))
            option->delimiter(',');
        else
            option->expected(1);
    }
    if (!group.empty()) option->group(group);
    flags_[field.key] = {option, fields};
}

void FieldOptions::addTo(CLI::App& command, const Fields& fields, bool drawing, const std::string& group) {
    for (const Field& field : fields)
        if (drawing || !field.drawing) add(command, field, group);
}

void FieldOptions::addParameters(CLI::App& command) {
    command.add_option("--parameters", parameters_,
                       "Parameters as a figure, report or folder of tables names them: JSON, or a file with it; flags take "
                       "precedence");
}

Result<std::string> FieldOptions::recorded() const {
    if (parameters_.empty() || parameters_.find('{') != std::string::npos) return parameters_;
    std::ifstream in(parameters_, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return fail(ErrorCode::kIo, say("“{}” cannot be read; check that the file exists.", parameters_));
    return text;
}

Result<void> FieldOptions::filesExist() const {
    if (const auto read = recorded(); !read) return forward(read);
    std::vector<std::filesystem::path> files;
    for (const auto& [key, words] : given_)
        for (const Field& field : *flags_.at(key).fields)
            if (!words.empty() && namesAFile(field, words.back())) files.emplace_back(words.back());
    return inputsExist(files);
}

Result<Values> FieldOptions::read(const Analysis& analysis, bool own) const {
    Values values(analysis.fields);
    const auto recorded = this->recorded();
    if (!recorded) return forward(recorded);
    if (!recorded->empty())
        if (const auto done = setRecorded(values, analysis.key, *recorded, own); !done) return forward(done);
    for (const Field& field : analysis.fields) {
        const auto words = given_.find(field.key);
        if (words == given_.end() || words->second.empty()) continue;
        const std::string text = fmt::format("{}", fmt::join(words->second, ","));
        if (const auto done = values.setText(field.key, text); !done) return forward(done);
    }
    return values;
}

std::string FieldOptions::strange(const Fields& fields) const {
    for (const auto& [key, words] : given_)
        if (!words.empty() && std::ranges::find(fields, key, &Field::key) == fields.end()) return key;
    return {};
}

}  // namespace facespace::cli
