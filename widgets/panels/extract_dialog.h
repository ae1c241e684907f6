#pragma once
#include <optional>
#include <QDialog>

#include "core/extraction/extraction.h"
#include "core/network/descriptor.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace facespace {

class FileField;

/// Asks which network to run over the images and how to cut the faces out.
class ExtractDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param recentNetworks  Descriptor files, latest first.
    ExtractDialog(const QStringList& recentNetworks, const QString& detector, QWidget* parent = nullptr);
    void setDescriptor(const QString& file);
    void setStartFolder(const QString& folder) { startFolder_ = folder; }
    /// The images carry landmarks, so that no detector is needed.
    void setHasLandmarks(bool has);

    const std::optional<NetworkDescriptor>& network() const { return network_; }
    ExtractOptions options() const;

  private:
    void buildLayout();
    void setUpSearch();
    void browse();
    void follow();
    QString alignmentNote() const;

    QString startFolder_;
    std::optional<NetworkDescriptor> network_;
    bool hasLandmarks_ = false;
    QComboBox *networks_, *alignment_, *noFace_;
    QLabel *details_, *alignmentNote_;
    QLineEdit* name_;
    FileField* detector_;
    QDoubleSpinBox* detectorScore_;
    QSpinBox* detectorSize_;
    QPushButton* extract_ = nullptr;
};

}  // namespace facespace
