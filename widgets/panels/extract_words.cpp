// What the dialog says of how faces will be cut out.
#include <QComboBox>
#include <QPushButton>

#include "core/compute/rendered.h"
#include "core/extraction/crop_preview.h"
#include "widgets/look/notice_label.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/file_field.h"

namespace facespace {

QString ExtractDialog::lacking() const {
    if (!network_ || snapshot_ == nullptr || !network_->alignmentTemplate) return {};
    const auto total = snapshot_->imageCount();
    const auto lack = imagesLackingLandmarks(snapshot_->images, *network_, options());
    const auto alignment = static_cast<Alignment>(alignment_->currentData().toInt());
    if (alignment != Alignment::kAuto && alignment != Alignment::kLandmarks)
        return tr("This network was trained on faces aligned by five landmarks: cut in another way its features mean less.");
    if (lack == 0) return {};
    const QString what =
        lack == total
            ? tr("This network wants faces aligned by five landmarks, and the images have none.")
            : tr("This network wants faces aligned by five landmarks, and %1 of %2 images have none.").arg(lack).arg(total);
    return what + QLatin1Char(' ') + tr("Choose a face detector to find them; without one it will see what is shown below.");
}

void ExtractDialog::sayHowAligned() {
    QString warning = lacking();
    if (network_ && snapshot_ != nullptr && saysRendered(network_->trainingSet) && !isRendered(snapshot_->images)) {
        const QString rendered =
            tr("This network was trained on rendered faces: what it codes of photographs tells little.");
        warning = warning.isEmpty() ? rendered : rendered + QLatin1Char(' ') + warning;
    }
    alignmentNote_->setNotice(warning.isEmpty() ? NoticeLabel::Kind::kNote : NoticeLabel::Kind::kWarning,
                              warning.isEmpty() ? alignmentNote() : warning);
    offer_->setVisible(!offered_.isEmpty() && detector_->path().isEmpty() && network_ && snapshot_ != nullptr &&
                       imagesLackingLandmarks(snapshot_->images, *network_, options()) > 0);
}

QString ExtractDialog::alignmentNote() const {
    switch (static_cast<Alignment>(alignment_->currentData().toInt())) {
        case Alignment::kAuto:
            if (network_ && !network_->alignmentTemplate)
                return tr("The face box where there is one, else the centre of the image.");
            return tr("Landmarks where there are any, else the face box, else the centre of the image.");
        case Alignment::kLandmarks:
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

}  // namespace facespace
