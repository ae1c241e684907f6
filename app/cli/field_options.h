#pragma once
#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/analyses/analysis.h"

namespace facespace::cli {

/// The flags of fields: `--train-share 0.5` for “train-share”, `--recomputed` for one that is true or false. Two fields of
/// one name (of two analyses of one command) share their flag.
class FieldOptions {
  public:
    /// @param drawing  with those that matter for figures only
    /// @param group    the heading in the help; empty: that of the command's other options
    void addTo(CLI::App& command, const Fields& fields, bool drawing, const std::string& group = {});
    /// `--parameters`, the values as a figure, a report or a folder of tables has them: JSON, or a file with it.
    void addParameters(CLI::App& command);
    /// What was given by --parameters; empty: nothing. Errors: kIo.
    Result<std::string> recorded() const;
    /// The fallbacks, then --parameters, then the flags that were given. Errors: kInvalid, kFormat, kIo.
    /// @param own  as of setRecorded()
    Result<Values> read(const Analysis& analysis, bool own = true) const;
    /// Whether every file is there that the flags and --parameters name. Errors: kIo.
    Result<void> filesExist() const;
    /// A flag that was given and is none of these fields; empty if there is none.
    std::string strange(const Fields& fields) const;

  private:
    void add(CLI::App& command, const Field& field, const std::string& group);
    std::map<std::string, std::vector<std::string>> given_;
    struct Flag {
        CLI::Option* option;
        std::shared_ptr<Fields> fields;  ///< That share it: what any of them takes is understood.
    };
    std::map<std::string, Flag> flags_;
    std::string parameters_;
};

}  // namespace facespace::cli
