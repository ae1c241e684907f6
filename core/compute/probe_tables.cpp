#include "core/compute/probe_tables.h"

#include <fmt/format.h>
#include <charconv>
#include <filesystem>

namespace facespace {
namespace {

constexpr int kMostSteps = 10'000;

/// Reads a number off the front of the text and what follows it.
template <class Number>
bool take(const char*& at, const char* end, Number& number, char after) {
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return false;
    if (after == '\0') return next == end;
    if (next == end || *next != after) return false;
    at = next + 1;
    return true;
}

const ImageRecord& recordOf(const Prober& prober, std::int64_t row) {
    return prober.snapshot().images.images[static_cast<std::size_t>(row)];
}

Table stepTable(const std::vector<ProbeStep>& steps, const Prober& prober, std::size_t first) {
    Table table{"probe", say("What becomes of a feature as its image is made worse"), {}, {}, false};
    table.columns = {"step", "path", "network", "stored"};
    for (const DegradationField& field : degradationFields()) table.columns.emplace_back(field.key);
    for (const char* column : {"side", "distance", "percentile", "cosine_to_stored", "predicted_yaw", "predicted_pitch",
                               "map", "map_x", "map_y", "map_z", "neighbours", "neighbours_of_own_identity",
                               "rank_of_own_identity", "nearest", "nearest_identity", "nearest_cosine"})
        table.columns.emplace_back(column);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const ProbeStep& s = steps[i];
        std::vector<Table::Cell> row{Table::cell(first + i), Table::cell(recordOf(prober, s.row).path),
                                     Table::cell(prober.network().name), Table::cell(first + i == 0)};
        for (const DegradationField& field : degradationFields()) row.push_back(Table::cell(s.degradation.*field.value));
        row.push_back(Table::cell(s.degradation.occlusion > 0 ? toString(s.degradation.side) : ""));
        for (const double value : {s.distance, s.percentile, s.cosine, s.yawDeg, s.pitchDeg})
            row.push_back(Table::cell(value));
        row.push_back(Table::cell(prober.map() != nullptr ? prober.map()->name : std::string()));
        for (std::size_t axis = 0; axis < 3; ++axis)
            row.push_back(axis < s.place.size() ? Table::cell(s.place[axis]) : Table::Cell{});
        row.push_back(Table::cell(s.neighbours.size()));
        row.push_back(Table::cell(s.sameAmong));
        row.push_back(s.ownRank > 0 ? Table::cell(s.ownRank) : Table::Cell{});
        if (s.neighbours.empty()) {
            row.resize(row.size() + 3);
        } else {
            const ProbeNeighbour& nearest = s.neighbours.front();
            row.push_back(Table::cell(recordOf(prober, nearest.row).path));
            row.push_back(Table::cell(recordOf(prober, nearest.row).identity));
            row.push_back(Table::cell(nearest.cosine));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table neighbourTable(const std::vector<ProbeStep>& steps, const Prober& prober, std::size_t first) {
    Table table{"probe_neighbours",
                say("The nearest images at every step"),
                {"step", "position", "path", "identity", "same_identity", "cosine"},
                {},
                true};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (std::size_t n = 0; n < steps[i].neighbours.size(); ++n) {
            const ProbeNeighbour& neighbour = steps[i].neighbours[n];
            const ImageRecord& image = recordOf(prober, neighbour.row);
            table.add(first + i, n + 1, image.path, image.identity, neighbour.sameIdentity, neighbour.cosine);
        }
    }
    return table;
}

}  // namespace

std::vector<Degradation> ProbeSweep::over(const Degradation& base) const {
    std::vector<Degradation> all(static_cast<std::size_t>(steps), base);
    for (int i = 0; i < steps; ++i)
        all[static_cast<std::size_t>(i)].*field->value = steps == 1 ? from : from + (to - from) * i / (steps - 1);
    return all;
}

Result<ProbeSweep> probeSweepFromString(const std::string& text) {
    const auto equals = text.find('=');
    const auto wrong = [&] {
        return fail(ErrorCode::kInvalid,
                    say("“{}” is no sweep; write it as NAME=FROM:TO:STEPS, for instance blur=0:8:9.", text));
    };
    if (equals == std::string::npos) return wrong();
    const auto field = degradationField(text.substr(0, equals));
    if (!field) return forward(field);
    ProbeSweep sweep{*field, 0, 0, 0};
    const char *at = text.data() + equals + 1, *end = text.data() + text.size();
    if (!take(at, end, sweep.from, ':') || !take(at, end, sweep.to, ':') || !take(at, end, sweep.steps, '\0'))
        return wrong();
    if (sweep.steps < 1 || sweep.steps > kMostSteps || (sweep.steps == 1 && sweep.from != sweep.to))
        return fail(ErrorCode::kInvalid, say("“{}” asks for {} steps; a sweep has 2 to {}.", text, sweep.steps, kMostSteps));
    for (const Degradation& degradation : sweep.over({}))
        if (const auto checked = checkDegradation(degradation); !checked) return forward(checked);
    return sweep;
}

Result<std::size_t> probeRow(const Snapshot& snapshot, const std::string& name) {
    std::error_code error;
    const auto wanted = std::filesystem::weakly_canonical(name, error);
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row)
        if (snapshot.images.images[row].path == name || snapshot.pathOf(row) == name) return row;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row)
        if (!error && snapshot.imageFile(row) == wanted) return row;
    return fail(ErrorCode::kNotFound, say("There is no image “{}” in the project.", name));
}

Result<ProbeSeries> probeAlong(Prober& prober, std::size_t row, const ProbeSweep& sweep, const Degradation& base,
                               const JobContext& job) {
    ProbeSeries series{sweep.field, {}, {}, prober.network().normalised, prober.notes()};
    auto stored = prober.stored(row);
    if (!stored) return forward(stored);
    series.stored = std::make_shared<const ProbeStep>(std::move(*stored));
    const auto degradations = sweep.over(base);
    for (const Degradation& degradation : degradations) {
        if (job.cancelled()) return cancelled();
        job.progress(say("probing"), std::ssize(series.steps), std::ssize(degradations));
        auto step = prober.step(row, degradation);
        if (!step) return forward(step);
        if (degradation == Degradation{.side = degradation.side})
            if (auto mismatch = probeMismatch(*step); !mismatch.empty()) series.notes.push_back(std::move(mismatch));
        series.steps.push_back(std::make_shared<const ProbeStep>(std::move(*step)));
    }
    return series;
}

std::vector<Table> makeTables(const std::vector<ProbeStep>& steps, const Prober& prober, std::size_t first) {
    return {stepTable(steps, prober, first), neighbourTable(steps, prober, first)};
}

}  // namespace facespace
