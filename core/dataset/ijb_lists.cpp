#include "core/dataset/ijb_lists.h"

#include <fmt/format.h>
#include <fstream>
#include <numeric>
#include <unordered_map>

#include "core/common/number_text.h"
#include "core/common/regular_file.h"
#include "core/dataset/block_lines.h"
#include "core/dataset/path_guard.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view kListEnd = "_face_tid_mid.txt";
constexpr std::int64_t kLinesPerReport = 100'000;

fs::path fellowOf(const fs::path& list, std::string_view end) {
    std::string name = list.filename().string();
    name.resize(name.size() - kListEnd.size());
    return list.parent_path() / (name + std::string(end));
}

/// Opens a list and hands each line's fields to `visit`; a line of fewer is an error.
template <std::size_t N, class Visit>
Result<void> readList(const fs::path& file, const JobContext& job, const Visit& visit) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("“{}” cannot be read; check that it exists.", file.string()));
    BlockLines lines(in);
    while (const auto line = lines.next()) {
        if (lines.number() % kLinesPerReport == 0) {
            if (job.cancelled()) return cancelled();
            job.progress(say("reading the lists"), lines.number(), 0);
        }
        std::string_view fields[N];
        const std::size_t count = firstFields(*line, fields);
        if (count == 0) continue;
        if (count < N)
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” has {} values, not {}.", lines.number(), file.string(), count, N));
        if (const auto visited = visit(fields, lines.number()); !visited) return visited;
    }
    return {};
}

/// Templates that are of one person.
class People {
  public:
    std::size_t of(std::string_view id) {
        const auto [entry, isNew] = index_.try_emplace(std::string(id), parent_.size());
        if (isNew) {
            parent_.push_back(parent_.size());
            names_.emplace_back(id);
        }
        return root(entry->second);
    }
    void join(std::string_view a, std::string_view b) {
        const std::size_t one = of(a), other = of(b);
        parent_[std::max(one, other)] = std::min(one, other);
    }
    const std::string& name(std::string_view id) { return names_[of(id)]; }

  private:
    std::size_t root(std::size_t at) {
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::size_t> parent_;
    std::vector<std::string> names_;
};

struct DetectorWords {
    std::string score;
    Landmarks landmarks{};
};
using Detections = std::unordered_map<std::string, DetectorWords>;

Result<Detections> readDetections(const fs::path& file, const JobContext& job) {
    Detections detections;
    const auto read = readList<12>(file, job, [&](const std::string_view(&fields)[12], std::int64_t line) -> Result<void> {
        DetectorWords words{std::string(fields[11])};
        for (std::size_t i = 0; i < 11; ++i) {
            const auto value = parseNumber(fields[i + 1]);
            if (!value)
                return fail(ErrorCode::kFormat,
                            say("“{}” on line {} of “{}” is not a number.",
                                readableText(std::string_view(fields[i + 1]).substr(0, 60)), line, file.string()));
            if (i == 10) break;
            (i % 2 == 0 ? words.landmarks[i / 2].x : words.landmarks[i / 2].y) = static_cast<float>(*value);
        }
        detections.insert_or_assign(std::string(fields[0]), words);
        return {};
    });
    if (!read) return forward(read);
    return detections;
}

/// Before the images, so that an identity is called by the first template that a list names.
Result<void> readPeople(const fs::path& file, const JobContext& job, People& people) {
    return readList<3>(file, job, [&](const std::string_view(&fields)[3], std::int64_t) -> Result<void> {
        if (fields[2] == "1") people.join(fields[0], fields[1]);
        return {};
    });
}

/// The set as the list of images has it.
class ListedImages {
  public:
    ListedImages(ImageSet& set, PathGuard& guard, People& people, const Detections& detections, std::string name)
        : set_(set), guard_(guard), people_(people), detections_(detections), name_(std::move(name)) {}
    Result<void> add(const std::string_view (&fields)[3], std::int64_t line);

