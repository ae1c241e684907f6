// How the dialog lies on the screen.
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/look/notice_label.h"
#include "widgets/panels/crop_preview_strip.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/file_field.h"

namespace facespace {

QLayout* ExtractDialog::networkRow() {
    networks_->setAccessibleName(tr("Network"));
    networks_->setPlaceholderText(tr("Choose a network descriptor (JSON)"));
    auto* browse = new QPushButton(tr("Browse…"));
    browse->setAccessibleName(tr("Browse for a network"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExtractDialog::browse);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(networks_, 1);
    row->addWidget(browse);
    return row;
}

void ExtractDialog::fillChoices() {
    alignment_->addItem(tr("Automatic"), static_cast<int>(Alignment::kAuto));
    alignment_->addItem(tr("By five landmarks"), static_cast<int>(Alignment::kLandmarks));
    alignment_->addItem(tr("By face box"), static_cast<int>(Alignment::kBox));
    alignment_->addItem(tr("Centre of the image"), static_cast<int>(Alignment::kCentre));
    alignment_->addItem(tr("None: the whole image"), static_cast<int>(Alignment::kNone));
    alignment_->setAccessibleName(tr("Alignment of faces"));
    noFace_->addItem(tr("Skip the image"), static_cast<int>(NoFacePolicy::kSkip));
    noFace_->addItem(tr("Use the centre of the image"), static_cast<int>(NoFacePolicy::kCentreCrop));
    detector_->setPlaceholder(tr("none: landmarks come from the image set"));
    name_->setAccessibleName(tr("Name of the features"));
    layers_->setAccessibleName(tr("Inner layers"));
    layers_->setPlaceholderText(tr("none: the network's own features"));
    layers_->setToolTip(
        tr("Names of inner layers, with commas between them: all are computed in one pass, and each is kept as features of "
           "its own. “facespace-cli network NETWORK --layers” lists them."));
    offer_->setAutoDefault(false);
    offer_->hide();
}

void ExtractDialog::buildLayout() {
    fillChoices();
    setUpSearch();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(7);
    auto* row = networkRow();
    form->addRow(tr("&Network"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(networks_);
    form->addRow(QString(), details_);
    form->addRow(tr("Inner &layers"), layers_);
    form->addRow(tr("&Keep as"), name_);
    form->addRow(QString(), nameNote_);
    form->addRow(tr("&Align faces"), alignment_);
    form->addRow(QString(), alignmentNote_);
    form->addRow(tr("Face &detector"), detector_);
    form->addRow(QString(), offer_);
    auto* search = new QHBoxLayout;
    search->setSpacing(6);
    search->addWidget(detectorScore_);
    search->addWidget(detectorSize_);
    search->addStretch();
    form->addRow(tr("Search for faces"), search);
    form->addRow(tr("If no &face is found"), noFace_);
    form->addRow(tr("The network will see"), preview_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    extract_ = buttons->addButton(tr("Extract"), QDialogButtonBox::AcceptRole);
    extract_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(failure_);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(700);
}

void ExtractDialog::setUpSearch() {
    const DetectOptions standard;
    detectorScore_->setRange(0, 1);
    detectorScore_->setSingleStep(0.05);
    detectorScore_->setPrefix(tr("score at least "));
    detectorScore_->setValue(static_cast<double>(standard.minScore));
    detectorScore_->setAccessibleName(tr("Least score of a face"));
    detectorScore_->setToolTip(tr("Faces that the detector is less sure of are left out."));
    detectorSize_->setRange(64, 8192);
    detectorSize_->setSingleStep(160);
    detectorSize_->setPrefix(tr("in "));
    detectorSize_->setSuffix(tr(" pixels"));
    detectorSize_->setValue(standard.maxSide);
    detectorSize_->setAccessibleName(tr("Size of the search"));
    detectorSize_->setToolTip(
        tr("Larger images are shrunk to so many pixels for the search; more finds smaller faces, slower."));
    const auto enable = [this] {
        detectorScore_->setEnabled(!detector_->path().isEmpty());
        detectorSize_->setEnabled(!detector_->path().isEmpty());
    };
    connect(detector_, &FileField::pathChanged, this, enable);
    enable();
}

}  // namespace facespace
