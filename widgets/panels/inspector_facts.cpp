#include "widgets/panels/inspector_facts.h"

#include <cmath>
#include <QFormLayout>
#include <QLabel>

#include "core/common/numbers.h"
#include "core/compute/labels.h"
#include "core/project/data_table.h"
#include "core/project/decisions.h"
#include "widgets/look/text_label.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr auto kSizeName = "size";

void addFact(QFormLayout* form, const QString& name, const QString& value, const QString& objectName = {}) {
    auto* label = new TextLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setRoom(12, 16);
    auto* field = new TextLabel(value);
    field->setTextInteractionFlags(Qt::TextSelectableByMouse);
    field->setWordWrap(true);
    field->setRoom(12, 24);
    field->setObjectName(objectName);
    form->addRow(label, field);
}

double predictedValue(const PredictionRecord* prediction, std::size_t row) {
    return prediction == nullptr || row >= prediction->values.size() ? kNoValue
                                                                     : static_cast<double>(prediction->values[row]);
}

double labelValue(const std::optional<double>& own, const PredictionRecord* prediction, std::size_t row, QString& note) {
    if (own) return *own;
    if (prediction == nullptr || row >= prediction->labels.size() || std::isnan(prediction->labels[row])) return kNoValue;
    note = QObject::tr("Label from %1").arg(coreText(prediction->labelSource));
    return static_cast<double>(prediction->labels[row]);
}

QString mediaText(Media media) {
    switch (media) {
        case Media::kStill:
            return QObject::tr("still");
        case Media::kVideo:
            return QObject::tr("video frame");
        default:
            return {};
    }
}

/// "still, 91 %": what the features say of a two-class target, and how surely; nothing for predictions of numbers.
QString saidOf(const PredictionRecord& prediction, std::size_t row) {
    const double probability = predictedValue(&prediction, row);
    if (prediction.classes.size() != 2 || std::isnan(probability)) return {};
    const bool one = probability >= 0.5;
    return QObject::tr("%1, %2 %")
        .arg(coreText(facespace::classText(prediction.target, prediction.classes[one ? 1 : 0])))
        .arg(static_cast<int>(std::lround(100 * (one ? probability : 1 - probability))));
}

}  // namespace

PoseFacts poseFacts(const Snapshot& snapshot, NetworkId network, int row) {
    const auto r = static_cast<std::size_t>(row);
    const ImageRecord& record = snapshot.images.images[r];
    const PredictionRecord* yaw = snapshot.prediction(network, "yaw");
    const PredictionRecord* pitch = snapshot.prediction(network, "pitch");
    PoseFacts facts;
    facts.predicted = {predictedValue(yaw, r), predictedValue(pitch, r)};
    facts.label.yawDeg = labelValue(record.yawDeg, yaw, r, facts.note);
    facts.label.pitchDeg = labelValue(record.pitchDeg, pitch, r, facts.note);
    return facts;
}

void fillFacts(QFormLayout* form, const Snapshot& snapshot, NetworkId network, int row) {
    while (form->rowCount() > 0) form->removeRow(0);
    const auto r = static_cast<std::size_t>(row);
    const ImageRecord& record = snapshot.images.images[r];
    addFact(form, QObject::tr("Size"), QStringLiteral("…"), QLatin1String(kSizeName));
    if (const QString media = mediaText(record.media); !media.isEmpty()) addFact(form, QObject::tr("Media"), media);
    for (const PredictionRecord& prediction : snapshot.predictions) {
        if (prediction.network != network) continue;
        if (const QString said = saidOf(prediction, r); !said.isEmpty())
            addFact(form, QObject::tr("Predicted %1").arg(coreText(targetText(prediction.target))), said);
    }
    if (!record.video.empty()) addFact(form, QObject::tr("Video"), QString::fromStdString(record.video));
    if (record.rollDeg) addFact(form, QObject::tr("Roll"), degrees(*record.rollDeg));
    for (std::size_t i = 0; i < record.metadata.size() && i < snapshot.images.metadataColumns.size(); ++i) {
        if (record.metadata[i].empty()) continue;
        addFact(form, QString::fromStdString(snapshot.images.metadataColumns[i]),
                QString::fromStdString(record.metadata[i]));
    }
    if (r < snapshot.tags.size() && !snapshot.tags[r].empty()) {
        QStringList tags;
        for (const auto& tag : snapshot.tags[r]) {
            if (isDecision(tag))
                addFact(form, QObject::tr("Decision"), QString::fromStdString(tag));
            else
                tags << QString::fromStdString(tag);
        }
        if (!tags.isEmpty()) addFact(form, QObject::tr("Tags"), tags.join(QStringLiteral(", ")));
    }
}

void setSizeFact(QFormLayout* form, const QSize& size) {
    for (int i = 0; i < form->rowCount(); ++i) {
        auto* field = qobject_cast<QLabel*>(form->itemAt(i, QFormLayout::FieldRole)->widget());
        if (field != nullptr && field->objectName() == QLatin1String(kSizeName)) {
            field->setText(QObject::tr("%1 × %2 pixels").arg(size.width()).arg(size.height()));
        }
    }
}

QString degrees(double value, bool difference) {
    if (std::isnan(value)) return QStringLiteral("–");
    const int rounded = static_cast<int>(std::lround(value));
    const QString sign = rounded < 0 ? QString(QChar(0x2212)) : difference && rounded > 0 ? QStringLiteral("+") : QString();
    return sign + QString::number(std::abs(rounded)) + QChar(0x00B0);
}

}  // namespace facespace
