#include "core/report/report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <deque>
#include <iterator>

#include "core/analyses/made_tables.h"
#include "core/analyses/verify/verify_difference.h"
#include "core/common/parallel.h"
#include "core/common/side_by_side.h"
#include "core/common/whole_file.h"
#include "core/report/chapter_page.h"
#include "core/report/parameters.h"
#include "core/report/sections.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace report;

/// Names come from files of others: only plain characters reach the file system.
std::string folderName(const std::string& network, std::size_t number) {
    std::string name;
    for (const char c : network) name += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
    return name.empty() ? fmt::format("network_{}", number) : name;
}

constexpr std::pair<const char*, const char*> kClaimColumns[] = {{"claim", "What is claimed, in words"},
                                                                 {"in_abstract", "Whether the paper's abstract says it"},
                                                                 {"network", "Whose features were looked at"},
                                                                 {"here", "What this project's images say of it"},
                                                                 {"figures", "The figures by which it was judged"}};

Table claimsTable(const std::vector<Claim>& claims) {
    Table table{
        "claims", "The claims of the paper's abstract", {"claim", "in_abstract", "network", "here", "figures"}, {}, false};
    for (const Claim& claim : claims) table.add(claim.claim, !claim.ours, claim.network, termFor(claim), claim.figures);
    return table;
}

/// What an analysis has to say, and its tables.
struct Said {
    Section section;
    std::vector<Table> tables;
};
Said saidBy(const Outcome& outcome) {
    Said said{{outcome.analysis, {}, outcome.missing, {}, {}}, {}};
    if (!outcome.found) return said;
    said.tables = outcome.found->tables();
    said.section.headline = outcome.found->headline().english();
    if (outcome.analysis->together)
        said.section.found = outcome.found;
    else
        said.section.blocks = outcome.found->report();
    return said;
}

NetworkPart partOf(const FeatureSet& set, const std::vector<Outcome>& outcomes, const GradeOptions& grades) {
    std::vector<Said> said(outcomes.size());
    parallelChunks(outcomes.size(), 1, [&](std::size_t i, std::size_t, std::size_t) { said[i] = saidBy(outcomes[i]); });
    NetworkPart part{findingsOf(set, outcomes), {}, {}};
    for (Said& one : said) {
        for (Table& table : one.tables)  // graded as the rest of the report is
            if (Table graded = differencesTable(part.findings.compared, grades.difference); graded.name == table.name)
                table = std::move(graded);
        std::ranges::move(one.tables, std::back_inserter(part.tables));
        part.sections.push_back(std::move(one.section));
    }
    return part;
}

/// So many analyses run at once at most: each keeps what it counts of the pairs, for every thread. Their own loops use
/// further threads.
constexpr std::size_t kMostAtOnce = 4;

/// The analyses that the chapters are made of. Those of several networks are run once.
AnalysisList analysesOf(const AnalysisList& list, const std::vector<Chapter>& chapters, bool firstNetwork) {
    std::vector<const Analysis*> wanted;
    for (const Analysis* analysis : list)
        if (std::ranges::any_of(chapters, [&](const Chapter& c) {
                return std::ranges::find(c.analyses, analysis->key) != c.analyses.end();
            }))
            if (firstNetwork || analysis->ofOneNetwork) wanted.push_back(analysis);
    return wanted;
}

/// The values without what is counted twice: where every network is verified over the same images, the two that are compared
/// need not be once more.
AllValues onceOnly(AllValues values, const AnalysisList& wanted, const std::vector<const FeatureSet*>& sets) {
    const Analysis* compare = wanted.find("compare");
    if (compare == nullptr || wanted.find("verify") == nullptr || sets.size() < 2) return values;
    const bool same = std::ranges::all_of(sets, [&](const FeatureSet* set) {
        return std::ranges::equal(set->distance, sets.front()->distance,
                                  [](float a, float b) { return std::isnan(a) == std::isnan(b); });
    });
    if (!same) return values;
    Values ofCompare = valuesOf(values, *compare);
    if (ofCompare.set("verification", false)) values.insert_or_assign(compare->key, std::move(ofCompare));
    return values;
}

