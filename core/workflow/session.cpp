#include "core/workflow/session.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/compute/map_options.h"

namespace facespace {
namespace {

using nlohmann::json;

constexpr std::size_t kMostListed = 200'000;

/// Writes the steps of one project down.
class Writer {
  public:
    Writer(const Project& project, std::vector<MapRecord> maps, std::vector<NetworkRecord> networks)
        : project_(project), maps_(std::move(maps)), networks_(std::move(networks)) {}

    void add(const JobRecord& job, bool last);
    Result<void> addMarks();
    SessionScript take() { return std::move(script_); }

  private:
    /// "$NAME", whose value stands at the head of the script.
    std::string place(const std::string& kind, const std::string& path) {
        if (const auto known = places_.find(path); known != places_.end()) return known->second;
        const auto number =
            std::ranges::count_if(places_, [&](const auto& p) { return p.second.starts_with("\"$" + kind); });
        const std::string name = number == 0 ? kind : fmt::format("{}{}", kind, number + 1);
        // Not to be taken for an option.
        script_.places.push_back(
            fmt::format("{0}=${{{0}:-{1}}}", name, shellQuoted(path.starts_with('-') ? "./" + path : path)));
        return places_[path] = "\"$" + name + "\"";
    }
    void step(const std::string& command, const std::string& words) {
        script_.steps.push_back(fmt::format("facespace-cli {} \"$PROJECT\"{}", command, words));
    }
    bool hasNetwork(const std::string& name) const {
        return std::ranges::any_of(networks_, [&](const NetworkRecord& n) { return n.name == name; });
    }
    void import(const json& p);
    void extract(const json& p);
    void importFeatures(const json& p);
    void map(const json& p);
    void predict(const json& p);
    void list(const std::string& command, const std::string& name, const std::vector<std::size_t>& rows);

