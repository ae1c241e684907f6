#include <algorithm>

#include "core/common/numbers.h"
#include "core/project/project_impl.h"

namespace facespace {
using sqlite::Statement;

namespace {

struct Known {
    std::vector<MeasureRecord> measures;
    std::string settings;
};

Known knownMeasures(sqlite::Database& db) {
    Known known;
    Statement s(db, "SELECT key, title, unit, better, settings FROM measure ORDER BY id");
    while (s.step()) {
        known.measures.push_back({s.text(0), s.text(1), s.text(2), static_cast<int>(s.integer(3))});
        known.settings = s.text(4);
    }
    return known;
}

}  // namespace

Result<void> Project::setMeasures(std::span<const MeasureRecord> measures, const std::string& settings) {
    return impl_->write([&] {
        const Known known = knownMeasures(impl_->db);
        if (known.settings == settings &&
            std::equal(measures.begin(), measures.end(), known.measures.begin(), known.measures.end()))
            return;
        impl_->db.exec("DELETE FROM measured; DELETE FROM measure");
        Statement put(impl_->db, "INSERT INTO measure (key, title, unit, better, settings) VALUES (?, ?, ?, ?, ?)");
        for (const MeasureRecord& m : measures) put.bind(m.key, m.title, m.unit, std::int64_t{m.better}, settings).run();
    });
}

Result<void> Project::putMeasured(std::span<const MeasuredRow> rows) {
    return impl_->write([&] {
        const std::size_t expected = knownMeasures(impl_->db).measures.size();
        Statement put(impl_->db, "INSERT OR REPLACE INTO measured (image_id, measures, reason) VALUES (?, ?, ?)");
        for (const MeasuredRow& row : rows) {
            if (row.reason.empty() && row.values.size() != expected)
                sqlite::raise(ErrorCode::kInvalid, say("An image has {} measured values, the project keeps {} measures.",
                                                       row.values.size(), expected));
            const auto bytes = std::as_bytes(std::span(row.values));
            if (put.bind(row.image, bytes, row.reason.stored()).tryRun() != 0) impl_->unknownReference();
        }
    });
}

Result<MeasuresRecord> Project::measures() const {
    return impl_->read([&] {
        MeasuresRecord record;
        Known known = knownMeasures(impl_->db);
        record.measures = std::move(known.measures);
        record.settings = std::move(known.settings);
        const auto images = static_cast<std::size_t>(impl_->imageCount());
        const std::size_t count = record.measures.size();
        impl_->requireMemory(images, count * sizeof(double) + sizeof(std::string));
        record.values.assign(count, std::vector<double>(images, kNoValue));
        record.reasons.resize(images);
        if (count == 0) return record;
        std::vector<double> values(count);
        Statement s(
            impl_->db,
            "SELECT m.measures, m.reason FROM image LEFT JOIN measured m ON m.image_id = image.id ORDER BY image.id");
        for (std::size_t row = 0; row < images && s.step(); ++row) {
            const auto blob = s.blob(0);
            record.reasons[row] = Text::fromStored(s.text(1));
            if (blob.size() != count * sizeof(double)) continue;
            std::memcpy(values.data(), blob.data(), blob.size());
            for (std::size_t m = 0; m < count; ++m) record.values[m][row] = values[m];
            ++record.measured;
        }
        return record;
    });
}

Result<std::vector<ImageId>> Project::unmeasuredImages() const {
    return impl_->read([&] {
        std::vector<ImageId> ids;
        Statement s(impl_->db,
                    "SELECT id FROM image WHERE NOT EXISTS (SELECT 1 FROM measured WHERE image_id = image.id) ORDER BY id");
        while (s.step()) ids.push_back({s.integer(0)});
        return ids;
    });
}

}  // namespace facespace
