#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/report/claims.h"

/// One page that says what a project's analyses found, in chapters (chapters.h).
namespace facespace {

struct ReportOptions {
    std::string network{};                            ///< Name; empty: all networks.
    report::AllValues values{};                       ///< Of the analyses; those that are not there have their defaults.
    std::optional<std::vector<std::int64_t>> rows{};  ///< Images that take part; none: all.
    std::string filter{};                             ///< That left the rows, in words.
    std::vector<std::string> chapters{};              ///< Keys of those wanted (chapters.h); none: all.
    bool faces = true;                                ///< Small faces in the page (mosaics, worst pairs, suspects).
    const AnalysisList* list = &analyses();
    std::string unit{};     ///< AnalysisScope::unit of all of them.
    GradeOptions grades{};  ///< Of the claims.
};

struct ReportSummary {
    std::filesystem::path page;
    std::vector<std::filesystem::path> tables;
    std::vector<report::Claim> claims;
};

/// Runs the analyses of its chapters and writes FOLDER/report.html, complete in itself (figures as SVG, faces as JPEG
/// inside), and every table as FOLDER/tables/NETWORK/NAME.csv, what their columns mean as FOLDER/tables/columns.csv, and all
/// parameters as FOLDER/parameters.json. What the project lacks is said in its place, and a chapter that has nothing to say
/// is left out, which is said, too. Needs no display. The same project and options give the same bytes.
/// @param snapshot  with the image-quality measures in it, if they are wanted (measure_into.h)
/// @param jobs      the project's job log, for how it was made
/// Errors: kNotFound (no features, no such chapter), kIo, kResource, kCancelled.
Result<ReportSummary> writeReport(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<JobRecord>& jobs,
                                  const std::filesystem::path& folder, const ReportOptions& options, const JobContext& job);

}  // namespace facespace
