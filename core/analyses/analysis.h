#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/analyses/field.h"
#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/analysis_input.h"
#include "core/compute/table.h"
#include "core/figure/chart.h"
#include "core/network/network.h"
#include "core/project/snapshot.h"
#include "core/view/colouring.h"

/// What an analysis is, said once. Over the list of them (list.h) iterate the command line, figures, the report, the
/// window's pages, the provenance in every file and the manual's tables.
namespace facespace {

struct Analysis;
class Findings;

/// A figure that an analysis can draw.
struct FigureKind {
    std::string name;     ///< "roc", as in `figure --page roc`.
    Text title;           ///< "ROC".
    bool people = false;  ///< It shows faces or names, which privacy is about.
    /// What it shows, by which formula, and what large and small values say: one or two sentences. Empty: the analysis' own.
    Text meaning{};
};

/// How a figure is wanted.
struct FigureRequest {
    std::string name{};  ///< Of a FigureKind.
    double widthMm = figure::kTwoColumnsMm;
    double dpi = 300;
    figure::Style style{};
    bool privacy = false;          ///< Faces are blurred, and numbers stand for names.
    ColouringOptions colouring{};  ///< Of points on maps.
    /// The fields that matter for a figure only, as they are now; none: as the analysis was run with.
    std::optional<Values> values{};
};

// What an analysis has to say, in order, for a report.
struct Paragraph {
    std::string text;
};
/// What is missing, or to be careful about.
struct Caution {
    std::string text;
};
struct FigureBlock {
    figure::Figure figure;
    std::string caption;
};
/// Chosen columns of a table with headings for people.
struct TableBlock {
    struct Shown {
        std::string column, heading;
    };
    Table table;
    std::vector<Shown> columns;
    std::size_t mostRows = 40;
};
/// Small faces with a line of text each, in groups.
struct FacesBlock {
    struct Face {
        std::int64_t row = 0;
        std::string text;
    };
    struct Group {
        std::string title;  ///< Before it; empty: none.
        std::vector<Face> faces;
    };
    std::string before;  ///< What they are.
    std::vector<Group> groups;
    bool lines = false;  ///< A line for each group; else as many side by side as there is room for.
};
using Block = std::variant<Paragraph, Caution, FigureBlock, TableBlock, FacesBlock>;

/// What an analysis found. Immutable; keeps the snapshot that it looked at.
class Findings {
  public:
    virtual ~Findings() = default;
    /// Every number, images named by their path.
    virtual std::vector<Table> tables() const = 0;
    /// Lines for a terminal.
    virtual std::vector<std::string> summary() const = 0;
    /// What it found, in sentences; as a rule the summary, unless that is a table in letters.
    virtual std::vector<Text> sentences() const;
    /// What it found in one sentence; as a rule the first of them.
    virtual Text headline() const;
    /// What could not be looked at, and what to do: one sentence each.
    virtual std::vector<Text> notes() const { return {}; }
    /// The notes, and where intervals go by few identities, that they tend to be too narrow.
    std::vector<Text> cautions() const;
    /// Errors: kInvalid (nothing to draw, says why), kCancelled. Name and request as in FigureKind.
    virtual Result<figure::Figure> figure(const FigureRequest& request, const JobContext& job) const = 0;
    /// For the report. As a rule summary, notes, every figure and the tables.
    virtual std::vector<Block> report() const;
    /// The network whose features were read, as the files name it.
    const std::string& network() const { return network_; }
    const Snapshot& snapshot() const { return *snapshot_; }
    const Values& values() const { return values_; }
    const Analysis& analysis() const { return *analysis_; }

  protected:
    /// The values for a figure.
    const Values& valuesFor(const FigureRequest& request) const { return request.values ? *request.values : values_; }

    Findings(const Analysis& analysis, std::shared_ptr<const Snapshot> snapshot, std::string network, Values values)
        : analysis_(&analysis), snapshot_(std::move(snapshot)), network_(std::move(network)), values_(std::move(values)) {}

