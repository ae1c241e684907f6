#pragma once
#include <filesystem>
#include <QDialog>

#include "core/dataset/import.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace facespace {

class ColumnMappingForm;
class FileField;

/// Asks for the images of a new project: a folder, a manifest if there is one, which of its columns mean what, and where the
/// project file goes. The columns open by themselves if the manifest does not name what is required.
class ImportDialog : public QDialog {
    Q_OBJECT
  public:
    /// Proposes a project file for these images.
    using ProposeProject = std::function<QString(const QString& images)>;
    explicit ImportDialog(ProposeProject propose, QWidget* parent = nullptr);
    /// A folder or a manifest file; empty: the user chooses.
    void setImages(const QString& path);
    void setStartFolder(const QString& folder);

    ImportOptions options() const;
    std::filesystem::path projectFile() const;

  private:
    void buildLayout();
    void followFolder();
    void followManifest();
    void followPattern();
    void offerColumns();
    void check();
    QString manifestFile() const;

    ProposeProject propose_;
    FileField *folder_, *project_;
    QComboBox* manifest_;
    QToolButton* showColumns_;
    ColumnMappingForm* columns_;
    QLineEdit* pattern_;
    QCheckBox *links_, *skipRows_;
    QPushButton* offer_;  ///< Takes columns that look like pose, landmarks or a box.
    QLabel *read_, *note_;
    QFormLayout* form_ = nullptr;
    QPushButton* import_ = nullptr;
    QString problem_, patternProblem_;
};

}  // namespace facespace