Result<std::vector<NetworkPart>> partsOf(const std::shared_ptr<const Snapshot>& snapshot, const ReportOptions& options,
                                         const std::vector<Chapter>& chapters, const JobContext& job) {
    if (snapshot->featureSets.empty() || !options.network.empty())
        if (const auto input = gather(*snapshot, {options.network, {}, options.unit}); !input) return forward(input);
    std::vector<const FeatureSet*> sets;
    for (const auto& set : snapshot->featureSets)
        if (options.network.empty() || set->network.name == options.network) sets.push_back(set.get());
    std::vector<NetworkPart> parts(sets.size());
    std::deque<NetworkRun> runs;
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const AnalysisScope scope{sets[i]->network.name, options.rows, options.unit};
        const AnalysisList wanted = analysesOf(*options.list, chapters, i == 0);
        NetworkRun& run = runs.emplace_back(snapshot, scope, wanted, onceOnly(options.values, wanted, sets));
        Task last;
        const std::size_t first = tasks.size();
        run.addTo(tasks);
        for (std::size_t t = first; t < tasks.size(); ++t) last.after.push_back(t);
        // Findings can be large: those of a network are let go as soon as it has its part.
        last.run = [&part = parts[i], &run, &set = *sets[i], &grades = options.grades](const JobContext&) {
            if (!run.cancelled()) part = partOf(set, run.outcomes(), grades);
        };
        tasks.push_back(std::move(last));
    }
    runSideBySide(tasks, kMostAtOnce, job);
    if (std::ranges::any_of(runs, &NetworkRun::cancelled)) return cancelled();
    return parts;
}

std::vector<VerifiedNetwork> verifiedOf(const std::vector<NetworkPart>& parts) {
    std::vector<VerifiedNetwork> verified;
    for (const NetworkPart& part : parts)
        if (part.findings.verified) verified.push_back(*part.findings.verified);
    return verified;
}

std::map<Differences, std::vector<Block>> allDifferences(const std::vector<NetworkPart>& parts, const GradeOptions& grades) {
    std::map<Differences, std::vector<Block>> all;
    const auto add = [&](Differences which, const std::vector<VerifiedNetwork>& networks) {
        if (auto blocks = differenceBlocks(networks, grades.difference); !blocks.empty()) all[which] = std::move(blocks);
    };
    add(Differences::kOfAll, verifiedOf(parts));
    for (const NetworkPart& part : parts) add(Differences::kCompared, part.findings.compared);
    return all;
}

Result<void> writeAllTables(const std::vector<NetworkPart>& parts, const fs::path& folder, const ReportOptions& options,
                            ReportSummary& summary) {
    std::vector<Table> ofAll;
    if (!summary.claims.empty()) ofAll.push_back(claimsTable(summary.claims));
    if (Table differences = differencesTable(verifiedOf(parts), options.grades.difference); !differences.rows.empty())
        ofAll.push_back(std::move(differences));
    auto files = writeTables(ofAll, folder, false);
    if (!files) return forward(files);
    summary.tables = std::move(*files);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto own = writeTables(parts[i].tables, folder / folderName(parts[i].findings.network.name, i), false);
        if (!own) return forward(own);
        std::move(own->begin(), own->end(), std::back_inserter(summary.tables));
    }
    // What the columns mean, once for all networks.
    std::vector<Table> all;
    std::ranges::copy_if(ofAll, std::back_inserter(all), [](const Table& t) { return t.name != "claims"; });
    for (const NetworkPart& part : parts)
        for (const Table& table : part.tables)
            if (std::ranges::find(all, table.name, &Table::name) == all.end())
                all.push_back({table.name, table.title, table.columns, {}, false});
    Table meanings = columnsTable(all, {options.list->begin(), options.list->end()});
    if (!summary.claims.empty())
        for (const auto& [column, meaning] : kClaimColumns) meanings.add("claims", column, meaning, "", "");
    const auto columns = writeTables({meanings}, folder, false);
    if (!columns) return forward(columns);
    summary.tables.push_back(columns->front());
    return {};
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// The command that makes the same page.
std::string commandOf(const Snapshot& snapshot, const ReportOptions& options) {
    std::string command = fmt::format("facespace-cli report {} -o FOLDER", snapshot.projectFile.filename().string());
    if (!options.network.empty()) command += " --network " + quoted(options.network);
    if (!options.chapters.empty()) command += fmt::format(" --chapters {}", fmt::join(options.chapters, ","));
    if (!options.filter.empty()) command += " --filter " + quoted(options.filter);
    if (!options.unit.empty()) command += " --unit " + quoted(options.unit);
    const GradeOptions usual;
    const auto grades = [&](const char* name, const GradeLimits& given, const GradeLimits& fallback) {
        if (given.moderate != fallback.moderate || given.strong != fallback.strong)
            command += fmt::format(" --{}-grades {:g} {:g}", name, given.moderate, given.strong);
    };
    grades("r2", options.grades.r2, usual.r2);
    grades("auc", options.grades.auc, usual.auc);
    grades("ratio", options.grades.ratio, usual.ratio);
    grades("difference", options.grades.difference, usual.difference);
    grades("variance", options.grades.variance, usual.variance);
    grades("rho", options.grades.rho, usual.rho);
    if (!options.faces) command += " --no-faces";
    if (snapshot.anonymous) command += " --privacy";
    std::vector<std::string> said;
    for (const Analysis* analysis : *options.list) {
        if (!analysis->reported) continue;
        const Values values = valuesOf(options.values, *analysis);
        for (const Field& field : analysis->fields) {
            const Value& value = values.at(field.key);
            const bool flag = std::holds_alternative<bool>(value);
            const bool off = flag && !std::get<bool>(value);
            std::string words = (off ? " --no-" : " --") + field.key + (flag ? "" : " " + quoted(textOf(value)));
            if (field.drawing || value == field.fallback || std::ranges::find(said, words) != said.end()) continue;
            command += words;
            said.push_back(std::move(words));
        }
    }
    return command;
}

