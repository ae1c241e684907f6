#include "widgets/models/colour_model.h"

#include <algorithm>
#include <cmath>

#include "core/figure/colour_maps.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

QColor toQColor(Rgb c) { return QColor(c.r, c.g, c.b); }

const Column* findColumn(const DataTable* table, const QString& key) {
    if (table == nullptr || key.isEmpty()) return nullptr;
    const auto column = std::find_if(table->columns.begin(), table->columns.end(),
                                     [name = key.toStdString()](const Column& c) { return c.key == name; });
    return column == table->columns.end() ? nullptr : &*column;
}

}  // namespace

void ColourModel::setTable(std::shared_ptr<const DataTable> table) {
    table_ = std::move(table);
    if (findColumn(table_.get(), key_) == nullptr) {
        key_.clear();
        highlighted_.clear();
    }
    recompute();
}

std::vector<QString> ColourModel::availableKeys() const {
    std::vector<QString> keys;
    if (table_ == nullptr) return keys;
    for (const Column& column : table_->columns) {
        if (column.kind != Column::Kind::kText && !column.isPlace) keys.push_back(QString::fromStdString(column.key));
    }
    return keys;
}

void ColourModel::setKey(const QString& key) {
    if (key == key_) return;
    key_ = key;
    highlighted_.clear();
    recompute();
}

QString ColourModel::title() const {
    const Column* column = findColumn(table_.get(), key_);
    if (column == nullptr) return {};
    return coreText(titleWithUnit(*column));
}

bool ColourModel::inDegrees() const {
    const Column* column = findColumn(table_.get(), key_);
    return column != nullptr && column->unit == "deg";
}

void ColourModel::setHighlighted(const std::vector<QString>& levels) {
    std::vector<QString> kept(levels.begin(),
                              levels.begin() + static_cast<std::ptrdiff_t>(std::min(levels.size(), kMostClasses)));
    if (kept == highlighted_) return;
    highlighted_ = std::move(kept);
    recompute();
}

void ColourModel::setWholeRange(bool whole) {
    if (whole == wholeRange_) return;
    wholeRange_ = whole;
    recompute();
}

void ColourModel::setDarkGround(bool dark) {
    if (dark == darkGround_) return;
    darkGround_ = dark;
    recompute();
}

QColor ColourModel::colourAt(double value) const {
    if (std::isnan(value)) return toQColor(kMissingColour);
    return toQColor(bar_.at(value));
}

QColor ColourModel::colourOf(int row) const {
    const std::size_t at = static_cast<std::size_t>(row) * 3;
    if (row < 0 || at + 2 >= rgb_.size()) return toQColor(kPlainColour);
    return QColor(rgb_[at], rgb_[at + 1], rgb_[at + 2]);
}

void ColourModel::recompute() {
    const DataTable none;
    ColouringOptions onScreen = options();
    onScreen.darkGround = darkGround_;
    const Colouring colouring = colouringOf(table_ == nullptr ? none : *table_, onScreen);
    scale_ = Scale::kNone;
    if (colouring.kind == Colouring::Kind::kClasses) scale_ = Scale::kClasses;
    if (colouring.kind == Colouring::Kind::kNumbers)
        scale_ = colouring.scale.map == figure::ColourMap::kDiverging ? Scale::kDiverging : Scale::kSequential;
    bar_ = colouring.scale;
    canHighlight_ = colouring.canHighlight;
    missing_ = colouring.missing;
    legend_.clear();
    for (const Colouring::Level& level : colouring.levels) {
        legend_.push_back(
            {level.others ? tr("other") : QString::fromStdString(level.name), toQColor(level.colour), level.count});
    }
    rgb_.clear();
    rgb_.reserve(3 * colouring.colours.size());
    for (const Rgb c : colouring.colours) rgb_.insert(rgb_.end(), {c.r, c.g, c.b});
    Q_EMIT coloursChanged();
}

ColouringOptions ColourModel::options() const {
    ColouringOptions options;
    options.key = key_.toStdString();
    for (const QString& level : highlighted_) options.highlighted.push_back(level.toStdString());
    options.wholeRange = wholeRange_;
    return options;
}

}  // namespace facespace
