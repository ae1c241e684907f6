#include "widgets/panels/identity_model.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/common/numbers.h"
#include "widgets/models/image_table_model.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

double meanDistance(const std::vector<int>& rows, const FeatureSet* features) {
    double sum = 0;
    int n = 0;
    if (features != nullptr) {
        for (const int r : rows) {
            const auto i = static_cast<std::size_t>(r);
            if (i >= features->distance.size() || std::isnan(features->distance[i])) continue;
            sum += static_cast<double>(features->distance[i]);
            ++n;
        }
    }
    return n > 0 ? sum / n : kNoValue;
}

}  // namespace

void IdentityModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot, const FeatureSet* features) {
    beginResetModel();
    all_.clear();
    identityOfRow_.clear();
    if (snapshot) {
        std::map<std::string_view, int> index;
        for (const auto& image : snapshot->images.images) index.emplace(image.identity, 0);
        all_.resize(index.size());
        int next = 0;
        for (auto& [name, at] : index) {
            at = next++;
            all_[static_cast<std::size_t>(at)].name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        identityOfRow_.reserve(snapshot->imageCount());
        for (const auto& image : snapshot->images.images) {
            const int at = index.at(image.identity);
            all_[static_cast<std::size_t>(at)].rows.push_back(static_cast<int>(identityOfRow_.size()));
            identityOfRow_.push_back(at);
        }
        for (Identity& identity : all_) identity.meanDistance = meanDistance(identity.rows, features);
    }
    reorder();
    endResetModel();
}

void IdentityModel::reorder() {
    order_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (search_.isEmpty() || all_[i].name.contains(search_, Qt::CaseInsensitive)) order_.push_back(static_cast<int>(i));
    }
    const auto at = [this](int i) -> const Identity& { return all_[static_cast<std::size_t>(i)]; };
    const auto less = [&](int a, int b) {
        if (sortColumn_ == kImages) return at(a).rows.size() < at(b).rows.size();
        if (sortColumn_ == kMeanDistance) return at(a).meanDistance < at(b).meanDistance;
        return a < b;  // they are kept by name
    };
    const auto end =
        sortColumn_ != kMeanDistance
            ? order_.end()
            : std::stable_partition(order_.begin(), order_.end(), [&](int i) { return !std::isnan(at(i).meanDistance); });
    if (sortOrder_ == Qt::AscendingOrder) {
        std::stable_sort(order_.begin(), end, less);
    } else {
        std::stable_sort(order_.begin(), end, [&](int a, int b) { return less(b, a); });
    }
}

void IdentityModel::setSearch(const QString& text) {
    if (text == search_) return;
    beginResetModel();
    search_ = text;
    reorder();
    endResetModel();
}

void IdentityModel::sort(int column, Qt::SortOrder order) {
    if (column < 0) column = kName;
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    const auto old = order_;
    sortColumn_ = column;
    sortOrder_ = order;
    reorder();
    std::vector<int> position(all_.size(), -1);
    for (std::size_t i = 0; i < order_.size(); ++i) position[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    QModelIndexList after;
    for (const auto& i : before) {
        after.push_back(index(position[static_cast<std::size_t>(old[static_cast<std::size_t>(i.row())])], i.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

int IdentityModel::rowOfImage(int imageRow) const {
    if (imageRow < 0 || static_cast<std::size_t>(imageRow) >= identityOfRow_.size()) return -1;
    const int wanted = identityOfRow_[static_cast<std::size_t>(imageRow)];
    const auto found = std::find(order_.begin(), order_.end(), wanted);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

int IdentityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int IdentityModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumnCount; }

QVariant IdentityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Identity& i = identity(index.row());
    if (role == Qt::TextAlignmentRole) {
        return QVariant((index.column() == kName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && index.column() == kName) return i.name;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case kName:
            return i.name;
        case kImages:
            return static_cast<int>(i.rows.size());
        case kMeanDistance:
            return std::isnan(i.meanDistance) ? QString()
                                              : numberText(i.meanDistance, std::abs(i.meanDistance) < 10 ? 2 : 1);
        default:
            return {};
    }
}

QVariant IdentityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == kName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == kMeanDistance)
        return tr("Mean distance from the origin of this identity's features");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kName:
            return tr("Identity");
        case kImages:
            return tr("Images");
        case kMeanDistance:
            return tr("Mean ‖x‖");
        default:
            return {};
    }
}

}  // namespace facespace
