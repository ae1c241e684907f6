// What the export dialog is made of.
#include <cmath>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/figure/export_dialog.h"
#include "widgets/look/text_label.h"

namespace facespace {
namespace {

constexpr int kPreviewSide = 460, kMostFaces = 400;

struct ColumnWidth {
    const char* name;
    double millimetres;
};
// Text widths of common venues' templates.
constexpr ColumnWidth kColumnWidths[] = {
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Own width"), 0},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "One column (85 mm)"), figure::kOneColumnMm},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Two columns (178 mm)"), figure::kTwoColumnsMm},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "IEEE, CVPR: one column (88 mm)"), 88},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "IEEE, CVPR: two columns (181 mm)"), 181},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Nature, Science: one column (89 mm)"), 89},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Nature: two columns (183 mm)"), 183},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Springer LNCS: text width (122 mm)"), 122},
};

QDoubleSpinBox* makeNumber(double low, double high, double value, int decimals, const QString& suffix) {
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    return box;
}

QCheckBox* makeCheck(const QString& text, bool on, bool enabled = true) {
    auto* box = new QCheckBox(text);
    box->setChecked(on && enabled);
    box->setEnabled(enabled);
    return box;
}

}  // namespace

QWidget* ExportDialog::makeSizeControls() {
    auto* group = new QGroupBox(tr("Page"));
    auto* form = new QFormLayout(group);
    format_ = new QComboBox;
    format_->addItem(tr("PDF, for print"), QStringLiteral("pdf"));
    format_->addItem(tr("SVG, to edit"), QStringLiteral("svg"));
    format_->addItem(tr("PNG, pixels"), QStringLiteral("png"));
    widths_ = new QComboBox;
    for (const ColumnWidth& column : kColumnWidths) widths_->addItem(tr(column.name), column.millimetres);
    units_ = new QComboBox;
    units_->setObjectName(QStringLiteral("units"));
    units_->addItems({tr("mm"), tr("inch"), tr("pixels")});
    dpi_ = makeNumber(30, 2400, source_.start.dpi, 0, tr(" dpi"));
    width_ = makeNumber(10, 2000, source_.start.map.widthMm, 1, QString());
    height_ = makeNumber(0, 2000, source_.start.map.heightMm, 1, QString());
    height_->setSpecialValueText(tr("automatic"));
    font_ = makeNumber(3, 72, source_.start.map.style.fontPt, 1, tr(" pt"));
    size_ = new TextLabel;
    form->addRow(tr("&Format"), format_);
    form->addRow(tr("&Column"), widths_);
    form->addRow(tr("&Unit"), units_);
    form->addRow(tr("&Width"), width_);
    form->addRow(tr("&Height"), height_);
    form->addRow(tr("&Resolution"), dpi_);
    form->addRow(tr("Font &size"), font_);
    form->addRow(QString(), size_);
    connect(widths_, &QComboBox::activated, this, [this](int index) {
        const double millimetres = widths_->itemData(index).toDouble();
        if (millimetres > 0) width_->setValue(millimetres / millimetresPerUnit(unit_));
    });
    connect(units_, &QComboBox::currentIndexChanged, this, &ExportDialog::changeUnit);
    const auto showPreset = [this] {
        const double millimetres = width_->value() * millimetresPerUnit(unit_);
        int shown = 0;
        for (int i = 1; i < widths_->count() && shown == 0; ++i) {
            if (std::abs(widths_->itemData(i).toDouble() - millimetres) < 0.06) shown = i;
        }
        widths_->setCurrentIndex(shown);
    };
    showPreset();
    connect(width_, &QDoubleSpinBox::valueChanged, this, showPreset);
    for (QDoubleSpinBox* box : {width_, height_, dpi_, font_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    return group;
}

QWidget* ExportDialog::makeContentControls() {
    auto* group = new QGroupBox(tr("Content"));
    auto* form = new QFormLayout(group);
    const MapFigureSpec& start = source_.start.map;
    figures_ = new QComboBox(group);
    figures_->setObjectName(QStringLiteral("figures"));
    figures_->setAccessibleName(tr("Figure"));
    figures_->addItems(source_.figures);
    figures_->setCurrentIndex(source_.figures.isEmpty() ? -1 : source_.start.figure);
    figures_->setVisible(source_.figures.size() > 1);
    if (source_.figures.size() > 1) form->addRow(tr("Fi&gure"), figures_);
    connect(figures_, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    legend_ = new QComboBox;
    using figure::LegendPlace;
    for (const auto& [name, place] :
         {std::pair{tr("Where there is room"), LegendPlace::kAuto}, std::pair{tr("At the right"), LegendPlace::kRight},
          std::pair{tr("Below"), LegendPlace::kBelow}, std::pair{tr("None"), LegendPlace::kNone}})
        legend_->addItem(name, static_cast<int>(place));
    legend_->setCurrentIndex(legend_->findData(static_cast<int>(start.legend)));
    legend_->setEnabled(source_.hasLegend);
    form->addRow(tr("&Legend"), legend_);
    connect(legend_, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    title_ = makeCheck(tr("&Title"), start.title);
    privacy_ = makeCheck(tr("&Privacy: names as numbers, faces blurred"), start.privacy);
    axes_ = makeCheck(tr("&Axis names"), start.axes, source_.hasAxes);
    note_ = makeCheck(tr("&Note on scale"), start.note);
    selection_ = makeCheck(tr("S&election stands out"), start.selection, source_.hasSelection);
    visiblePart_ = makeCheck(tr("Only the part in &view"), !start.wholeMap, !start.wholeMap);
    addMapControls(form);
    for (QCheckBox* box : {title_, privacy_, axes_, note_, selection_, visiblePart_}) {
        form->addRow(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    }
    for (QCheckBox* box : {axes_, note_, selection_, visiblePart_}) box->setVisible(source_.isMap);
    privacy_->setVisible(source_.hasPeople);
    return group;
}

void ExportDialog::addMapControls(QFormLayout* form) {
    const MapFigureSpec& start = source_.start.map;
    points_ = makeNumber(0.2, 5, start.pointScale, 1, QStringLiteral(" ×"));
    points_->setSingleStep(0.1);
    labels_ = new QComboBox;
    labels_->addItem(tr("None"), static_cast<int>(MapLabels::kNone));
    labels_->addItem(tr("Of coloured identities"), static_cast<int>(MapLabels::kColoured));
    labels_->addItem(tr("All that find room"), static_cast<int>(MapLabels::kAll));
    labels_->setCurrentIndex(labels_->findData(static_cast<int>(start.labels)));
    labels_->setEnabled(source_.hasNames);
    faces_ = new QSpinBox;
    faces_->setRange(0, kMostFaces);
    faces_->setSingleStep(10);
    faces_->setSpecialValueText(tr("none"));
    faces_->setValue(start.thumbnails);
    faces_->setEnabled(source_.hasFaces);
    faces_->setKeyboardTracking(false);
    connect(points_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    connect(labels_, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    connect(faces_, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    if (!source_.isMap) {
        for (QWidget* widget :
             {static_cast<QWidget*>(points_), static_cast<QWidget*>(labels_), static_cast<QWidget*>(faces_)}) {
            widget->setParent(this);
            widget->hide();
        }
        return;
    }
    form->addRow(tr("Poi&nts"), points_);
    form->addRow(tr("&Identities"), labels_);
    form->addRow(tr("&Faces"), faces_);
}

QWidget* ExportDialog::makePreview() {
    preview_ = new TextLabel(tr("Drawing…"));
    preview_->setObjectName(QStringLiteral("preview"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(kPreviewSide, kPreviewSide);
    preview_->setAccessibleName(tr("Preview of the figure"));
    return preview_;
}

void ExportDialog::makeControls() {
    auto* controls = new QVBoxLayout;
    controls->addWidget(makeSizeControls());
    controls->addWidget(makeContentControls());
    controls->addStretch();
    auto* columns = new QHBoxLayout;
    columns->addLayout(controls);
    columns->addWidget(makePreview(), 1);
    message_ = new TextLabel;
    message_->setWordWrap(true);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Close);
    auto* copyButton = buttons_->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copyButton, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons_->button(QDialogButtonBox::Save), &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->addLayout(columns, 1);
    all->addWidget(message_);
    all->addWidget(buttons_);
}

}  // namespace facespace
