#include "widgets/models/marks_model.h"

#include <algorithm>
#include <set>

namespace facespace {
namespace {

constexpr int kSettleMs = 600;

}  // namespace

MarksModel::MarksModel(QObject* parent) : QObject(parent) {
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, [this] {
        if (writer_.writing()) return settle_.start();
        dirty_ = false;
        Q_EMIT settled();
    });
    connect(&writer_, &ProjectWriter::failed, this, &MarksModel::failed);
}

void MarksModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    const bool sameFile = snapshot_ != nullptr && snapshot != nullptr && snapshot->projectFile == snapshot_->projectFile;
    snapshot_ = snapshot;
    if (snapshot == nullptr) {
        tags_.clear();
        notes_.clear();
        selections_.clear();
        return;
    }
    writer_.setFile(snapshot->projectFile);
    if (sameFile && (dirty_ || writer_.writing())) {
        // What was read may be older than what was marked since.
        tags_.resize(snapshot->imageCount());
        notes_.resize(snapshot->imageCount());
        return;
    }
    dirty_ = false;
    tags_ = snapshot->tags;
    for (auto& tags : tags_) std::sort(tags.begin(), tags.end());
    tags_.resize(snapshot->imageCount());
    notes_ = snapshot->notes;
    notes_.resize(snapshot->imageCount());
    selections_.clear();
    for (const SelectionRecord& record : snapshot->selections) {
        if (!record.name.empty()) selections_[QString::fromStdString(record.name)] = record.images;
    }
    Q_EMIT selectionsChanged();
}

const std::vector<std::string>& MarksModel::tags(int row) const {
    static const std::vector<std::string> none;
    return row >= 0 && static_cast<std::size_t>(row) < tags_.size() ? tags_[static_cast<std::size_t>(row)] : none;
}

bool MarksModel::hasTag(int row, const QString& tag) const {
    const auto& own = tags(row);
    return std::binary_search(own.begin(), own.end(), tag.toStdString());
}

QStringList MarksModel::allTags() const {
    std::set<std::string> all;
    for (const auto& own : tags_) all.insert(own.begin(), own.end());
    QStringList names;
    for (const auto& tag : all) names << QString::fromStdString(tag);
    return names;
}

int MarksModel::taggedCount(const QString& tag) const {
    int count = 0;
    for (std::size_t row = 0; row < tags_.size(); ++row) count += hasTag(static_cast<int>(row), tag) ? 1 : 0;
    return count;
}

void MarksModel::setTag(const std::vector<int>& rows, const QString& tag, bool present) {
    const std::string name = tag.trimmed().toStdString();
    if (snapshot_ == nullptr || name.empty()) return;
    std::vector<int> changed;
    std::vector<ImageId> ids;
    for (const int row : rows) {
        const auto at = static_cast<std::size_t>(row);
        if (row < 0 || at >= tags_.size()) continue;
        auto& own = tags_[at];
        const auto place = std::lower_bound(own.begin(), own.end(), name);
        const bool has = place != own.end() && *place == name;
        if (has == present) continue;
        if (present) {
            own.insert(place, name);
        } else {
            own.erase(place);
        }
        changed.push_back(row);
        ids.push_back(snapshot_->imageIds[at]);
    }
    if (changed.empty()) return;
    dirty_ = true;
    writer_.write([ids, name, present](Project& project) { return project.setTag(ids, name, present); });
    settle_.start();
    Q_EMIT tagged(changed, QString::fromStdString(name), present);
}

QString MarksModel::note(int row) const {
    return row >= 0 && static_cast<std::size_t>(row) < notes_.size()
               ? QString::fromStdString(notes_[static_cast<std::size_t>(row)])
               : QString();
}

void MarksModel::setNote(int row, const QString& text) {
    const QString before = note(row);
    if (snapshot_ == nullptr || row < 0 || static_cast<std::size_t>(row) >= notes_.size() || before == text) return;
    notes_[static_cast<std::size_t>(row)] = text.toStdString();
    dirty_ = true;
    const ImageId id = snapshot_->imageIds[static_cast<std::size_t>(row)];
    writer_.write([id, note = text.toStdString()](Project& project) { return project.setNote(id, note); });
    settle_.start();
    Q_EMIT noted(row, before, text);
}

QStringList MarksModel::selectionNames() const {
    QStringList names;
    for (const auto& [name, images] : selections_) names << name;
    return names;
}

std::vector<int> MarksModel::selection(const QString& name) const {
    std::vector<int> rows;
    const auto found = selections_.find(name);
    if (found == selections_.end() || snapshot_ == nullptr) return rows;
    const auto& ids = snapshot_->imageIds;
    for (const ImageId id : found->second) {
        const auto at = std::lower_bound(ids.begin(), ids.end(), id);
        if (at != ids.end() && *at == id) rows.push_back(static_cast<int>(at - ids.begin()));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void MarksModel::keepSelection(const QString& name, const std::vector<int>& rows) {
    if (snapshot_ == nullptr || name.trimmed().isEmpty()) return;
    SelectionRecord record{name.trimmed().toStdString(), {}};
    for (const int row : rows) record.images.push_back(snapshot_->imageIds[static_cast<std::size_t>(row)]);
    selections_[name.trimmed()] = record.images;
    writer_.write([record](Project& project) { return project.putSelection(record); });
    Q_EMIT selectionsChanged();
}

void MarksModel::removeSelection(const QString& name) {
    if (selections_.erase(name) == 0) return;
    writer_.write([key = name.toStdString()](Project& project) { return project.removeSelection(key); });
    Q_EMIT selectionsChanged();
}

}  // namespace facespace
