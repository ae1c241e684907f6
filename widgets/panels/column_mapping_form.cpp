#include "widgets/panels/column_mapping_form.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QtMath>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/models/image_table_model.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr int kPreviewRows = 5;
constexpr int kFieldsHeight = 220;

bool isAngle(const std::string& field) { return field == "yaw" || field == "pitch" || field == "roll"; }
bool isRequired(const std::string& field) { return field == "path" || field == "identity"; }

QString titleWithMark(const std::string& field) {
    return coreText(fieldTitle(field)) + (isRequired(field) ? QStringLiteral(" *") : QString());
}

}  // namespace

ColumnMappingForm::ColumnMappingForm(QWidget* parent) : QWidget(parent), fields_(new QWidget), table_(new QTableWidget) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(fields_);
    scroll->setFixedHeight(kFieldsHeight);
    scroll->setAccessibleName(tr("Columns of the manifest"));
    table_->setAccessibleName(tr("The first rows as they will be read"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::NoFocus);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table_->setFixedHeight((fontMetrics().height() + 8) * (kPreviewRows + 1) + 18);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    auto* label = new TextLabel(tr("The first rows as they will be read"));
    label->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(label);
    layout->addWidget(table_);
}

void ColumnMappingForm::setManifest(const ManifestPreview& preview) {
    preview_ = preview;
    buildRows();
    showPreview();
    Q_EMIT changed();
}

void ColumnMappingForm::buildRows() {
    rows_.clear();
    delete fields_->layout();
    qDeleteAll(fields_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* grid = new QGridLayout(fields_);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(10);
    int line = 0;
    for (const std::string& field : mappableFields()) {
        Row row;
        row.column = new QComboBox;
        row.column->setAccessibleName(tr("Column for %1").arg(QString::fromStdString(field)));
        const auto automatic = preview_.automatic.find(field);
        // A column that carries the field's own name is always taken; only another one can take its place.
        if (automatic == preview_.automatic.end()) row.column->addItem(tr("none"), -1);
        for (std::size_t i = 0; i < preview_.columns.size(); ++i) {
            row.column->addItem(QString::fromStdString(preview_.columns[i]), static_cast<int>(i));
        }
        if (automatic != preview_.automatic.end()) {
            row.column->setCurrentIndex(std::max(0, row.column->findText(QString::fromStdString(automatic->second.column))));
        }
        auto* label = new TextLabel(titleWithMark(field));
        label->setBuddy(row.column);
        grid->addWidget(label, line, 0);
        grid->addWidget(row.column, line, 1);
        connect(row.column, &QComboBox::currentIndexChanged, this, [this] {
            showPreview();
            Q_EMIT changed();
        });
        if (isAngle(field)) {
            row.negate = new QCheckBox(tr("opposite sign"));
            row.radians = new QCheckBox(tr("radians"));
            row.negate->setChecked(automatic != preview_.automatic.end() && automatic->second.negate);
            row.radians->setChecked(automatic != preview_.automatic.end() && automatic->second.radians);
            grid->addWidget(row.negate, line, 2);
            grid->addWidget(row.radians, line, 3);
            for (auto* box : {row.negate, row.radians})
                connect(box, &QCheckBox::toggled, this, &ColumnMappingForm::showPreview);
        }
        rows_.emplace(field, row);
        ++line;
    }
}

std::map<std::string, ColumnSource> ColumnMappingForm::chosen() const {
    std::map<std::string, ColumnSource> result;
    for (const auto& [field, row] : rows_) {
        const int column = row.column->currentData().toInt();
        if (row.column->currentIndex() < 0 || column < 0) continue;
        ColumnSource source;
        source.column = preview_.columns[static_cast<std::size_t>(column)];
        source.negate = row.negate != nullptr && row.negate->isChecked();
        source.radians = row.radians != nullptr && row.radians->isChecked();
        result.emplace(field, source);
    }
    return result;
}

ColumnMapping ColumnMappingForm::mapping() const {
    ColumnMapping result;
    for (const auto& [field, source] : chosen()) {
        const auto automatic = preview_.automatic.find(field);
        if (automatic == preview_.automatic.end() || !(automatic->second == source)) result.emplace(field, source);
    }
    return result;
}

QString ColumnMappingForm::offered() const {
    QStringList parts;
    for (const auto& [field, source] : preview_.offered)
        parts << QStringLiteral("%1: %2").arg(coreText(fieldTitle(field)), QString::fromStdString(source.column));
    constexpr qsizetype kShown = 4;
    if (parts.size() > kShown) parts = parts.first(kShown) << QStringLiteral("…");
    return parts.join(QStringLiteral(", "));
}

void ColumnMappingForm::takeOffered() {
    for (const auto& [field, source] : preview_.offered) {
        const auto row = rows_.find(field);
        if (row == rows_.end()) continue;
        row->second.column->setCurrentIndex(row->second.column->findText(QString::fromStdString(source.column)));
        if (row->second.radians != nullptr) row->second.radians->setChecked(source.radians);
    }
}

QStringList ColumnMappingForm::missing() const {
    if (preview_.ijbProtocol) return {};
    QStringList result;
    const auto sources = chosen();
    for (const char* field : {"path", "identity"}) {
        if (preview_.identityKnown && std::string_view(field) == "identity") continue;
        if (!sources.contains(field)) result << titleWithMark(field).chopped(2).toLower();  // without its star
    }
    return result;
}

QString ColumnMappingForm::mappedValue(const ColumnSource& source, const std::vector<std::string>& row) const {
    const auto at = std::find(preview_.columns.begin(), preview_.columns.end(), source.column) - preview_.columns.begin();
    if (static_cast<std::size_t>(at) >= row.size()) return {};
    const QString text = QString::fromStdString(row[static_cast<std::size_t>(at)]);
    if (!source.negate && !source.radians) return text;
    bool number = false;
    double value = text.toDouble(&number);
    if (!number) return text.isEmpty() ? text : tr("%1 (not a number)").arg(text);
    if (source.radians) value = qRadiansToDegrees(value);
    // 0 stays 0, without a sign.
    return shownNumber(source.negate && value != 0 ? -value : value);
}

void ColumnMappingForm::showPreview() {
    const auto sources = chosen();
    std::vector<std::string> fields;
    for (const std::string& field : mappableFields()) {
        if (sources.contains(field)) fields.push_back(field);
    }
    const int rows = std::min(kPreviewRows, static_cast<int>(preview_.rows.size()));
    table_->clear();
    table_->setColumnCount(static_cast<int>(fields.size()));
    table_->setRowCount(rows);
    for (int c = 0; c < table_->columnCount(); ++c) {
        const std::string& field = fields[static_cast<std::size_t>(c)];
        table_->setHorizontalHeaderItem(c, new QTableWidgetItem(QString::fromStdString(field)));
        for (int r = 0; r < rows; ++r) {
            table_->setItem(
                r, c, new QTableWidgetItem(mappedValue(sources.at(field), preview_.rows[static_cast<std::size_t>(r)])));
        }
    }
    table_->resizeColumnsToContents();
}

}  // namespace facespace
