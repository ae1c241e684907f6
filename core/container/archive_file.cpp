#include "core/container/archive_file.h"

#include <algorithm>

#include "core/common/inside.h"

namespace facespace {
namespace fs = std::filesystem;

void putInOrder(ArchiveIndex& index) {
    std::vector<ArchiveEntry> kept;
    kept.reserve(index.entries.size());
    for (ArchiveEntry& entry : index.entries) {
        std::string name = fs::path(entry.name).lexically_normal().generic_string();
        if (!staysBelow(entry.name) || !staysBelow(name) || name == "." || name.ends_with('/')) {
            if (index.unsafe++ == 0) index.firstUnsafe = entry.name;
            continue;
        }
        entry.name = std::move(name);
        kept.push_back(std::move(entry));
    }
    // Backwards, so that of equal names the last comes first, and is kept.
    std::ranges::reverse(kept);
    std::ranges::stable_sort(kept, {}, &ArchiveEntry::name);
    const auto twice = std::ranges::unique(kept, {}, &ArchiveEntry::name);
    kept.erase(twice.begin(), twice.end());
    index.entries = std::move(kept);
}

Result<std::shared_ptr<const ArchiveFile>> ArchiveFile::open(const fs::path& file, const JobContext& job) try {
    return containerKind(file) == ContainerKind::kZip ? openZip(file, job) : openTar(file, job);
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to list “{}”.", file.string()));
}

const ArchiveEntry* ArchiveFile::find(const std::string& entry) const {
    const auto at = std::ranges::lower_bound(index_.entries, entry, {}, &ArchiveEntry::name);
    return at != index_.entries.end() && at->name == entry ? &*at : nullptr;
}

Result<std::vector<std::uint8_t>> ArchiveFile::read(const std::string& name, std::uint64_t most) const try {
    const ArchiveEntry* entry = find(name);
    if (entry == nullptr) return fail(ErrorCode::kNotFound, say("“{}” holds no “{}”.", name_, name));
    if (entry->bytes > most)
        return fail(ErrorCode::kFormat, say("“{}” in “{}” is too large: {} bytes.", name, name_, entry->bytes));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(entry->bytes));
    if (!fill(*entry, bytes)) return fail(ErrorCode::kFormat, say("“{}” in “{}” is damaged or cut short.", name, name_));
    return bytes;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to read “{}” in “{}”.", name, name_));
}

}  // namespace facespace
