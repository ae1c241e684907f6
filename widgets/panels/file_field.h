#pragma once
#include <QWidget>

class QLineEdit;

namespace facespace {

/// A line for a path with a button that opens the matching file dialog.
class FileField : public QWidget {
    Q_OBJECT
  public:
    enum class Kind { kFolder, kOpenFile, kSaveFile };
    /// @param filter  As QFileDialog takes it; files only.
    FileField(Kind kind, const QString& name, const QString& filter = {}, QWidget* parent = nullptr);
    QString path() const;
    void setPath(const QString& path);
    void setPlaceholder(const QString& text);
    /// Where the dialog begins while the line is empty.
    void setStartFolder(const QString& folder) { startFolder_ = folder; }

  Q_SIGNALS:
    void pathChanged(const QString& path);

  private:
    void browse();
    Kind kind_;
    QString filter_, startFolder_;
    QLineEdit* line_;
};

}  // namespace facespace
