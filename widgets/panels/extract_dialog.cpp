#include "widgets/panels/extract_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/network/descriptor_check.h"
#include "widgets/panels/file_field.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

QString describe(const NetworkDescriptor& n) {
    const QString channels = n.channels == ChannelOrder::kGrey  ? QObject::tr("grey")
                             : n.channels == ChannelOrder::kBgr ? QObject::tr("BGR")
                                                                : QObject::tr("RGB");
    QStringList parts{
        QObject::tr("%1 × %2 %3").arg(n.inputWidth).arg(n.inputHeight).arg(channels),
        QObject::tr("%1 features").arg(n.dimension),
        n.normalised ? QObject::tr("unit length: distances from the origin will tell nothing") : QObject::tr("raw features"),
        n.alignmentTemplate ? QObject::tr("aligned by landmarks") : QObject::tr("no landmark template")};
    if (!n.trainingSet.empty()) parts << QObject::tr("trained on %1").arg(QString::fromStdString(n.trainingSet));
    if (!n.licence.empty()) parts << QObject::tr("licence %1").arg(QString::fromStdString(n.licence));
    return parts.join(QStringLiteral(" · "));
}

QLabel* note() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

ExtractDialog::ExtractDialog(const QStringList& recentNetworks, const QString& detector, QWidget* parent)
    : QDialog(parent),
      networks_(new QComboBox),
      alignment_(new QComboBox),
      noFace_(new QComboBox),
      details_(note()),
      alignmentNote_(note()),
      name_(new QLineEdit),
      detector_(new FileField(FileField::Kind::kOpenFile, tr("Face detector"), tr("YuNet detectors (*.onnx)"))),
      detectorScore_(new QDoubleSpinBox),
      detectorSize_(new QSpinBox) {
    setWindowTitle(tr("Extract features"));
    for (const QString& file : recentNetworks) networks_->addItem(QFileInfo(file).completeBaseName(), file);
    detector_->setPath(detector);
    buildLayout();
    connect(networks_, &QComboBox::currentIndexChanged, this, &ExtractDialog::follow);
    connect(alignment_, &QComboBox::currentIndexChanged, this, [this] { alignmentNote_->setText(alignmentNote()); });
    connect(detector_, &FileField::pathChanged, this, [this] { alignmentNote_->setText(alignmentNote()); });
    follow();
}

void ExtractDialog::buildLayout() {
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
    name_->setPlaceholderText(tr("the network's own name"));

    alignment_->addItem(tr("Automatic"), static_cast<int>(Alignment::kAuto));
    alignment_->addItem(tr("By five landmarks"), static_cast<int>(Alignment::kLandmarks));
    alignment_->addItem(tr("By face box"), static_cast<int>(Alignment::kBox));
    alignment_->addItem(tr("Centre of the image"), static_cast<int>(Alignment::kCentre));
    alignment_->addItem(tr("None: the whole image"), static_cast<int>(Alignment::kNone));
    noFace_->addItem(tr("Skip the image"), static_cast<int>(NoFacePolicy::kSkip));
    noFace_->addItem(tr("Use the centre of the image"), static_cast<int>(NoFacePolicy::kCentreCrop));
    detector_->setPlaceholder(tr("none: landmarks come from the image set"));
    setUpSearch();

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Network"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(networks_);
    form->addRow(QString(), details_);
    form->addRow(tr("&Keep as"), name_);
    form->addRow(tr("&Align faces"), alignment_);
    form->addRow(QString(), alignmentNote_);
    form->addRow(tr("Face &detector"), detector_);
    auto* search = new QHBoxLayout;
    search->setSpacing(6);
    search->addWidget(detectorScore_);
    search->addWidget(detectorSize_);
    search->addStretch();
    form->addRow(tr("Search for faces"), search);
    form->addRow(tr("If no &face is found"), noFace_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    extract_ = buttons->addButton(tr("Extract"), QDialogButtonBox::AcceptRole);
    extract_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(620);
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

void ExtractDialog::setHasLandmarks(bool has) {
    hasLandmarks_ = has;
    alignmentNote_->setText(alignmentNote());
}

QString ExtractDialog::alignmentNote() const {
    const bool detector = !detector_->path().isEmpty();
    switch (static_cast<Alignment>(alignment_->currentData().toInt())) {
        case Alignment::kAuto:
            if (network_ && !network_->alignmentTemplate)
                return tr("The face box where there is one, else the centre of the image.");
            if (hasLandmarks_ || detector)
                return tr("Landmarks where there are any, else the face box, else the centre of the image.");
            return tr("The images carry no landmarks and no detector is given: faces are cut by box or from the centre.");
        case Alignment::kLandmarks:
            if (!hasLandmarks_ && !detector) return tr("The images carry no landmarks: choose a face detector.");
            return tr("The five landmarks go to where the network expects them.");
        case Alignment::kBox:
            return tr("A square around the face box, with the network's margin.");
        case Alignment::kCentre:
            return tr("The largest centred part of the image.");
        case Alignment::kNone:
            return tr("The whole image, stretched to the network's input.");
    }
    return {};
}

void ExtractDialog::browse() {
    const QString current = networks_->currentData().toString();
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Choose a network"), current.isEmpty() ? startFolder_ : current, tr("Network descriptors (*.json)"));
    if (!file.isEmpty()) setDescriptor(file);
}

void ExtractDialog::setDescriptor(const QString& file) {
    const QString absolute = QFileInfo(file).absoluteFilePath();
    int at = networks_->findData(absolute);
    if (at < 0) {
        networks_->insertItem(0, QFileInfo(absolute).completeBaseName(), absolute);
        at = 0;
    }
    networks_->setCurrentIndex(at);
    follow();
}

void ExtractDialog::follow() {
    network_.reset();
    const QString file = networks_->currentData().toString();
    if (file.isEmpty()) {
        details_->setText(tr("A network is a JSON file beside its weights (TorchScript or ONNX)."));
    } else if (auto read = readDescriptor(file.toStdString()); read) {
        if (const auto checked = checkScales(*read)) {
            network_ = std::move(*read);
            details_->setText(describe(*network_));
            name_->setPlaceholderText(QString::fromStdString(network_->name));
        } else {
            details_->setText(coreText(checked.error().message));
        }
    } else {
        details_->setText(coreText(read.error().message));
    }
    networks_->setToolTip(file);
    alignmentNote_->setText(alignmentNote());
    extract_->setEnabled(network_.has_value());
}

ExtractOptions ExtractDialog::options() const {
    ExtractOptions options;
    options.name = name_->text().trimmed().toStdString();
    options.alignment = static_cast<Alignment>(alignment_->currentData().toInt());
    options.noFace = static_cast<NoFacePolicy>(noFace_->currentData().toInt());
    options.detector = detector_->path().toStdString();
    options.detect.minScore = static_cast<float>(detectorScore_->value());
    options.detect.maxSide = detectorSize_->value();
    return options;
}

}  // namespace facespace
