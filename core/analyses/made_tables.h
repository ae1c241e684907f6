#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/analyses/analysis.h"

namespace facespace {

/// What the columns of tables mean: a line for each, in the tables' order. A column that no analysis explains is left out.
Table columnsTable(const std::vector<Table>& tables, const std::vector<const Analysis*>& analyses);

/// Tables of one or several analyses as they leave the program: with what their columns mean (a table “columns”) and how
/// they were made (“parameters”), from which `--parameters` makes them again.
class MadeTables {
  public:
    /// @param images  which were taken, in words: "all", or the filter that left them
    /// @param unit    AnalysisScope::unit
    MadeTables(std::string images, std::string unit) : images_(std::move(images)), unit_(std::move(unit)) {}

    /// Every table of the findings; `tables` in their place if they were put together otherwise.
    void add(const Findings& findings) { add(findings, findings.tables()); }
    void add(const Findings& findings, std::vector<Table> tables);
    void add(const Analysis& analysis, const Snapshot& snapshot, const std::string& network, const Values& values,
             std::vector<Table> tables);
    std::size_t count() const { return tables_.size(); }

    /// One object: the tables by name, large ones only if asked, the columns and the parameters.
    std::string json(bool large) const;
    /// How they were made, as one object: project, networks with their hashes, images, and the values by the analysis' key.
    std::string parameters() const;
    /// FOLDER/NAME.csv and .json of each, FOLDER/columns.csv and FOLDER/parameters.json. Returns the files. Errors: kIo,
    /// kResource.
    Result<std::vector<std::filesystem::path>> write(const std::filesystem::path& folder) const;

  private:
    std::string images_, unit_, project_;
    std::vector<Table> tables_;
    std::vector<const Analysis*> analyses_;
    std::vector<std::pair<std::string, std::string>> networks_, values_;  ///< Name and hash; key and JSON.
};

/// Sets what recorded parameters say of an analysis: an object of its values, or one that holds such an object under the
/// analysis' key (a folder's parameters.json, a report's). Whatever else is in it stays aside.
/// @param own  whether an object without the key is the analysis' own; else it says nothing of it
/// Errors: kFormat, and those of Values::set().
Result<void> setRecorded(Values& values, const std::string& key, const std::string& json, bool own = true);

}  // namespace facespace
