#include "core/report/report.h"

#include <fmt/format.h>
#include <cctype>
#include <iterator>

#include "core/common/whole_file.h"
#include "core/report/sections.h"
#include "core/workflow/analysis_tables.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace report;

void append(std::vector<Table>& tables, std::vector<Table> more) {
    tables.insert(tables.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Names come from files of others: only plain characters reach the file system.
std::string folderName(const std::string& network, std::size_t number) {
    std::string name;
    for (const char c : network) name += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
    return name.empty() ? fmt::format("network_{}", number) : name;
}

std::vector<Table> tablesOf(const NetworkFindings& f, const Snapshot& snapshot) {
    std::vector<Table> tables = facespace::tablesOf(f.prediction);
    if (f.views) append(tables, facespace::tablesOf(*f.views));
    if (f.quality) append(tables, facespace::tablesOf(*f.quality, snapshot));
    if (f.discard) append(tables, facespace::tablesOf(*f.discard));
    if (f.verification) append(tables, facespace::tablesOf(*f.verification, snapshot));
    if (f.suspects) append(tables, facespace::tablesOf(*f.suspects, snapshot));
    return tables;
}

Table claimsTable(const std::vector<Claim>& claims) {
    Table table{"claims", "The claims of the paper's abstract", {"claim", "network", "here", "figures"}, {}, false};
    for (const Claim& claim : claims) table.add(claim.claim, claim.network, wordsOf(claim.verdict), claim.figures);
    return table;
}

Result<void> writeAllTables(const std::vector<NetworkFindings>& all, const Snapshot& snapshot, const fs::path& folder,
                            ReportSummary& summary) {
    auto files = writeTables({claimsTable(summary.claims)}, folder, false);
    if (!files) return forward(files);
    summary.tables = std::move(*files);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto own = writeTables(tablesOf(all[i], snapshot), folder / folderName(all[i].network.name, i), false);
        if (!own) return forward(own);
        std::move(own->begin(), own->end(), std::back_inserter(summary.tables));
    }
    return {};
}

std::string pageOf(const std::vector<NetworkFindings>& all, const Snapshot& snapshot, const std::vector<JobRecord>& jobs,
                   const ReportOptions& options, const std::vector<Claim>& claims) {
    const std::string title = fmt::format("What the features of {} say", snapshot.projectFile.stem().string());
    Page page;
    page.heading(1, title);
    addSummary(page, snapshot, all);
    addClaims(page, claims, all.size() > 1);
    addPrediction(page, all);
    const SectionContext context{snapshot, options.analysis, options.faces};
    for (const NetworkFindings& f : all) {
        page.heading(2, fmt::format("Features of “{}”", f.network.name));
        addViews(page, f, context);
        addQuality(page, f, context);
        addDiscard(page, f, context);
        addVerification(page, f, context);
        addSuspects(page, f, context);
    }
    addProvenance(page, snapshot, all, jobs, options.analysis);
    return page.html(title);
}

}  // namespace

Result<ReportSummary> writeReport(const Snapshot& snapshot, const std::vector<JobRecord>& jobs, const fs::path& folder,
                                  const ReportOptions& options, const JobContext& job) {
    const auto all = findingsOf(snapshot, options.network, options.analysis, job);
    if (!all) return forward(all);
    ReportSummary summary;
    for (const NetworkFindings& f : *all)
        for (Claim& claim : claimsOf(f)) summary.claims.push_back(std::move(claim));
    job.progress("writing the report", 0, 1);
    if (const auto done = writeAllTables(*all, snapshot, folder / "tables", summary); !done) return forward(done);
    const std::string html = pageOf(*all, snapshot, jobs, options, summary.claims);
    summary.page = folder / "report.html";
    if (const auto done = writeWholeFile(summary.page, [&](std::ostream& out) { out << html; }); !done) return forward(done);
    return summary;
}

}  // namespace facespace
