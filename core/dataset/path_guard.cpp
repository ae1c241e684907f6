#include "core/dataset/path_guard.h"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

#include "core/container/container.h"
#include "core/dataset/text.h"

namespace facespace {
namespace fs = std::filesystem;

PathGuard::PathGuard(fs::path root, Files files) : root_(std::move(root)), files_(files) {
    std::error_code error;
    realRoot_ = fs::weakly_canonical(root_, error);
    if (error) realRoot_ = root_;
}

PathGuard::Place PathGuard::resolve(const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    if (error) return Place::kAbsent;
    const auto [rootEnd, _] = std::mismatch(realRoot_.begin(), realRoot_.end(), real.begin(), real.end());
    if (rootEnd == realRoot_.end()) return Place::kInside;
    if (files_ != Files::kFollow) return Place::kOutside;
    const fs::path& before = linked_.empty() ? realRoot_ : linked_;
    fs::path common;
    for (auto i = before.begin(), j = real.begin(); i != before.end() && j != real.end() && *i == *j; ++i, ++j) common /= *i;
    linked_ = std::move(common);
    return Place::kInside;
}

// Resolving links costs a system call for each folder on the way: once per folder, not once per image.
PathGuard::Place PathGuard::placeOfFolder(const fs::path& relative) {
    const auto [known, isNew] = folders_.try_emplace(relative.native(), Place::kAbsent);
    if (isNew) known->second = resolve(root_ / relative);
    return known->second;
}

// Of a container links are followed as for a file; what is in it cannot lead out.
PathGuard::Place PathGuard::placeInContainer(const fs::path& relative) {
    const ImagePlace image = imagePlace(root_ / relative);
    if (image.entry.empty()) return Place::kAbsent;
    const Place place = image.file == root_ ? Place::kInside : placeOfFolder(image.file.lexically_relative(root_));
    if (place != Place::kInside) return place;
    const auto container = openContainer(image.file);
    return container && (*container)->has(image.entry) ? Place::kInside : Place::kAbsent;
}

PathGuard::Place PathGuard::placeOf(const fs::path& relative) {
    const Place folder = placeOfFolder(relative.parent_path());
    if (folder == Place::kAbsent) return placeInContainer(relative);
    if (folder != Place::kInside) return folder;
    const fs::path file = root_ / relative;
    std::error_code error;
    const auto type = fs::symlink_status(file, error).type();
    if (type == fs::file_type::regular) return Place::kInside;
    if (type != fs::file_type::symlink) return placeInContainer(relative);
    const Place target = resolve(file);
    return target == Place::kInside && !fs::is_regular_file(file, error) ? Place::kAbsent : target;
}

const std::unordered_map<std::string, std::string>& PathGuard::namesIn(const fs::path& folder) {
    const auto [known, isNew] = names_.try_emplace(folder.native());
    if (!isNew || placeOfFolder(folder) != Place::kInside) return known->second;
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entries(root_ / folder, error); !error && entries != fs::directory_iterator();
         entries.increment(error))
        names.push_back(entries->path().filename().string());
    std::ranges::sort(names);  // Of two images with one stem, always the same.
    for (const std::string& name : names) known->second.emplace(composed(name), name);
    for (const std::string& name : names) known->second.emplace(composed(withoutImageEnd(name)), name);
    return known->second;
}

/// Looks for the path by the names there are; it becomes the file's own if there is one.
PathGuard::Place PathGuard::placeOfOtherForm(fs::path& path) {
    fs::path found;
    for (const fs::path& part : path) {
        const auto& names = namesIn(found);
        const auto name = names.find(composed(part.string()));
        if (name == names.end()) return Place::kAbsent;
        found /= name->second;
    }
    const Place place = placeOf(found);
    if (place != Place::kAbsent) path = found;
    return place;
}

Result<std::string> PathGuard::accept(const std::string& raw, const Text& where) {
    if (raw.find('\0') != std::string::npos)
        return fail(ErrorCode::kFormat, say("The path “{}” on {} holds a zero byte.", std::string(raw.c_str()), where));
    if (raw.empty()) return fail(ErrorCode::kFormat, say("There is no path on {}.", where));
    const auto climbs = [&] {
        const std::string path = readableText(raw);
        return fail(ErrorCode::kFormat,
                    root_.empty()
                        ? say("The path “{}” on {} leads out of the images' folder.", path, where)
                        : say("The path “{}” on {} leads out of the images' folder “{}”.", path, where, root_.string()));
    };
    const auto leaves = [](const fs::path& path) { return path.empty() || path.is_absolute() || *path.begin() == ".."; };
    fs::path path = fs::path(raw).lexically_normal();
    if (path.is_absolute()) {
        if (root_.empty()) return climbs();
        const fs::path relative = path.lexically_relative(root_);
        path = leaves(relative) ? path.lexically_relative(realRoot_) : relative;
    }
    if (leaves(path) || path == "." || !path.has_filename()) return climbs();
    if (files_ == Files::kIgnore) return path.generic_string();

    Place place = placeOf(path);
    if (place == Place::kAbsent && raw.find('\\') != std::string::npos) {
        // A manifest written on Windows.
        std::string slashed = raw;
        std::replace(slashed.begin(), slashed.end(), '\\', '/');
        const fs::path other = fs::path(slashed).lexically_normal();
        if (leaves(other)) return climbs();
        if (const Place there = placeOf(other); there != Place::kAbsent) {
            place = there;
            path = other;
        }
    }
    if (place == Place::kAbsent) place = placeOfOtherForm(path);
    if (place == Place::kOutside)
        return fail(ErrorCode::kFormat,
                    say("The path “{}” on {} leads out of the images' folder “{}” through a link; give the folder "
                        "that holds the files themselves, or follow links (--follow-links).",
                        readableText(raw), where, root_.string()));
    if (place == Place::kAbsent && missing_++ == 0) firstMissing_ = path.generic_string();
    return path.generic_string();
}

}  // namespace facespace
