#include "widgets/panels/extract_dialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>

#include "core/compute/feature_name.h"
#include "core/compute/rendered.h"
#include "core/extraction/crop.h"
#include "core/extraction/detectors.h"
#include "core/network/descriptor_check.h"
#include "widgets/look/notice_label.h"
#include "widgets/look/text_label.h"
#include "widgets/panels/crop_preview_strip.h"
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
    auto* label = new TextLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Lists no saved predictors among the networks.
class DescriptorFiles : public QSortFilterProxyModel {
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return !isSavedPredictor(sourceModel()->index(row, 0, parent).data().toString());
    }
};

}  // namespace

bool isSavedPredictor(const QString& file) { return file.endsWith(QStringLiteral(".predictor.json"), Qt::CaseInsensitive); }

ExtractDialog::ExtractDialog(const QStringList& recentNetworks, const QString& detector, QWidget* parent)
    : QDialog(parent),
      networks_(new QComboBox),
      alignment_(new QComboBox),
      noFace_(new QComboBox),
      details_(note()),
      failure_(new NoticeLabel),
      alignmentNote_(new NoticeLabel),
      nameNote_(new NoticeLabel),
      offer_(new QPushButton),
      name_(new QLineEdit),
      layers_(new QLineEdit),
      detector_(new FileField(FileField::Kind::kOpenFile, tr("Face detector"), tr("YuNet and SCRFD detectors (*.onnx)"))),
      detectorScore_(new QDoubleSpinBox),
      detectorSize_(new QSpinBox),
      preview_(new CropPreviewStrip) {
    setWindowTitle(tr("Extract features"));
    for (const QString& file : recentNetworks)
        if (!isSavedPredictor(file)) networks_->addItem(QFileInfo(file).completeBaseName(), file);
    detector_->setPath(detector);
    buildLayout();
    connect(networks_, &QComboBox::currentIndexChanged, this, &ExtractDialog::followNetwork);
    for (QComboBox* choice : {alignment_, noFace_})
        connect(choice, &QComboBox::currentIndexChanged, this, &ExtractDialog::follow);
    connect(detector_, &FileField::pathChanged, this, &ExtractDialog::follow);
    connect(detectorScore_, &QDoubleSpinBox::valueChanged, this, &ExtractDialog::follow);
    connect(detectorSize_, &QSpinBox::valueChanged, this, &ExtractDialog::follow);
    for (QLineEdit* text : {name_, layers_}) connect(text, &QLineEdit::textChanged, this, &ExtractDialog::follow);
    connect(offer_, &QPushButton::clicked, this, [this] { detector_->setPath(offered_); });
    followNetwork();
}

void ExtractDialog::setProject(std::shared_ptr<const Snapshot> snapshot) {
    snapshot_ = std::move(snapshot);
    if (snapshot_ != nullptr && !isRendered(snapshot_->images)) {
        int suited = -1;
        for (int i = 0; i < networks_->count() && suited < 0; ++i) {
            const auto read = readDescriptor(networks_->itemData(i).toString().toStdString());
            if (read && !saysRendered(read->trainingSet)) suited = i;
        }
        networks_->setCurrentIndex(suited);
    }
    followNetwork();
}

void ExtractDialog::setFailed(const ExtractOptions& options, const QString& why) {
    setOptions(options);
    failure_->setNotice(NoticeLabel::Kind::kWarning, why);
}

void ExtractDialog::setAgain(const NetworkRecord& features) {
    ExtractOptions options;
    options.name = features.name;
    options.retrySkipped = true;
    if (const auto cut = cropSettingsFromJson(features.settingsJson)) {
        options.alignment = cut->alignment;
        options.noFace = cut->noFace;
        options.detect = cut->detect;
        if (!cut->detectorName.empty()) options.detector = detector_->path().toStdString();
    }
    setOptions(options);
}

void ExtractDialog::setOptions(const ExtractOptions& options) {
    retrySkipped_ = options.retrySkipped;
    name_->setText(QString::fromStdString(options.name));
    alignment_->setCurrentIndex(alignment_->findData(static_cast<int>(options.alignment)));
    noFace_->setCurrentIndex(noFace_->findData(static_cast<int>(options.noFace)));
    detector_->setPath(QString::fromStdString(options.detector.string()));
    detectorScore_->setValue(static_cast<double>(options.detect.minScore));
    detectorSize_->setValue(options.detect.maxSide);
}

std::string ExtractDialog::wantedName() const {
    const std::string typed = name_->text().trimmed().toStdString();
    return typed.empty() && network_ ? network_->name : typed;
}

