#include "core/project/project_impl.h"

#include <charconv>

namespace facespace {
using sqlite::Statement;

namespace {
const std::string kNotePrefix = "note/";
}

static_assert(sizeof(ImageId) == sizeof(std::int64_t), "selections are kept as int64");

Result<void> Project::putSelection(const SelectionRecord& selection) {
    return impl_->write([&] {
        Statement(impl_->db, "INSERT OR REPLACE INTO selection (name, image_ids) VALUES (?, ?)")
            .bind(selection.name, sqlite::bytesOf(selection.images.data(), selection.images.size()))
            .run();
    });
}

Result<std::vector<SelectionRecord>> Project::selections() const {
    return impl_->read([&] {
        std::vector<SelectionRecord> records;
        Statement s(impl_->db, "SELECT name, image_ids FROM selection ORDER BY name");
        while (s.step()) {
            const auto blob = s.blob(1);
            SelectionRecord record{s.text(0), std::vector<ImageId>(blob.size() / sizeof(ImageId))};
            for (std::size_t i = 0; i < record.images.size(); ++i)
                sqlite::copyFrom(blob.subspan(i * sizeof(ImageId)), &record.images[i].value, 1);
            records.push_back(std::move(record));
        }
        return records;
    });
}

Result<void> Project::removeSelection(const std::string& name) {
    return impl_->write([&] { Statement(impl_->db, "DELETE FROM selection WHERE name = ?").bind(name).run(); });
}

Result<void> Project::setTag(std::span<const ImageId> images, const std::string& tag, bool present) {
    return impl_->write([&] {
        if (tag.empty()) sqlite::raise(ErrorCode::kInvalid, say("A tag needs a name."));
        Statement change(impl_->db, present ? "INSERT INTO tag (image_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"
                                            : "DELETE FROM tag WHERE image_id = ? AND tag = ?");
        for (const ImageId image : images)
            if (change.bind(image, tag).tryRun() != 0) impl_->unknownReference();
    });
}

Result<std::vector<TagRecord>> Project::tags() const {
    return impl_->read([&] {
        std::vector<TagRecord> records;
        Statement s(impl_->db, "SELECT image_id, tag FROM tag ORDER BY image_id, tag");
        while (s.step()) records.push_back({{s.integer(0)}, s.text(1)});
        return records;
    });
}

Result<void> Project::setNote(ImageId image, const std::string& text) {
    return impl_->write([&] {
        const std::string key = kNotePrefix + std::to_string(image.value);
        if (text.empty()) {
            Statement(impl_->db, "DELETE FROM setting WHERE key = ?").bind(key).run();
        } else {
            Statement(impl_->db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)").bind(key, text).run();
        }
    });
}

Result<std::vector<NoteRecord>> Project::notes() const {
    return impl_->read([&] {
        std::vector<NoteRecord> records;
        Statement s(impl_->db, "SELECT key, value FROM setting WHERE key GLOB 'note/[0-9]*'");
        while (s.step()) {
            const std::string id = s.text(0).substr(kNotePrefix.size());
            std::int64_t value = 0;
            const auto read = std::from_chars(id.data(), id.data() + id.size(), value);
            if (read.ec == std::errc() && read.ptr == id.data() + id.size()) records.push_back({{value}, s.text(1)});
        }
        return records;
    });
}

Result<void> Project::putSetting(const std::string& key, const std::string& value) {
    return impl_->write(
        [&] { Statement(impl_->db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)").bind(key, value).run(); });
}

Result<std::map<std::string, std::string>> Project::settings() const {
    return impl_->read([&] {
        std::map<std::string, std::string> values;
        Statement s(impl_->db, "SELECT key, value FROM setting");
        while (s.step()) values[s.text(0)] = s.text(1);
        return values;
    });
}

}  // namespace facespace