std::string pageOf(const std::vector<Chapter>& chapters, const std::vector<NetworkPart>& parts, const Snapshot& snapshot,
                   const std::vector<JobRecord>& jobs, const ReportOptions& options, const std::vector<Claim>& claims) {
    const std::string title = fmt::format("What the features of {} say", snapshot.projectFile.stem().string());
    std::vector<NetworkFindings> all;
    for (const NetworkPart& part : parts) all.push_back(part.findings);
    Page page;
    page.heading(1, title);
    addSummary(page, snapshot, all);
    if (options.rows)
        page.note(fmt::format("Only {} images take part: those that the filter {} lets pass.", options.rows->size(),
                              options.filter));
    const auto differences = allDifferences(parts, options.grades);
    const ChapterInput input{parts, claims, differences, options.grades, snapshot, options.faces};
    addContents(page, chapters, input);
    for (const Chapter& chapter : chapters) addChapter(page, chapter, input);
    addProvenance(page, snapshot, {all, jobs, commandOf(snapshot, options), parametersJson(options)});
    return page.html(title);
}

/// As files may show them: without the parameter that names an image, which may say who is on it.
ReportOptions shownOptions(const ReportOptions& options, const Snapshot& snapshot) {
    ReportOptions shown = options;
    if (!snapshot.anonymous) return shown;
    for (auto& [key, values] : shown.values)
        if (values.has("image")) (void)values.set("image", std::string());
    return shown;
}

}  // namespace

Result<ReportSummary> writeReport(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<JobRecord>& jobs,
                                  const fs::path& folder, const ReportOptions& options, const JobContext& job) {
    const auto chapters = chaptersNamed(*options.list, options.chapters);
    if (!chapters) return forward(chapters);
    const auto parts = partsOf(snapshot, options, *chapters, job);
    if (!parts) return forward(parts);
    ReportSummary summary;
    if (std::ranges::any_of(*chapters, &Chapter::abstractClaims))
        for (const NetworkPart& part : *parts)
            for (Claim& claim : judgeClaims(part.findings, options.grades)) summary.claims.push_back(std::move(claim));
    job.progress("writing the report", 0, 1);
    if (const auto done = writeAllTables(*parts, folder / "tables", options, summary); !done) return forward(done);
    const ReportOptions shown = shownOptions(options, *snapshot);
    const std::string html = pageOf(*chapters, *parts, *snapshot, jobs, shown, summary.claims);
    summary.page = folder / "report.html";
    if (const auto done = writeWholeFile(summary.page, [&](std::ostream& out) { out << html; }); !done) return forward(done);
    const auto parameters = [&](std::ostream& out) { out << parametersJson(shown) << "\n"; };
    if (const auto done = writeWholeFile(folder / "parameters.json", parameters); !done) return forward(done);
    return summary;
}

}  // namespace facespace