    const Project& project_;
    std::vector<MapRecord> maps_;
    std::vector<NetworkRecord> networks_;
    std::map<std::string, std::string> places_;
    SessionScript script_;
};

std::string option(const char* name, const std::string& value) { return fmt::format(" {}={}", name, shellQuoted(value)); }

void Writer::import(const json& p) {
    const std::string folder = p.value("folder", ""), manifest = p.value("manifest", "");
    if (manifest == "-")
        script_.left.push_back(say("The manifest came from standard input: save it, and name it in MANIFEST."));
    std::string words;
    if (!folder.empty()) words += " " + place("IMAGES", folder);
    if (!manifest.empty()) words += " --manifest " + place("MANIFEST", manifest == "-" ? "manifest.csv" : manifest);
    if (const std::string mapping = p.value("map", ""); !mapping.empty()) words += option("--map", mapping);
    if (p.value("noImages", false)) words += " --no-images";
    script_.steps.push_back(fmt::format("facespace-cli import{} -o \"$PROJECT\"", words));
}

void Writer::extract(const json& p) {
    const std::string name = p.value("network", ""), detector = p.value("detector", "");
    if (!hasNetwork(name)) return;
    std::string words = " --network " + place("NETWORK", p.value("descriptor", "")) + option("--name", name);
    if (!detector.empty()) {
        words += " --detector " + place("DETECTOR", detector);
        words += fmt::format(" --detector-score {} --detector-size {}", p.value("detector_score", 0.0),
                             p.value("detector_size", 0));
    }
    for (const auto& [key, flag] : {std::pair{"align", "--align"}, {"no_face", "--no-face"}})
        if (p.contains(key)) words += option(flag, p.value(key, ""));
    if (p.contains("batch")) words += fmt::format(" --batch {}", p.value("batch", 0));
    step("extract", words);
}

void Writer::importFeatures(const json& p) {
    const std::string name = p.value("name", ""), index = p.value("index", "");
    if (!hasNetwork(name)) return;
    std::string words = " " + place("FEATURES", p.value("file", "")) + option("--name", name);
    if (!index.empty()) words += " --index " + place("INDEX", index);
    step("import-features", words);
}

void Writer::map(const json& p) {
    const std::string name = p.value("name", "");
    const auto record = std::ranges::find(maps_, name, &MapRecord::name);
    if (record == maps_.end()) return;
    const auto made = json::parse(record->parametersJson, nullptr, false);
    const auto options = readMapOptions(*record);
    const auto method = mapMethodNamed(record->method);
    if (!options || !method) return script_.left.push_back(options ? method.error().message : options.error().message);
    if (p.value("place", false))
        return script_.left.push_back(say("Images were placed on the map “{}” after it was made.", name));
    if (made.contains("exaggerationChanges"))
        script_.left.push_back(say("The exaggeration of the map “{}” was changed by hand while it ran.", name));
    std::string words =
        option("--method", record->method) + fmt::format(" --dims {} --seed {}", options->dims, options->seed);
    for (const NetworkRecord& network : networks_)
        if (network.id == record->network) words += option("--network", network.name);
    const MapSettings none;
    for (const MapField& field : (*method)->fields)
        std::visit(
            [&](auto member) {
                const auto& value = (*options).*member;
                if (value == none.*member) return;
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::vector<double>>)
                    words += option(field.option, fmt::format("{}", fmt::join(value, ",")));
                else
                    words += option(field.option, fmt::format("{}", value));
            },
            field.member);
    if (!options->startFrom.empty()) words += option("--start-from", options->startFrom);
    step("map", words + option("--name", name));
}

void Writer::predict(const json& p) {
    std::string words = fmt::format(" --folds {} --seed {}", p.value("folds", 5), p.value("seed", std::uint64_t{1}));
    if (const std::string network = p.value("network", ""); !network.empty()) {
        if (!hasNetwork(network)) return;
        words += option("--network", network);
    }
    if (const auto targets = p.value("targets", std::vector<std::string>{}); !targets.empty())
        words += option("--target", fmt::format("{}", fmt::join(targets, ",")));
    if (const std::string predictor = p.value("predictor", ""); !predictor.empty())
        words += " --predictor " + place("PREDICTOR", predictor);
    step("predict", words);
}

void Writer::add(const JobRecord& job, bool last) try {
    const auto p = json::parse(job.parametersJson, nullptr, false);
    if (!p.is_object()) return script_.left.push_back(say("How “{}” was done is not known any more.", job.kind));
    if (job.kind == "import") return import(p);
    if (job.kind == "import columns") {
        const std::string file = p.value("file", "");
        if (file != "-") return step("import-columns", " " + place("COLUMNS", file));
        return script_.left.push_back(say("Columns came from standard input, from another program."));
    }
    // Of what was done again, the last stands.
    if (!last) return;
    if (job.kind == "extract") return extract(p);
    if (job.kind == "import features") return importFeatures(p);
    if (job.kind == "map") return map(p);
    if (job.kind == "predict") return predict(p);
    if (job.kind == "measure image quality") return step("quality", " --no-discard");
    if (job.kind == "trust")
        return step("trust", option("--map", p.value("map", "")) + fmt::format(" --seeds {}", p.value("seeds", 0)));
    script_.left.push_back(say("No command does “{}”.", job.kind));
} catch (const json::exception&) {
    // A log that FaceSpace did not write.
    script_.left.push_back(say("How “{}” was done is not known any more.", job.kind));
}

void Writer::list(const std::string& command, const std::string& name, const std::vector<std::size_t>& rows) {
    script_.steps.push_back(fmt::format("facespace-cli {} \"$PROJECT\"{} --images - <<'END'\nrow\n{}\nEND", command,
                                        option("--name", name), fmt::join(rows, "\n")));
}

Result<void> Writer::addMarks() {
    const auto ids = project_.imageIds();
    const auto tags = project_.tags();
    const auto selections = project_.selections();
    const auto notes = project_.notes();
    if (!ids) return forward(ids);
    if (!tags) return forward(tags);
    if (!selections) return forward(selections);
    if (!notes) return forward(notes);
    if (ids->size() > kMostListed) {
        script_.left.push_back(
            say("Tags and kept selections of so many images are not listed: export them by “export --tags” "
                "and “export --selections”."));
        return {};
    }
    const auto rowOf = [&](ImageId id) {
        return static_cast<std::size_t>(std::lower_bound(ids->begin(), ids->end(), id) - ids->begin());
    };
    std::map<std::string, std::vector<std::size_t>> tagged;
    for (const TagRecord& tag : *tags) tagged[tag.tag].push_back(rowOf(tag.image));
    for (const auto& [name, rows] : tagged) list("tag", name, rows);
    for (const SelectionRecord& selection : *selections) {
        if (selection.name.empty() || selection.images.empty()) continue;
        std::vector<std::size_t> rows;
        for (const ImageId image : selection.images) rows.push_back(rowOf(image));
        list("select", selection.name, rows);
    }
    if (!notes->empty()) script_.left.push_back(say("Notes on images are not written by any command."));
    return {};
}

/// Which work a job did: the same again replaces it.
std::string workOf(const JobRecord& job) try {
    const auto p = json::parse(job.parametersJson, nullptr, false);
    if (!p.is_object()) return fmt::format("{} {}", job.kind, job.id.value);
    const char* key = job.kind == "map" ? "name" : job.kind == "trust" ? "map" : job.kind == "extract" ? "network" : "";
    return *key != 0 ? job.kind + "/" + p.value(key, "") : job.kind + "/" + job.parametersJson;
} catch (const json::exception&) {
    return fmt::format("{} {}", job.kind, job.id.value);
}

}  // namespace

std::string shellQuoted(const std::string& word) {
    std::string quoted = "'";
    for (const char c : word)
        if (c != 0) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string SessionScript::text() const {
    std::string text =
        "#!/bin/sh\n# Made by FaceSpace: what led to a project, step by step. PROJECT is made anew; the places below may "
        "be\n"
        "# set from outside where files lie elsewhere.\n";
    for (const Text& sentence : left) {
        std::string line = sentence.english();
        std::ranges::replace(line, '\n', ' ');
        text += "# Not done here: " + line + "\n";
    }
    text += "set -eu\nPROJECT=${1:-project.facespace}\n";
    for (const std::string& place : places) text += place + "\n";
    for (const std::string& line : steps) text += line + "\n";
    return text;
}

Result<SessionScript> sessionOf(const Project& project) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    const auto jobs = project.jobs();
    if (!jobs) return forward(jobs);
    auto maps = project.maps();
    if (!maps) return forward(maps);
    auto networks = project.networks();
    if (!networks) return forward(networks);
    Writer writer(project, std::move(*maps), std::move(*networks));
    std::map<std::string, std::int64_t> latest;
    const auto counts = [](const JobRecord& job) { return job.status == "done" || job.kind == "extract"; };
    for (const JobRecord& job : *jobs)
        if (counts(job)) latest[workOf(job)] = job.id.value;
    for (const JobRecord& job : *jobs)
        if (counts(job)) writer.add(job, latest.at(workOf(job)) == job.id.value);
    if (const auto done = writer.addMarks(); !done) return forward(done);
    return writer.take();
}

}  // namespace facespace