/// False if the name that was typed is of other features.
bool ExtractDialog::sayName() {
    nameNote_->setNotice(NoticeLabel::Kind::kNote, {});
    if (!network_ || snapshot_ == nullptr) return true;
    if (!layers().empty()) {
        nameNote_->setNotice(NoticeLabel::Kind::kNote,
                             tr("Each layer is kept as “%1” and its own name.").arg(QString::fromStdString(wantedName())));
        return true;
    }
    std::vector<NetworkRecord> there;
    for (const auto& set : snapshot_->featureSets) there.push_back(set->network);
    ExtractOptions asked = options();
    if (!QFileInfo(detector_->path()).isFile()) asked.detector.clear();
    const auto settings = cropSettings(asked);
    if (!settings) return true;
    const std::string own = network_->name, proposed = proposedName(own, there, *network_, *settings);
    name_->setPlaceholderText(QString::fromStdString(proposed));
    const std::string name = name_->text().trimmed().isEmpty() ? proposed : wantedName();
    const NameUse use = useOfName(name, there, *network_, *settings);
    const QString shown = QString::fromStdString(name);
    if (use == NameUse::kTaken)
        nameNote_->setNotice(
            NoticeLabel::Kind::kWarning,
            tr("“%1” is the name of features that were made in another way. Choose another name, for example “%2”.")
                .arg(shown, QString::fromStdString(proposedName(name, there, *network_, *settings))));
    else if (use == NameUse::kContinues)
        nameNote_->setNotice(NoticeLabel::Kind::kNote, tr("Adds what is missing to the features “%1”.").arg(shown));
    return use != NameUse::kTaken;
}

void ExtractDialog::browse() {
    const QString current = networks_->currentData().toString();
    auto* dialog =
        new QFileDialog(this, tr("Choose a network"), current.isEmpty() ? startFolder_ : QFileInfo(current).path(),
                        tr("Network descriptors (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontUseNativeDialog);  // the desktop's would list predictors too
    dialog->setProxyModel(new DescriptorFiles(dialog));
    connect(dialog, &QFileDialog::fileSelected, this, &ExtractDialog::setDescriptor);
    dialog->open();
}

void ExtractDialog::setDescriptor(const QString& file) {
    const QString absolute = QFileInfo(file).absoluteFilePath();
    int at = networks_->findData(absolute);
    if (at < 0) {
        networks_->insertItem(0, QFileInfo(absolute).completeBaseName(), absolute);
        at = 0;
    }
    networks_->setCurrentIndex(at);
    followNetwork();
}

void ExtractDialog::followNetwork() {
    network_.reset();
    const QString file = networks_->currentData().toString();
    if (file.isEmpty()) {
        details_->setText(tr("A network is a JSON file beside its weights (TorchScript or ONNX)."));
    } else if (auto read = readDescriptor(file.toStdString()); read) {
        if (const auto checked = checkScales(*read)) {
            network_ = std::move(*read);
            details_->setText(describe(*network_));
        } else {
            details_->setText(coreText(checked.error().message));
        }
    } else {
        details_->setText(coreText(read.error().message));
    }
    networks_->setToolTip(file);
    offerDetector();
    follow();
}

/// One that lies near the network, else near another that is known.
void ExtractDialog::offerDetector() {
    QStringList files{networks_->currentData().toString()};
    for (int i = 0; i < networks_->count(); ++i) files << networks_->itemData(i).toString();
    offered_.clear();
    for (const QString& file : files) {
        const auto near = offered_.isEmpty() && !file.isEmpty() ? detectorNear(file.toStdString()) : std::nullopt;
        if (near) offered_ = QString::fromStdString(near->string());
    }
    offer_->setText(tr("Use “%1”").arg(QFileInfo(offered_).fileName()));
    offer_->setToolTip(offered_);
}

void ExtractDialog::follow() {
    sayHowAligned();
    extract_->setEnabled(sayName() && network_.has_value());
    preview_->request(snapshot_, network_, options());
}

std::vector<std::string> ExtractDialog::layers() const {
    std::vector<std::string> names;
    for (const QString& part : layers_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString name = part.trimmed(); !name.isEmpty()) names.push_back(name.toStdString());
    return names;
}

void ExtractDialog::setLayers(const std::vector<std::string>& layers) {
    QStringList names;
    for (const std::string& layer : layers) names << QString::fromStdString(layer);
    layers_->setText(names.join(QStringLiteral(", ")));
}

ExtractOptions ExtractDialog::options() const {
    ExtractOptions options;
    options.name = name_->text().trimmed().toStdString();
    if (layers().empty() && options.name.empty() && snapshot_ != nullptr && network_)
        options.name = name_->placeholderText().toStdString();
    options.retrySkipped = retrySkipped_;
    options.alignment = static_cast<Alignment>(alignment_->currentData().toInt());
    options.noFace = static_cast<NoFacePolicy>(noFace_->currentData().toInt());
    options.detector = detector_->path().toStdString();
    options.detect.minScore = static_cast<float>(detectorScore_->value());
    options.detect.maxSide = detectorSize_->value();
    return options;
}

}  // namespace facespace
