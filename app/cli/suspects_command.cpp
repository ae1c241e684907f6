#include <fmt/format.h>
#include <algorithm>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"

namespace facespace::cli {
namespace {

constexpr std::size_t kPrinted = 20;

struct SuspectWords : AnalysisWords {
    SuspectOptions options;
};

Result<void> runSuspects(const SuspectWords& words, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto suspects = suspectsOf(**snapshot, words.scope(), words.options, job);
    if (!suspects) return forward(suspects);
    if (!words.json) {
        fmt::print("{} of {} images are nearer to another identity than to their own\n",
                   groupedNumber(std::ssize(suspects->list)), groupedNumber(suspects->judged));
        for (std::size_t i = 0; i < std::min(kPrinted, suspects->list.size()); ++i) {
            const Suspect& s = suspects->list[i];
            fmt::print("  {:+.3f}  {}: labelled {}, nearest {}\n", s.margin(),
                       (*snapshot)->images.images[static_cast<std::size_t>(s.row)].path, s.identity, s.nearest);
        }
        if (suspects->list.size() > kPrinted && words.output.empty()) printNote("-o FOLDER writes all of them.");
        for (const auto& note : suspects->notes) printNote(note);
    }
    return words.write(tablesOf(*suspects, **snapshot));
}

}  // namespace

void addSuspects(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("suspects", "List images whose identity label looks wrong");
    auto words = std::make_shared<SuspectWords>();
    words->addTo(*command);
    command->add_option("--minimum", words->options.minimum, "Images that an identity must have to be a candidate")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--limit", words->options.limit, "At most so many; 0: all")->capture_default_str();
    command->callback([words, &action] { action = [words](const JobContext& job) { return runSuspects(*words, job); }; });
}

}  // namespace facespace::cli
