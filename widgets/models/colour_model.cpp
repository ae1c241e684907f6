#include "widgets/models/colour_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/figure/colour_maps.h"

namespace facespace {
namespace {

constexpr std::size_t kMostClasses = 8;

QColor toQColor(Rgb c) { return QColor(c.r, c.g, c.b); }

const Column* findColumn(const DataTable* table, const QString& key) {
    if (table == nullptr || key.isEmpty()) return nullptr;
    const auto column = std::find_if(table->columns.begin(), table->columns.end(),
                                     [name = key.toStdString()](const Column& c) { return c.key == name; });
    return column == table->columns.end() ? nullptr : &*column;
}

/// Linear between order statistics (type 7 of Hyndman and Fan, 1996); `values` is reordered, not empty.
double quantile(std::vector<double>& values, double p) {
    const double position = p * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(low);
    std::nth_element(values.begin(), at, values.end());
    if (low + 1 >= values.size()) return *at;
    return *at + (position - static_cast<double>(low)) * (*std::min_element(at + 1, values.end()) - *at);
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
        if (column.kind != Column::Kind::kText) keys.push_back(QString::fromStdString(column.key));
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
    const QString title = QString::fromStdString(column->title.empty() ? column->key : column->title);
    if (column->unit.empty()) return title;
    return QStringLiteral("%1 (%2)").arg(title,
                                         column->unit == "deg" ? QStringLiteral("°") : QString::fromStdString(column->unit));
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

QColor ColourModel::colourAt(double value) const {
    if (std::isnan(value)) return toQColor(kMissingColour);
    const double t = (value - minimum_) / (maximum_ - minimum_);
    return toQColor(scale_ == Scale::kDiverging ? divergingAt(t) : viridisAt(t));
}

QColor ColourModel::colourOf(int row) const {
    const std::size_t at = static_cast<std::size_t>(row) * 3;
    if (row < 0 || at + 2 >= rgb_.size()) return toQColor(kPlainColour);
    return QColor(rgb_[at], rgb_[at + 1], rgb_[at + 2]);
}

void ColourModel::setRowColour(std::size_t row, QColor colour) {
    rgb_[3 * row] = static_cast<std::uint8_t>(colour.red());
    rgb_[3 * row + 1] = static_cast<std::uint8_t>(colour.green());
    rgb_[3 * row + 2] = static_cast<std::uint8_t>(colour.blue());
}

void ColourModel::recompute() {
    legend_.clear();
    scale_ = Scale::kNone;
    canHighlight_ = clipsLow_ = clipsHigh_ = false;
    missing_ = 0;
    rgb_.resize(table_ == nullptr ? 0 : 3 * table_->rows);
    const Column* column = findColumn(table_.get(), key_);
    if (column != nullptr && column->kind == Column::Kind::kNumber && column->numbers.size() == table_->rows) {
        colourNumbers(*column);
    } else if (column != nullptr && column->kind == Column::Kind::kCategory && column->codes.size() == table_->rows) {
        colourClasses(*column);
    } else {
        for (std::size_t row = 0; row < rgb_.size() / 3; ++row) setRowColour(row, toQColor(kPlainColour));
    }
    Q_EMIT coloursChanged();
}

void ColourModel::colourNumbers(const Column& column) {
    scale_ = column.isSigned ? Scale::kDiverging : Scale::kSequential;
    std::vector<double> values;
    values.reserve(column.numbers.size());
    for (const double number : column.numbers) {
        if (std::isfinite(number)) values.push_back(column.isSigned ? std::abs(number) : number);
    }
    missing_ = static_cast<int>(column.numbers.size() - values.size());
    minimum_ = 0;
    maximum_ = 1;
    if (!values.empty()) {
        const double top = quantile(values, wholeRange_ ? 1.0 : 0.99);
        maximum_ = top;
        minimum_ = column.isSigned ? -top : quantile(values, wholeRange_ ? 0.0 : 0.01);
    }
    // All values equal: a bar of some width around them.
    if (!(maximum_ > minimum_)) {
        const double width = std::max(std::abs(maximum_), 1.0) * 0.5;
        minimum_ -= width;
        maximum_ += width;
    }
    for (std::size_t row = 0; row < column.numbers.size(); ++row) {
        const double number = column.numbers[row];
        clipsLow_ |= number < minimum_;
        clipsHigh_ |= number > maximum_;
        setRowColour(row, colourAt(number));
    }
}

std::vector<std::int32_t> ColourModel::colouredLevels(const Column& column, const std::vector<int>& counts) const {
    std::vector<std::int32_t> levels;
    for (const QString& name : highlighted_) {
        const auto level = std::find(column.levels.begin(), column.levels.end(), name.toStdString());
        if (level != column.levels.end()) levels.push_back(static_cast<std::int32_t>(level - column.levels.begin()));
    }
    if (!levels.empty() && canHighlight_) return levels;
    levels.resize(column.levels.size());
    std::iota(levels.begin(), levels.end(), 0);
    if (!canHighlight_) return levels;
    std::stable_sort(levels.begin(), levels.end(), [&](std::int32_t a, std::int32_t b) {
        return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
    });
    levels.resize(kMostClasses);
    return levels;
}

void ColourModel::colourClasses(const Column& column) {
    scale_ = Scale::kClasses;
    canHighlight_ = column.levels.size() > kMostClasses;
    std::vector<int> counts(column.levels.size(), 0);
    int present = 0;
    for (const std::int32_t code : column.codes) {
        if (code < 0) continue;
        ++counts[static_cast<std::size_t>(code)];
        ++present;
    }
    missing_ = static_cast<int>(column.codes.size()) - present;

    std::vector<QColor> colours(column.levels.size(), toQColor(kMissingColour));
    int shown = 0;
    for (const std::int32_t level : colouredLevels(column, counts)) {
        const auto at = static_cast<std::size_t>(level);
        colours[at] = toQColor(classColours()[legend_.size() % kMostClasses]);
        legend_.push_back({QString::fromStdString(column.levels[at]), colours[at], counts[at]});
        shown += counts[at];
    }
    if (shown < present) legend_.push_back({tr("other"), toQColor(kMissingColour), present - shown});
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        const std::int32_t code = column.codes[row];
        setRowColour(row, code < 0 ? toQColor(kMissingColour) : colours[static_cast<std::size_t>(code)]);
    }
}

}  // namespace facespace