  private:
    ImageSet& set_;
    PathGuard& guard_;
    People& people_;
    const Detections& detections_;
    std::string name_;
    std::unordered_map<std::string, std::size_t> known_;
};

Result<void> ListedImages::add(const std::string_view (&fields)[3], std::int64_t line) {
    auto path = guard_.accept(std::string(fields[0]), say("line {} of “{}”", line, name_));
    if (!path) return forward(path);
    const std::string identity = readableText(people_.name(fields[1]));
    const auto [known, isNew] = known_.try_emplace(*path, set_.images.size());
    if (!isNew) {
        ImageRecord& image = set_.images[known->second];
        if (image.identity != identity)
            return fail(ErrorCode::kFormat, say("Line {} of “{}” gives “{}” to a template of another person.", line, name_,
                                                readableText(*path)));
        image.metadata[0] += ';' + readableText(fields[1]);
        return {};
    }
    ImageRecord record;
    record.path = std::move(*path);
    record.identity = identity;
    record.metadata = {readableText(fields[1]), readableText(fields[2])};
    if (!detections_.empty()) {
        const auto found = detections_.find(std::string(fields[0]));
        record.metadata.push_back(found == detections_.end() ? std::string() : found->second.score);
        if (found != detections_.end()) record.landmarks = found->second.landmarks;
    }
    set_.images.push_back(std::move(record));
    return {};
}

}  // namespace

bool isIjbList(const fs::path& file) { return lowerCase(file.filename().string()).ends_with(kListEnd); }

Result<ImportedSet> importIjbList(const fs::path& file, const fs::path& root, const ImportOptions& options,
                                  const JobContext& job) {
    ImportedSet imported;
    imported.layout = "IJB lists";
    imported.set.root = root;
    imported.set.metadataColumns = {"TEMPLATE_ID", "MEDIA_ID"};
    std::error_code error;
    People people;
    const fs::path labels = fellowOf(file, "_template_pair_label.txt"), points = fellowOf(file, "_name_5pts_score.txt");
    const bool labelled = fs::is_regular_file(labels, error);
    if (labelled)
        if (const auto read = readPeople(labels, job, people); !read) return forward(read);
    imported.warnings.push_back(
        labelled
            ? say("The lists name no people: templates that “{}” calls one person are an identity, called by the first of "
                  "them.",
                  labels.string())
            : say("The lists name no people, and there is no “{}”: each template is an identity.", labels.string()));
    Detections detections;
    if (fs::is_regular_file(points, error)) {
        auto read = readDetections(points, job);
        if (!read) return forward(read);
        detections = std::move(*read);
        if (!detections.empty()) imported.set.metadataColumns.emplace_back("DETECTOR_SCORE");
    }
    PathGuard guard(root, options.noImages      ? PathGuard::Files::kIgnore
                          : options.followLinks ? PathGuard::Files::kFollow
                                                : PathGuard::Files::kCheck);
    ListedImages images(imported.set, guard, people, detections, file.string());
    const auto read = readList<3>(
        file, job, [&](const std::string_view(&fields)[3], std::int64_t line) { return images.add(fields, line); });
    if (!read) return forward(read);
    imported.set.linked = guard.linked();
    const auto total = static_cast<std::int64_t>(imported.set.images.size());
    if (total == 0) return fail(ErrorCode::kFormat, say("“{}” lists no images.", file.string()));
    if (guard.missing() >= total)
        return fail(ErrorCode::kNotFound,
                    say("None of the {} files that “{}” lists is in “{}” (the first is “{}”); give the folder that the "
                        "paths start from.",
                        groupedNumber(total), file.string(), root.string(), readableText(guard.firstMissing())));
    if (guard.missing() > 0)
        imported.warnings.push_back(sayCount("1 of the {1} listed files is not in “{2}”: “{3}”.",
                                             "{0} of the {1} listed files are not in “{2}”, the first is “{3}”.",
                                             guard.missing(), groupedNumber(guard.missing()), groupedNumber(total),
                                             root.string(), readableText(guard.firstMissing())));
    return imported;
}

}  // namespace facespace
