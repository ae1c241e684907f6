#pragma once
#include <memory>
#include <optional>
#include <QDialog>

#include "core/extraction/extraction.h"
#include "core/network/descriptor.h"
#include "core/project/snapshot.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace facespace {

class CropPreviewStrip;
class FileField;
class NoticeLabel;

/// Asks which network to run over the images and how to cut the faces out, and shows some as the network will see them.
class ExtractDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param recentNetworks  Descriptor files, latest first.
    ExtractDialog(const QStringList& recentNetworks, const QString& detector, QWidget* parent = nullptr);
    void setDescriptor(const QString& file);
    void setStartFolder(const QString& folder) { startFolder_ = folder; }
    /// The images that the network is for, and the features that are there. For photographs no network that was trained on
    /// rendered faces stays chosen.
    void setProject(std::shared_ptr<const Snapshot> snapshot);
    /// As they were when an extraction failed, and why it did.
    void setFailed(const ExtractOptions& options, const QString& why);

    /// Images that were skipped before are tried again, cut out as those features were.
    void setAgain(const NetworkRecord& features);

    const std::optional<NetworkDescriptor>& network() const { return network_; }
    /// Inner layers in place of the network's features, each to be kept by itself; none: the features.
    std::vector<std::string> layers() const;
    void setLayers(const std::vector<std::string>& layers);
    ExtractOptions options() const;
    const CropPreviewStrip& preview() const { return *preview_; }

  private:
    void setOptions(const ExtractOptions& options);
    void buildLayout();
    void fillChoices();
    QLayout* networkRow();
    void setUpSearch();
    void browse();
    void followNetwork();
    void offerDetector();
    void follow();
    void sayHowAligned();
    bool sayName();
    QString alignmentNote() const;
    QString lacking() const;
    std::string wantedName() const;

    QString startFolder_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::optional<NetworkDescriptor> network_;
    bool retrySkipped_ = false;
    QString offered_;  // A detector that is known of.
    QComboBox *networks_, *alignment_, *noFace_;
    QLabel* details_;
    NoticeLabel *failure_, *alignmentNote_, *nameNote_;
    QPushButton* offer_;
    QLineEdit *name_, *layers_;
    FileField* detector_;
    QDoubleSpinBox* detectorScore_;
    QSpinBox* detectorSize_;
    CropPreviewStrip* preview_;
    QPushButton* extract_ = nullptr;
};

/// Whether a file is a saved predictor beside a network (`….predictor.json`), which is no network's descriptor.
bool isSavedPredictor(const QString& file);

}  // namespace facespace
