#include "widgets/panels/quick_filter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/panels/range_control.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr std::size_t kMostValues = 12;

/// As the filter's language reads it back.
QString number(double value) { return QString::number(value, 'g', 10); }

}  // namespace

bool QuickFilter::suits(const Column& column) {
    if (column.kind == Column::Kind::kNumber) {
        return std::any_of(column.numbers.begin(), column.numbers.end(), [](double v) { return std::isfinite(v); });
    }
    return column.kind == Column::Kind::kCategory && column.levels.size() > 1 && column.levels.size() <= kMostValues;
}

QuickFilter::QuickFilter(FilterModel* filter, const Column& column, QWidget* parent)
    : QWidget(parent),
      filter_(filter),
      key_(QString::fromStdString(column.key)),
      name_(QString::fromStdString(filterName(column.key, {}))) {
    const QString unit = column.unit == "deg" ? QStringLiteral(" [°]") : QString();
    auto* title = new TextLabel(coreText(column.title) + unit);
    title->setForegroundRole(QPalette::PlaceholderText);
    // A long name of a network takes two lines, and never widens the panel.
    title->setWordWrap(true);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    title->setToolTip(title->text());
    auto* remove = new QToolButton;
    remove->setIcon(themedIcon(QStringLiteral("cancel")));
    remove->setIconSize(QSize(12, 12));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Take this control away"));
    remove->setAccessibleName(tr("Take away the control of %1").arg(title->text()));
    connect(remove, &QToolButton::clicked, this, [this] {
        filter_->setCondition(key_, {});
        Q_EMIT removeRequested();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(remove);
    layout->addLayout(head);
    if (column.kind == Column::Kind::kNumber) {
        range_ = new RangeControl(coreText(column.title), column.numbers);
        layout->addWidget(range_);
        connect(range_, &RangeControl::rangeChanged, this, &QuickFilter::apply);
    } else {
        buildBoxes(column, layout);
    }
}

void QuickFilter::buildBoxes(const Column& column, QVBoxLayout* layout) {
    std::vector<int> counts(column.levels.size() + 1, 0);
    for (const std::int32_t code : column.codes) ++counts[code < 0 ? counts.size() - 1 : static_cast<std::size_t>(code)];
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        values_.push_back(i < column.levels.size() ? QString::fromStdString(column.levels[i]) : QString());
        const QString shown = values_.back().isEmpty() ? tr("(none)") : values_.back();
        auto* box = new QCheckBox(tr("%1 · %2").arg(shown, countText(counts[i])));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &QuickFilter::apply);
        boxes_.push_back(box);
        layout->addWidget(box);
    }
}

QString QuickFilter::rangeCondition() const {
    const double low = range_->low(), high = range_->high();
    const bool fromBelow = std::isinf(low), toAbove = std::isinf(high);
    if (fromBelow && toAbove) return {};
    if (fromBelow) return QStringLiteral("%1 <= %2").arg(name_, number(high));
    if (toAbove) return QStringLiteral("%1 >= %2").arg(name_, number(low));
    return QStringLiteral("%1 <= %2 <= %3").arg(number(low), name_, number(high));
}

QString QuickFilter::valuesCondition() const {
    QStringList values;
    bool all = true, none = false;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        all = all && boxes_[i]->isChecked();
        if (!boxes_[i]->isChecked()) continue;
        if (values_[i].isEmpty()) {
            none = true;
        } else {
            values << QString::fromStdString(filterQuoted(values_[i].toStdString()));
        }
    }
    if (all) return {};
    const QString missing = QStringLiteral("missing(%1)").arg(name_);
    if (values.isEmpty()) return none ? missing : QStringLiteral("%1 && !%1").arg(missing);
    const QString list = QStringLiteral("%1 in (%2)").arg(name_, values.join(QStringLiteral(", ")));
    return none ? QStringLiteral("%1 || %2").arg(list, missing) : list;
}

QString QuickFilter::condition() const { return range_ != nullptr ? rangeCondition() : valuesCondition(); }

void QuickFilter::apply() {
    asked_ = condition();
    filter_->setCondition(key_, asked_);
}

void QuickFilter::follow() {
    const auto& conditions = filter_->state().conditions;
    const auto own = conditions.find(key_);
    const QString now = own == conditions.end() ? QString() : own->second;
    if (now == asked_) return;
    asked_ = now;
    if (range_ != nullptr) {
        // Reads back what rangeCondition() wrote.
        const QStringList words = now.split(QStringLiteral(" <= "));
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        const QStringList above = now.split(QStringLiteral(" >= "));
        double low = -kInfinity, high = kInfinity;
        if (words.size() == 3) low = words[0].toDouble(), high = words[2].toDouble();
        if (words.size() == 2) high = words[1].toDouble();
        if (above.size() == 2) low = above[1].toDouble();
        range_->setRange(low, high);
        return;
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const QSignalBlocker block(boxes_[i]);
        const QString quoted = QString::fromStdString(filterQuoted(values_[i].toStdString()));
        boxes_[i]->setChecked(now.isEmpty() || (values_[i].isEmpty() ? now.contains(QStringLiteral("missing(")) &&
                                                                           !now.contains(QStringLiteral("&& !"))
                                                                     : now.contains(quoted)));
    }
}

}  // namespace facespace
