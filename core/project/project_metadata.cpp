#include "core/project/project_impl.h"

namespace facespace {
using sqlite::Statement;

std::map<std::string, std::int64_t> Project::Impl::metadataColumns(std::span<const std::string> names) {
    Statement insert(db, "INSERT INTO metadata_column (name) VALUES (?) ON CONFLICT (name) DO NOTHING");
    for (const std::string& name : names) insert.bind(name).run();
    std::map<std::string, std::int64_t> ids;
    Statement select(db, "SELECT name, id FROM metadata_column");
    while (select.step()) ids[select.text(0)] = select.integer(1);
    return ids;
}

Result<void> Project::putMetadata(std::span<const std::string> columns, std::span<const MetadataRow> rows) {
    return impl_->write([&] {
        for (const std::string& name : columns)
            if (name.empty()) sqlite::raise(ErrorCode::kInvalid, say("A column needs a name."));
        const auto ids = impl_->metadataColumns(columns);
        Statement put(impl_->db, "INSERT OR REPLACE INTO metadata (image_id, column_id, value) VALUES (?, ?, ?)");
        Statement forget(impl_->db, "DELETE FROM metadata WHERE image_id = ? AND column_id = ?");
        for (const MetadataRow& row : rows) {
            if (row.values.size() != columns.size())
                sqlite::raise(ErrorCode::kInvalid,
                              say("An image has {} values for {} columns.", row.values.size(), columns.size()));
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const std::int64_t column = ids.at(columns[c]);
                if (row.values[c].empty())
                    forget.bind(row.image, column).run();
                else if (put.bind(row.image, column, row.values[c]).tryRun() != 0)
                    impl_->unknownReference();
            }
        }
    });
}

Result<void> Project::removeMetadata(std::span<const std::string> columns) {
    return impl_->write([&] {
        Statement values(impl_->db,
                         "DELETE FROM metadata WHERE column_id = (SELECT id FROM metadata_column WHERE name = ?)");
        Statement column(impl_->db, "DELETE FROM metadata_column WHERE name = ?");
        for (const std::string& name : columns) {
            values.bind(name).run();
            column.bind(name).run();
            if (sqlite3_changes(impl_->db.handle()) == 0)
                sqlite::raise(ErrorCode::kNotFound, say("“{}” has no column “{}” of metadata.", impl_->file.string(), name));
        }
    });
}

}  // namespace facespace
