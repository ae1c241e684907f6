#include "app/cli/figure_pages.h"

namespace facespace::cli {
namespace {

void addPredictionOptions(CLI::App& command, PredictionAnalysisOptions& o) {
    const char* group = "Pages agreement, prediction, feature-curve";
    command.add_option("--target", o.targets, "What is predicted")->delimiter(',')->capture_default_str()->group(group);
    command.add_option("--folds", o.experiment.folds, "Cross-validation folds; an identity is never split")
        ->check(CLI::Range(2, 32))
        ->capture_default_str()
        ->group(group);
    command.add_option("--train-share", o.experiment.trainShare, "Share of the images to train on in random splits")
        ->check(CLI::Range(0.05, 0.95))
        ->capture_default_str()
        ->group(group);
    command.add_option("--repeats", o.experiment.randomRepeats, "Random-image splits")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->group(group);
    command.add_option("--centred", o.centredPitchDeg, "|pitch| up to this is centred, degrees")
        ->capture_default_str()
        ->group(group);
}

void addViewOptions(CLI::App& command, ViewDependenceOptions& o, bool& benjaminiHochberg) {
    const char* group = "Pages view-dependence, view-marginals, view-test";
    command.add_option("--frontal", o.frontalDeg, "|yaw| up to this is frontal, degrees")
        ->capture_default_str()
        ->group(group);
    command.add_option("--profile", o.profileDeg, "|yaw| from this is profile, degrees")
        ->capture_default_str()
        ->group(group);
    command.add_option("--minimum", o.minimum, "Images of each view that an identity must have")
        ->check(CLI::Range(2, 1000000))
        ->capture_default_str()
        ->group(group);
    command.add_option("--alpha", o.alpha, "Level of significance")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_flag("--bh", benjaminiHochberg, "Benjamini–Hochberg in place of Bonferroni")->group(group);
}

void addQualityOptions(CLI::App& command, PageFigureWords& words) {
    const char* group = "Pages quality, correlations, edc";
    command.add_option("--distance", words.distance, "From the origin, the mean, or cosine to the identity's centroid")
        ->check(CLI::IsMember({"origin", "mean", "centroid"}))
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--measure", words.choices.measure,
                    "quality: this measure (default: that which goes most with the distance); edc: drawn in any case")
        ->group(group);
    command
        .add_option("--fmr", words.fmr, "edc: only this false match rate (default: a panel for each of 0.01, 0.001, 0.0001)")
        ->check(CLI::Range(1e-9, 0.5))
        ->group(group);
    command.add_option("--discard-limit", words.options.discard.edc.discardLimit, "edc: share of pairs discarded at most")
        ->check(CLI::Range(0.001, 0.999))
        ->capture_default_str()
        ->group(group);
    command.add_flag("--recomputed", words.choices.recomputed, "edc: with thresholds found again at every share")
        ->group(group);
    command.add_flag("--log", words.choices.logarithmic, "edc: logarithmic error axis")->group(group);
}

void addVerificationOptions(CLI::App& command, PageFigureWords& words) {
    const char* group = "Pages scores, roc, det";
    auto& o = words.options.verification;
    command.add_option("--metric", words.metric, "Score of a pair")
        ->check(CLI::IsMember({"cosine", "euclidean"}))
        ->capture_default_str()
        ->group(group);
    command.add_option("--protocol", o.protocol, "Pairs to compare in place of all: LFW's pairs.txt, or template pairs")
        ->group(group);
    command.add_option("--templates", o.templates, "Column that names the template of each image (IJB)")->group(group);
    command.add_option("--template-media", o.media, "Column that names the medium within a template")->group(group);
}

void addSuspectOptions(CLI::App& command, PageFigureWords& words) {
    const char* group = "Page suspects";
    command.add_option("--suspects", words.choices.suspects.most, "Images drawn at most, the most suspect first")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--candidate-minimum", words.options.suspects.minimum,
                    "Images that an identity must have to be a candidate")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->group(group);
}

void addCompareOptions(CLI::App& command, PageFigureWords& words) {
    const char* group = "Page compare";
    command
        .add_option("--first", words.choices.first,
                    "Name of a network or a map (default: the first network; with one network only, the newest map but one)")
        ->group(group);
    command.add_option("--second", words.choices.second, "What it is compared with (default: the next of the same kind)")
        ->group(group);
    command.add_option("--k", words.options.compare.k, "Neighbours of each image")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->group(group);
}

void addProbeOptions(CLI::App& command, PageFigureWords& words) {
    const char* group = "Page probe";
    command.add_option("--image", words.image, "The image: its path in the project, or its file")->group(group);
    command.add_option("--sweep", words.sweep, "What grows: NAME=FROM:TO:STEPS")->capture_default_str()->group(group);
    auto& o = words.choices.probe.options;
    command.add_option("--descriptor", o.descriptor, "The network's descriptor, if it is no longer where it was")
        ->group(group);
    command
        .add_flag_callback(
            "--no-gpu", [&o] { o.host.useGpu = false; }, "Use the CPU even if LibTorch has CUDA")
        ->group(group);
    words.degradation.addTo(command, group);
}

}  // namespace

void PageFigureWords::addTo(CLI::App& command) {
    command.add_option("--seed", seed, "Seed of everything random on the analysis pages")->capture_default_str();
    addPredictionOptions(command, options.prediction);
    addViewOptions(command, options.views, benjaminiHochberg);
    addQualityOptions(command, *this);
    addVerificationOptions(command, *this);
    addSuspectOptions(command, *this);
    addCompareOptions(command, *this);
    addProbeOptions(command, *this);
}

/// The image, what grows and what stays.
Result<void> PageFigureWords::readProbe(const Snapshot& snapshot, report::ProbeChoices& probe) const {
    if (image.empty()) return {};
    const auto row = probeRow(snapshot, image);
    if (!row) return forward(row);
    const auto along = probeSweepFromString(sweep);
    if (!along) return forward(along);
    const auto base = degradation.read();
    if (!base) return forward(base);
    probe.row = *row;
    probe.sweep = *along;
    probe.base = *base;
    return {};
}

Result<figure::Figure> PageFigureWords::draw(const Snapshot& snapshot, const std::string& page, const std::string& network,
                                             const std::vector<std::uint8_t>& passes, const std::string& filter,
                                             const JobContext& job) const {
    report::AnalysisOptions o = options;
    report::PageFigureChoices chosen = choices;
    o.setSeed(seed);
    if (benjaminiHochberg) o.views.correction = Correction::kBenjaminiHochberg;
    o.quality.distance = distance == "mean"       ? DistanceKind::kMean
                         : distance == "centroid" ? DistanceKind::kCentroid
                                                  : DistanceKind::kOrigin;
    o.verification.verification.metric = metric == "cosine" ? PairMetric::kCosine : PairMetric::kEuclidean;
    if (fmr > 0) {
        chosen.fmr = fmr;
        o.discard.edc.fmrTargets = {fmr};
    }
    if (const auto read = readProbe(snapshot, chosen.probe); !read) return forward(read);
    AnalysisScope scope{network, {}};
    if (!passes.empty()) {
        scope.rows.emplace();
        for (std::size_t row = 0; row < passes.size(); ++row)
            if (passes[row] != 0) scope.rows->push_back(static_cast<std::int64_t>(row));
    }
    return report::drawPageFigure(snapshot, page, scope, filter, o, chosen, job);
}

}  // namespace facespace::cli