  private:
    const Analysis* analysis_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::string network_;
    Values values_;
};
using FindingsPtr = std::shared_ptr<const Findings>;

/// Findings around one result.
template <class T>
class FindingsOf : public Findings {
  public:
    const T& result() const { return result_; }

  protected:
    FindingsOf(const Analysis& analysis, std::shared_ptr<const Snapshot> snapshot, std::string network, Values values,
               T result)
        : Findings(analysis, std::move(snapshot), std::move(network), std::move(values)), result_(std::move(result)) {}

  private:
    T result_;
};
/// The result of an analysis whose findings are known to be around a T.
template <class T>
const T& resultOf(const Findings& findings) {
    return static_cast<const FindingsOf<T>&>(findings).result();
}

/// What an analysis is given.
struct AnalysisRequest {
    std::shared_ptr<const Snapshot> snapshot{};
    AnalysisScope scope{};
    Values values{};
    /// What was found before on the same snapshot and scope, so that what two analyses need is computed once.
    std::vector<FindingsPtr> earlier{};
    /// For an analysis that runs a network: on what, and whether the user has just said yes to it. No part of the values:
    /// what a file says must not run code.
    NetworkHostOptions host{};
};

/// Meaning and unit of a table's column; "#" stands for all columns that are numbers, "*" for all that are not named.
struct ColumnMeaning {
    std::string table, column;
    Text meaning, unit{};
    std::string source{};  ///< Where its definition comes from: "ISO/IEC 19795-1". Empty: its meaning says it.
};

struct Analysis {
    std::string key{};       ///< "suspects": its command, its icon, and its part of the provenance.
    Text title{};            ///< "Labels that look wrong".
    Text name{};             ///< Of its page in the window: "Suspected labels". Empty: the title.
    std::string question{};  ///< What it answers, for the command's help: "List images whose identity label looks wrong".
    Text meaning{};          ///< What its figures say, by which formulas, in which direction: one or two sentences.
    std::string manual{};    ///< Where the manual describes it: "verification#What it computes".
    Fields fields{};
    std::vector<FigureKind> figures{};
    std::vector<ColumnMeaning> columns{};  ///< Of all its tables.
    bool ofOneNetwork = true;              ///< Takes --network; else its fields say what is compared.
    bool ownCommand = false;               ///< Its command does more than run it (keeps predictions), and is written apart.
    bool measured = false;  ///< Reads the measures of image quality, which are taken first where images are there.
    bool reported = true;   ///< It is a part of the report.
    std::string
        reportedWith{};  ///< A part of the report only where this field has a value: a text that names what to look at.
    std::vector<const Analysis*> alongside{};  ///< Run by its command, too, unless --no-KEY says otherwise.
    std::vector<const Analysis*> after{};      ///< Whose findings of the same values it reads where they are there.
    bool intervals = false;                    ///< Its intervals and p-values go by identities.
    /// Errors: what is missing and how to bring it, in one sentence; kCancelled.
    std::function<Result<FindingsPtr>(const AnalysisRequest&, const JobContext&)> run{};

    /// Its section of a report where all networks stand side by side; empty: each network has one of its own.
    std::function<std::vector<Block>(const std::vector<FindingsPtr>&)> together{};

    Values defaults() const { return Values(fields); }
    bool draws(const std::string& figure) const;
    /// Whether a report with these values has a part of it.
    bool isReported(const Values& values) const {
        return reported && (reportedWith.empty() || !values.text(reportedWith).empty());
    }
    /// What a figure of it shows: the figure's meaning, else its own.
    const Text& meaningOfFigure(const std::string& figure) const;
    /// What a column of one of its tables means; null if it does not say.
    const ColumnMeaning* meaningOf(const std::string& table, const std::string& column) const;
};

/// A field that seeds what is random; the same in every analysis.
Field seedField(Text help);
/// How many identities intervals leave out in turn; the same in every analysis. @param inWindow  has a control there
Field leaveOutField(std::int64_t fallback, bool inWindow = true);

}  // namespace facespace
