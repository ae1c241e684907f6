#include "core/report/sections.h"

#include <fmt/format.h>

#include "core/charts/words.h"
#include "core/common/markup.h"
#include "core/common/number_text.h"
#include "core/compute/rendered.h"
#include "core/report/json_text.h"

namespace facespace::report {
namespace {

/// Clusters below which intervals over clusters are rough.
constexpr std::size_t kFewIdentities = 30;

}  // namespace

void addSummary(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all) {
    std::set<std::string> identities;
    for (const auto& image : snapshot.images.images) identities.insert(image.identity);
    page.paragraph(fmt::format("{} of {}.", imagesText(static_cast<std::int64_t>(snapshot.imageCount())),
                               identitiesText(static_cast<std::int64_t>(identities.size()))));
    Table table{"", "", {"network", "dimension", "features", "unit", "sha256"}, {}, false};
    for (const NetworkFindings& f : all)
        table.add(f.network.name, f.network.dimension, f.features, f.network.normalised, f.network.sha256);
    page.table(table, {{"network", "Network"},
                       {"dimension", "Features each"},
                       {"features", "Images with features"},
                       {"unit", "Unit length"}});
    std::vector<NetworkRecord> networks;
    for (const NetworkFindings& f : all) networks.push_back(f.network);
    for (const std::string& caveat : renderedCaveats(snapshot, networks)) page.note(caveat);
    if (identities.size() > 1 && identities.size() < kFewIdentities)
        page.note(fmt::format(
            "All intervals go by identities. {} are few for that: intervals tend to be too narrow below about {} "
            "(Cameron, Gelbach and Miller 2008), and what is found may be these people's alone.",
            identitiesText(static_cast<std::int64_t>(identities.size())), kFewIdentities));
}

void addClaims(Page& page, const std::vector<Claim>& claims, const GradeOptions& grades, bool severalNetworks) {
    page.heading(3, "The claims of the paper's abstract", "claims");
    page.paragraph(fmt::format(
        "The claims of Parde et al., “Deep Convolutional Neural Network Features and the Original Image” (FG 2017), in "
        "words, and what this project's images and networks say of each. What classifiers read needs p ≤ 0.05 against "
        "shuffled labels, on identities not fitted to; view dependence an interval of the difference of two variances that "
        "leaves out 0; images near the origin a ratio of shares, of those nearest against the rest, whose interval leaves "
        "out 1; the monotone rise every measure tested to rise throughout, any fall that counts excluded. Support is graded "
        "by the end of the 95 % interval that is nearer to none: {}; {}; {}; {}; of the monotone rise the weakest measure's "
        "{}. “Explained by pose” is an effect that is not "
        "there with pose held fixed. A video is one observation. p is of the null that features and labels have nothing to "
        "do with each other (shuffled "
        "labels), or that views make no difference (shuffled views). The claims are not corrected for their number.",
        grades.r2.text("R²"), grades.auc.text("an AUC"), grades.ratio.text("a ratio of shares"),
        grades.variance.text("a part of two variances"), grades.rho.text("ρ")));
    std::string html = "<div class=\"scroll wide\"><table><thead><tr><th>Claim</th>";
    if (severalNetworks) html += "<th>Network</th>";
    html += "<th>Here</th><th>Figures</th></tr></thead><tbody>\n";
    for (const Claim& claim : claims) {
        html += fmt::format("<tr><td>{}{}</td>", escapedMarkup(claim.claim),
                            claim.ours ? " <small>(not in the abstract)</small>" : "");
        if (severalNetworks) html += fmt::format("<td class=\"s\">{}</td>", escapedMarkup(claim.network));
        html += fmt::format("<td class=\"verdict\">{}</td><td>{}</td></tr>\n", termFor(claim), escapedMarkup(claim.figures));
    }
    page.raw(html + "</tbody></table></div>\n");
}

void addProvenance(Page& page, const Snapshot& snapshot, const Provenance& made) {
    page.heading(2, "How it was made", "how");
    page.paragraph(fmt::format("FaceSpace {}, project {}. The same project and parameters give the same page: {}.",
                               FACESPACE_VERSION, snapshot.projectFile.filename().string(), made.command));
    for (const NetworkFindings& f : made.all) {
        page.heading(3, fmt::format("Network “{}”", f.network.name));
        page.raw(fmt::format("<p>SHA-256 of the weights: <code>{}</code><br>Faces cut out: <code>{}</code></p>\n",
                             f.network.sha256.empty() ? "none, features were imported" : escapedMarkup(f.network.sha256),
                             escapedMarkup(f.network.settingsJson)));
        if (!f.network.descriptorJson.empty())
            page.raw("<pre class=\"text\">" + escapedMarkup(readableJson(f.network.descriptorJson)) + "</pre>\n");
    }
    page.heading(3, "Parameters");
    page.raw("<pre class=\"text\">" + escapedMarkup(readableJson(made.parametersJson)) + "</pre>\n");
    page.heading(3, "What was done in the project");
    Table table{"", "", {"started", "kind", "settings", "status", "message"}, {}, false};
    for (const JobRecord& job : made.jobs)
        table.add(job.startedUtc, job.kind, settingsText(job.parametersJson), job.status, job.message);
    page.table(table,
               {{"started", "Started (UTC)"},
                {"kind", "Step"},
                {"settings", "Settings"},
                {"status", "Ended"},
                {"message", "Outcome"}},
               60);
}

}  // namespace facespace::report
